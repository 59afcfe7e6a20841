"""Changes to the tables, one file each, in order."""
