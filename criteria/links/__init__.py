"""The address of a scenario, written and read."""
