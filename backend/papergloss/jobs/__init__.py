"""Jobs: what runs a gloss, keeps its events and finds it again after a crash."""
