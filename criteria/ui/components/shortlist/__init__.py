"""Pieces of the shortlist."""
