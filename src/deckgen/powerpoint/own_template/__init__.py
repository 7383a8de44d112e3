"""The template that a brand gives: its parts as XML text, and the slide layouts read back from it."""
