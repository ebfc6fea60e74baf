"""What undo and redo know."""
