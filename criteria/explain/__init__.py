"""Results in sentences, whole ones, that claim no more than the numbers do."""
