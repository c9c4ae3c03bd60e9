"""Tests of the help in writing."""
