"""In: `typography.fonts` of a brand file. Out: the measures of the faces whose files lie beside it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from io import BytesIO
from pathlib import Path
from typing import Final

from deckgen.brand.beside import stays
from deckgen.brand.weights import BOLD_FROM, weight_of
from deckgen.diagnostics import Diagnostics
from deckgen.model.lazy_dataclasses import replace
from deckgen.model.metrics import FaceMetrics, StyleMetrics
from deckgen.nodes.grammar import on_disk
from deckgen.nodes.node import Mapping, Node, Scalar, Sequence

MAX_BYTES: Final = 20_000_000
_FORMATS: Final = (".ttf", ".otf")
DRAWN_BOLD: Final = 1.1
"""How much wider a bold is that a program makes out of the regular font."""
_LISTED: Final = "list `- path: fonts/Name-Regular.ttf`, and `- path: fonts/Name-Bold.ttf` with `weight: bold`"
_BY_WEIGHT: Final = "write `weight: bold`, or 700"


def load_fonts(
    node: Node, used: Collection[str], folder: Path, diagnostics: Diagnostics
) -> dict[str, FaceMetrics | None]:
    """Family, as the brand file writes it → measures, or None where its files cannot be used, which is reported.

    Only families that are `used` and have the source `file` are looked at.
    """
    wanted = {family.casefold() for family in used}
    faces: dict[str, FaceMetrics | None] = {}
    for entry in node.items if isinstance(node, Sequence) else ():
        if isinstance(entry, Mapping) and _text(entry.get("source")) == "file":
            family = _text(entry.get("family"))
            if not family:
                diagnostics.warning("brand-font", "a font file has no family", entry.span, "write its `family:`")
            elif family.casefold() in wanted:
                faces[family] = _face(family, entry, folder, diagnostics)
    return faces


def _text(node: Node | None) -> str:
    return node.text if isinstance(node, Scalar) else ""


def _face(family: str, entry: Mapping, folder: Path, diagnostics: Diagnostics) -> FaceMetrics | None:
    """The measures of a family's upright regular and bold; a warning where there is no regular to be read."""
    by_bold: dict[bool, Scalar] = {}
    for path, bold in _upright(entry.get("files"), diagnostics):
        by_bold.setdefault(bold, path)
    if False not in by_bold:
        diagnostics.warning("brand-font", f"`{family}` has no regular font among its files", entry.span, _LISTED)
        return None
    read = {bold: _bytes(path, folder, diagnostics) for bold, path in by_bold.items()}
    if None in read.values():
        return None
    if True not in by_bold:
        message = f"`{family}` has no bold font among its files"
        diagnostics.warning("brand-font-no-bold", message, entry.span, "list it too: bold text is measured wider")
    return _measured(family, by_bold, {bold: data for bold, data in read.items() if data}, diagnostics)


def _upright(node: Node | None, diagnostics: Diagnostics) -> Iterator[tuple[Scalar, bool]]:
    """The files that are not italic, and whether each is the bold one."""
    for file in node.items if isinstance(node, Sequence) else ():
        path = file.get("path") if isinstance(file, Mapping) else file
        if not isinstance(path, Scalar) or not path.text:
            diagnostics.warning("brand-font", "a font file has no path", file.span, _LISTED)
        elif not isinstance(file, Mapping):
            yield path, False
        elif _text(file.get("style")) != "italic":
            said = file.get("weight")
            weight = 400 if said is None else weight_of(said)
            if weight:
                yield path, weight >= BOLD_FROM
            else:
                diagnostics.warning("brand-font", "a font file has a weight that is none", path.span, _BY_WEIGHT)


def _bytes(path: Scalar, folder: Path, diagnostics: Diagnostics) -> bytes | None:
    """The font file's content, if it lies in the folder and is not out of all measure."""
    named, span = path.text, path.span
    if not stays(named, folder):
        message = f"the font `{named}` is not inside the brand file's folder"
        diagnostics.warning("brand-font-outside", message, span, "put it in a folder beside the brand file")
        return None
    if not named.lower().endswith(_FORMATS):
        hint = "PowerPoint sets TrueType and OpenType fonts: give the .ttf or .otf"
        diagnostics.warning("brand-font-format", f"the font `{named}` is neither .ttf nor .otf", span, hint)
        return None
    try:
        file = on_disk(folder / named)
        if not file.is_file():  # opening a pipe would wait for ever
            raise FileNotFoundError(file)
        too_large = file.stat().st_size > MAX_BYTES
        data = b"" if too_large else file.read_bytes()
    except OSError:
        diagnostics.warning(
            "brand-font-missing", f"the font `{named}` cannot be read", span, "see that the file is there"
        )
        return None
    if too_large:
        hint = "give the font for Latin letters alone"
        diagnostics.warning(
            "brand-font-format", f"the font `{named}` is over {MAX_BYTES // 1_000_000} MB", span, hint
        )
        return None
    return data


def _measured(
    family: str, paths: dict[bool, Scalar], data: dict[bool, bytes], diagnostics: Diagnostics
) -> FaceMetrics | None:
    """The measures in the files, or None and a diagnostic for each that is broken."""
    from deckgen.brand.font_file import FontMetrics, font_metrics

    fonts: dict[bool, FontMetrics] = {}
    for bold, path in paths.items():
        try:
            fonts[bold] = font_metrics(BytesIO(data[bold]))
        except Exception as problem:  # a broken font fails in fontTools in any way there is
            reason = str(problem) or type(problem).__name__
            hint = "get the font anew; with `source: system` the face is measured with more room"
            diagnostics.warning(
                "brand-font-broken", f"the font `{path.text}` cannot be read: {reason}", path.span, hint
            )
    if len(fonts) < len(paths):
        return None
    regular = fonts[False]
    heavy = fonts.get(True) or replace(regular, style=_widened(regular.style))
    if regular.units != heavy.units:
        message = f"regular and bold of `{family}` are drawn in different units"
        diagnostics.warning("brand-font-broken", message, paths[True].span, "give two fonts of one family")
        return None
    return FaceMetrics(family, regular.units, max(regular.line, heavy.line), regular.style, heavy.style)


def _widened(style: StyleMetrics) -> StyleMetrics:
    """A bold that a program draws from the regular."""
    return replace(style, widths={said: round(width * DRAWN_BOLD) for said, width in style.widths.items()})
