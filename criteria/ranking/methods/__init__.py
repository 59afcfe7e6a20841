"""One published method a file, readable beside its source."""
