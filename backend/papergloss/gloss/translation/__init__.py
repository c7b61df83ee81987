"""Title and abstract in the reader's language: sentences, checks, what is asked again."""
