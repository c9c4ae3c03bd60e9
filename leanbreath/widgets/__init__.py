"""Textual widgets, thin: values in, lines out."""
