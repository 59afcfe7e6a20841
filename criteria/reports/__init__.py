"""What leaves the house: each file says on its face who leads, how firmly, by which weights, method, data and day."""
