"""What was done: sessions, kept for good."""
