"""What an author writes: the model, the notation, and the reading of files."""
