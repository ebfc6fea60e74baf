"""Panels around the text."""
