"""Frozen values without I/O that every other floor of the house shares."""
