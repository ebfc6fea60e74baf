"""What a user can do, one module a verb group; used alike by the window and the command line."""
