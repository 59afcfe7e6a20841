"""Put performances of different units on common ground, under ranking and weighting alike."""
