"""Frames as SVG: the second renderer behind the waist, one file for each family of items."""
