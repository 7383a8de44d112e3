"""Structured content in YAML and data to branded, native, editable PowerPoint decks."""

__version__ = "0.1.0"
