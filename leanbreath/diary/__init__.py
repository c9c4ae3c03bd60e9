"""What was done, kept for good."""
