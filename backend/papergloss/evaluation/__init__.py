"""How good the cards of a model are, in numbers: `papergloss eval`."""
