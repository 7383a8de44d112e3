"""Drawings that are read: SVG files and what stands in them. In: text of SVG. Out: outlines of the model."""
