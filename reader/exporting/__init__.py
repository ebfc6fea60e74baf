"""Citations, and annotations as Markdown, HTML and other formats."""
