"""Summary and takeaways by a model: what is sent, what is accepted, what is asked again."""
