"""The questions asked of an evaluation: settings of the scenario in, frozen results out."""
