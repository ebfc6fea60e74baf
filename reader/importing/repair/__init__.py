"""Stages from lines to lines; each records what it removed, joined or replaced."""
