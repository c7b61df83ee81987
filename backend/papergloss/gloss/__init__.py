"""The heart: from a paper to a card. Knows neither Flask nor SQLAlchemy."""
