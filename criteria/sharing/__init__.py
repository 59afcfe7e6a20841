"""Scenarios and results on their way to other people: links and CSV files."""
