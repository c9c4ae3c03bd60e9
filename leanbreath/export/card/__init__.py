"""A routine on one page of paper."""
