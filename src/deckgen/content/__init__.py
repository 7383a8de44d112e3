"""YAML to checked content, one for each audience, and for each member of a deck that is made for several."""

from deckgen.content.loader import ContentMemory, ReadContent, load, read_content

__all__ = ["ContentMemory", "ReadContent", "load", "read_content"]
