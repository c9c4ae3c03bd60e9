"""Tests of what helps authors."""
