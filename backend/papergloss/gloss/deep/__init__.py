"""The deep read: its outline, its sections, and what code adds to them."""
