"""What a reader selects on a page: translated where it stands, said as a dictionary would, or explained."""
