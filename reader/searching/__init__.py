"""What a search question means, and where it is answered in a text: pure, without any index."""
