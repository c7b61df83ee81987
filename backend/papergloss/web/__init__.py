"""The HTTP face. The only package that imports Flask."""
