"""What the archive's own sentences say of when a document holds: pure, from one document at a time."""
