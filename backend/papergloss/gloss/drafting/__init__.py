"""Drafts by a small local model: one sentence at a time, with one example, held to a grammar."""
