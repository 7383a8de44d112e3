"""In: open faces with the metrics of a face that PowerPoint has. Out: `src/deckgen/layout/faces/*.json`.

Run by hand when a face is added (`python tools/faces.py FOLDER_WITH_FONTS`); needs fonttools.
Advance widths are facts of the face; no outline is carried over.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from fontTools.ttLib import TTFont

FACES = {
    "Calibri": "Carlito",
    "Cambria": "Caladea",
    "Arial": "LiberationSans",
    "Times New Roman": "LiberationSerif",
}
LINES = {"Cambria": 1.1724}
"""Line height per em where the original sets more than its open twin."""
STYLES = {"regular": "Regular", "bold": "Bold"}
CHARACTERS = [*range(0x20, 0x7F), *range(0xA0, 0x180), *range(0x2010, 0x2028), *range(0x2030, 0x203B)]
CHARACTERS += [0x20AC, 0x2122, 0x2190, 0x2191, 0x2192, 0x2193, 0x2212, 0x2248, 0x2260, 0x2264, 0x2265, 0x25CF]


def style_metrics(font: TTFont) -> dict[str, object]:
    """Advance widths per character, in font units."""
    cmap, widths = font.getBestCmap(), font["hmtx"].metrics
    return {chr(code): widths[cmap[code]][0] for code in CHARACTERS if code in cmap}


def face_metrics(folder: Path, face: str, stem: str) -> dict[str, object]:
    fonts = {style: TTFont(next(folder.rglob(f"{stem}-{suffix}.ttf"))) for style, suffix in STYLES.items()}
    head, line = fonts["regular"]["head"], fonts["regular"]["hhea"]
    return {
        "units": head.unitsPerEm,
        "line": max(line.ascent - line.descent + line.lineGap, round(LINES.get(face, 0) * head.unitsPerEm)),
        **{style: style_metrics(font) for style, font in fonts.items()},
    }


def main() -> None:
    folder = Path(sys.argv[1])
    target = Path(__file__).parent.parent / "src/deckgen/layout/faces"
    for face, stem in FACES.items():
        data = face_metrics(folder, face, stem)
        file = target / f"{face.lower().replace(' ', '-')}.json"
        file.write_text(json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
