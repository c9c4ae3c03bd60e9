"""The rate of every score and every sound."""

RATE = 48_000
"""Frames a second."""
