"""Decks and their figures set beside each other: where a figure shows, what two decks say, what changed and why."""
