"""What a gazette is and all that is done with it: no Qt, no whoosh."""
