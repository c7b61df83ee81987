"""What several test folders share: local servers, small inputs made on the spot."""
