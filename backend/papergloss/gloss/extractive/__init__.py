"""Key sentences without a model."""
