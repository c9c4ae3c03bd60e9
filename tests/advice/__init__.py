"""Tests of the training rules."""
