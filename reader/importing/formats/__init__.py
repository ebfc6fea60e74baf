"""Each module turns one file format into numbered lines."""
