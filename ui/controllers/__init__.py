"""What the user can do in the window, one module a verb group: between widgets and services."""
