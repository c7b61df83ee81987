"""Papers of other programs, and of our own exports, into the library."""
