"""Cards in other forms. Reads the card's schema; fetches and stores nothing."""
