"""What is shown, as plain data without any effects."""
