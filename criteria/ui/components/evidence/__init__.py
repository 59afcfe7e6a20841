"""The evidence behind the ratings: seen as a whole, filtered, tried otherwise, corrected."""
