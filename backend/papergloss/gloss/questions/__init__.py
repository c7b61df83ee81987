"""Questions about a paper: put to the model with the whole paper, or answered with its own passages."""
