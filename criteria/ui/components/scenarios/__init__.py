"""The page of scenarios: save and find them, compare them, take them away."""
