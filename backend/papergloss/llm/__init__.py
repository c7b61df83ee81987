"""Talking to language models. The only package that imports the openai SDK."""
