"""One paper in one line: what is asked of a model from title and abstract, and how its answer is read."""
