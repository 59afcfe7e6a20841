"""What rows and columns are: header, candidates, criteria, and what says something about them or follows from them."""
