"""Long tasks off the main thread."""
