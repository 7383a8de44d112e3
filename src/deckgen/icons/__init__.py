"""Icons by name: which there are, and their outlines. In: a name or a word. Out: an icon, or names that come near."""
