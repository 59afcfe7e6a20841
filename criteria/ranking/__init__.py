"""Performances and weights in, scores and ranks out; one published method a file."""
