"""What goes to a model and comes back: fenced text, one question, the words it answers with."""
