"""What the user set, agreed to and paired; kept in the store."""
