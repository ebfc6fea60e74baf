"""Annotations and documents on paper: set in type, divided into pages, printed or written as PDF."""
