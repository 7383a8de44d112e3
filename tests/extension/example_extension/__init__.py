"""A package as somebody else would write it: one extension of each sort, each in one file."""
