"""Papers that do not fit the model's context: notes on their sections stand in for the sections."""
