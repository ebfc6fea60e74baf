"""What the lines of official documents look like: numerals, dates, numbers, labels, titles; no state, no I/O."""
