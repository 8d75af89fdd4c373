"""What a new user starts from: a starter termbase and sample articles."""
