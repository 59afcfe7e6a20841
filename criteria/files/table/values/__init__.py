"""What a cell says: numbers as people write them, units, ranges, words of an ordered scale, words for unknown."""
