"""Pieces of the page on which weights are found."""
