"""In: `_brand.yml` and the wordmark it names. Out: a Theme, or located diagnostics."""

from deckgen.brand.load import load_brand

__all__ = ["load_brand"]
