"""Charts of the history as rows of characters: pure functions of numbers and a size."""
