"""What pictures a deck may take in. In: nothing. Out: bounds that content explains and powerpoint holds to."""

from __future__ import annotations

FORMATS = ("PNG", "JPEG")
MOST_BYTES = 20 * 1024 * 1024
MOST_PIXELS = 40_000_000
