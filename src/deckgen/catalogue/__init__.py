"""What a deck can be made of, for whoever begins to write one.

In: what kinds, chart types and readers declare of themselves. Out: pages of them, schemas for editors, first files.
"""
