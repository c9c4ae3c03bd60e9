"""A simulated year: twelve kinds of runner, day by day, with the coach's real functions."""
