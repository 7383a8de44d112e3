"""In: `_brand.yml` and the wordmark it names. Out: a Theme, or located diagnostics."""

from deckgen.brand.load import load_brand, named_files

__all__ = ["load_brand", "named_files"]
