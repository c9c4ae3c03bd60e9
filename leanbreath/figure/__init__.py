"""How it looks: pure drawing, numbers in, rows of text out."""
