"""In: open faces with the measures of a face that PowerPoint has. Out: `src/deckgen/layout/faces/*.json`.

Run by hand when a face is added (`python tools/faces.py FOLDER_WITH_FONTS...`); needs deckgen itself.
Widths and kerning are facts of the face; no outline is carried over.
"""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from pathlib import Path

from deckgen.brand.font_file import font_metrics
from deckgen.model.metrics import FaceMetrics, PairTable, StyleMetrics

STYLES = ("regular", "bold", "italic", "bold_italic")
FACES = {
    "Calibri": (
        "Carlito-Regular.ttf",
        "Carlito-Bold.ttf",
        "Carlito-Italic.ttf",
        "Carlito-BoldItalic.ttf",
    ),
    "Cambria": (
        "Caladea-Regular.ttf",
        "Caladea-Bold.ttf",
        "Caladea-Italic.ttf",
        "Caladea-BoldItalic.ttf",
    ),
    "Arial": (
        "LiberationSans-Regular.ttf",
        "LiberationSans-Bold.ttf",
        "LiberationSans-Italic.ttf",
        "LiberationSans-BoldItalic.ttf",
    ),
    "Arial Narrow": (
        "LiberationSansNarrow-Regular.ttf",
        "LiberationSansNarrow-Bold.ttf",
        "LiberationSansNarrow-Italic.ttf",
        "LiberationSansNarrow-BoldItalic.ttf",
    ),
    "Times New Roman": (
        "LiberationSerif-Regular.ttf",
        "LiberationSerif-Bold.ttf",
        "LiberationSerif-Italic.ttf",
        "LiberationSerif-BoldItalic.ttf",
    ),
    "Courier New": (
        "LiberationMono-Regular.ttf",
        "LiberationMono-Bold.ttf",
        "LiberationMono-Italic.ttf",
        "LiberationMono-BoldItalic.ttf",
    ),
    "Georgia": (
        "gelasio-latin-400-normal.woff",
        "gelasio-latin-700-normal.woff",
        "gelasio-latin-400-italic.woff",
        "gelasio-latin-700-italic.woff",
    ),
}
LINES = {
    "Calibri": 1.2207,
    "Cambria": 1.1724,
    "Arial": 1.1499,
    "Arial Narrow": 1.1475,
    "Times New Roman": 1.1499,
    "Courier New": 1.1328,
    "Georgia": 1.1362,
}
"""Line height per em of the original: an open twin may say another."""


FILLED = {"Georgia": ("Times New Roman", 1.15)}
"""Where the twin has fewer characters than the original: the face that gives their widths, and how much wider."""


def metrics(folders: list[Path], face: str) -> FaceMetrics:
    fonts = [font_metrics(_found(folders, name).open("rb")) for name in FACES[face]]
    units = fonts[0].units
    found = FaceMetrics(face, units, round(LINES[face] * units), *(font.style for font in fonts))
    if face not in FILLED:
        return found
    other, wider = FILLED[face]
    filler = metrics(folders, other)
    scale = wider * found.units / filler.units
    filled = {name: _filled(getattr(found, name), getattr(filler, name), scale) for name in STYLES}
    return replace(found, **filled)


def _filled(style: StyleMetrics, filler: StyleMetrics, scale: float) -> StyleMetrics:
    others = {character: round(width * scale) for character, width in filler.widths.items()}
    return replace(style, widths=others | dict(style.widths))


def _found(folders: list[Path], name: str) -> Path:
    return next(file for folder in folders for file in folder.rglob(name))


def written(face: FaceMetrics) -> dict[str, object]:
    styles = {name: _style(getattr(face, name)) for name in STYLES}
    return {"units": face.units, "line": face.line, **styles}


def _style(style: StyleMetrics) -> dict[str, object]:
    kerning = [[_table(table) for table in lookup] for lookup in style.kerning]
    return {"widths": dict(style.widths), "ligatures": dict(style.ligatures), "kerning": kerning}


def _table(table: PairTable) -> dict[str, object]:
    return {"pairs": table.pairs, "first": table.first, "second": table.second, "values": table.values}


def main() -> None:
    folders = [Path(given) for given in sys.argv[1:]]
    target = Path(__file__).parent.parent / "src/deckgen/layout/faces"
    for face in FACES:
        data = written(metrics(folders, face))
        file = target / f"{face.lower().replace(' ', '-')}.json"
        file.write_text(json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
