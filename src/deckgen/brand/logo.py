"""In: the logo key of a brand file. Out: the wordmark in the SVG it names, which must lie beside that file."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from deckgen.brand.beside import stays
from deckgen.brand.wordmark import parse_wordmark
from deckgen.diagnostics import Diagnostics
from deckgen.model.theme import Wordmark
from deckgen.nodes.grammar import on_disk
from deckgen.nodes.node import Mapping, Node, Scalar

MAX_BYTES = 1_000_000
_SIZES = ("path", "medium", "small", "large")
_HERE = "put the file beside the brand file and write its name"


def load_logo(node: Node, name: str, folder: Path, shown: str, diagnostics: Diagnostics) -> Wordmark | None:
    """The wordmark, or None where there is none or it is wrong; `shown` is the brand file as messages name it."""
    if isinstance(node, Mapping):
        node = next((value for size in _SIZES if (value := node.get(size))), node)
    if not isinstance(node, Scalar):
        diagnostics.error("brand-logo", "the logo is not the name of a file", node.span, "write `logo: wordmark.svg`")
        return None
    if not node.text:
        return None
    data = _bytes(node, folder, diagnostics)
    beside = PurePosixPath(shown.replace("\\", "/")).parent / node.text
    return None if data is None else parse_wordmark(data, name, str(beside), diagnostics)


def _bytes(node: Scalar, folder: Path, diagnostics: Diagnostics) -> bytes | None:
    """The file's content, if it lies in the folder and is not out of all measure."""
    if not stays(node.text, folder):
        message = f"the logo `{node.text}` is not inside the brand file's folder"
        diagnostics.error("brand-logo-outside", message, node.span, _HERE)
        return None
    if not node.text.lower().endswith(".svg"):
        diagnostics.error(
            "brand-logo-format", f"the logo `{node.text}` is no SVG", node.span, "the wordmark is an SVG"
        )
        return None
    try:
        path = on_disk(folder / node.text)
        if not path.is_file():  # opening a pipe would wait for ever
            raise FileNotFoundError(path)
        too_large = path.stat().st_size > MAX_BYTES
        data = b"" if too_large else path.read_bytes()
    except OSError:
        diagnostics.error("brand-logo-missing", f"the logo `{node.text}` cannot be read", node.span, _HERE)
        return None
    if too_large:
        diagnostics.error(
            "brand-logo-format", f"the logo `{node.text}` is over 1 MB", node.span, "draw it with fewer points"
        )
        return None
    return data
