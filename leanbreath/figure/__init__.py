"""Figures and other pictures: pure drawing, numbers in, rows of text or SVG out."""
