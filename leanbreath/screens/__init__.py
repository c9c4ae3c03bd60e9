"""Textual screens, one file each, thin."""
