"""Themes that several made templates share."""

from __future__ import annotations

from templates.building.parts import Look

FJORD = Look(
    "Fjord", "1B1B1B FFFFFF 003A5D E8EEF2 005B82 E35205 5B9A8B F2A900 7A8B99 8C1D40 005B82 5E4B8B", "Arial", "Arial"
)
FOREST = Look(
    "Skov",
    "202A22 FFFFFF 2F4A36 EEF1EA 2E6B3F B5651D 8FA876 D9A441 5C6B73 7B2D26 2E6B3F 6B4C7A",
    "Cambria",
    "Calibri",
)
NIGHT = Look(
    "Nat", "0D1B2A F4F6F8 1B2B3F C9D3DD 4FC3F7 FFB74D 81C784 E57373 BA68C8 90A4AE 4FC3F7 BA68C8", "Calibri", "Calibri"
)
OFFICE = Look(
    "Office-tema",
    "000000 FFFFFF 44546A E7E6E6 4472C4 ED7D31 A5A5A5 FFC000 5B9BD5 70AD47 0563C1 954F72",
    "Calibri Light",
    "Calibri",
)
