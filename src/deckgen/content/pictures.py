"""In: a picture file that content names. Out: its size in pixels, or a located diagnostic that says what to do."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path, PurePosixPath, PureWindowsPath

from deckgen.diagnostics import Diagnostics, Span
from deckgen.model.picture import FORMATS, MOST_BYTES, MOST_PIXELS
from deckgen.nodes.grammar import on_disk
from deckgen.paths import is_file

_SIGNATURES = (b"\x89PNG", b"\xff\xd8")
_SAVE = "save the picture as PNG or JPEG; of a vector drawing, export a PNG of 2,000 pixels"


def inside(folder: Path, named: str, span: Span, diagnostics: Diagnostics) -> Path | None:
    """The file inside the folder; None where the name leads out of it or to no file."""
    relative = PurePosixPath(named)
    leaves = ".." in relative.parts or relative.is_absolute() or PureWindowsPath(named).drive or "\\" in named
    path = folder / relative
    try:
        if leaves or not path.resolve().is_relative_to(folder.resolve()):
            hint = "put the picture inside and write its path with /"
            diagnostics.error("logo-outside", f"`{named}` is not inside the content folder", span, hint)
        elif is_file(on_disk(path)):
            return on_disk(path)
        else:
            hint = f"write its path as seen from {folder.as_posix()}, capitals as in its name"
            diagnostics.error("logo-missing", f"there is no file `{named}`", span, hint)
    except (OSError, RuntimeError):  # a name that no file can have, or links that lead round in a circle
        diagnostics.error(
            "logo-missing", f"`{named}` cannot be the name of a file", span, "give the picture a short name"
        )
    return None


def picture_size(path: Path, span: Span, diagnostics: Diagnostics) -> tuple[int, int] | None:
    """Width and height in pixels of a PNG or JPEG that can be shown; None where it is none, which is reported.

    All of it is decoded, since a file that was copied in part has a good head; a bomb is refused by its head.
    """
    try:
        too_large = path.stat().st_size > MOST_BYTES
        data = b"" if too_large else path.read_bytes()
    except OSError as problem:
        reason = problem.strerror or type(problem).__name__
        diagnostics.error(
            "logo-unreadable", f"`{path.name}` cannot be read: {reason}", span, "see that you may open it"
        )
        return None
    if too_large:
        message = f"`{path.name}` is larger than {MOST_BYTES // 1024 // 1024} MB"
        diagnostics.error("logo-too-large", message, span, "save it with fewer pixels: 2,000 across are enough")
    elif not data:
        diagnostics.error("logo-unreadable", f"`{path.name}` is empty", span, _SAVE)
    elif not data.startswith(_SIGNATURES):
        diagnostics.error("logo-format", f"`{path.name}` is neither PNG nor JPEG", span, _SAVE)
    else:
        return _decoded_size(data, path.name, span, diagnostics)
    return None


def _decoded_size(data: bytes, name: str, span: Span, diagnostics: Diagnostics) -> tuple[int, int] | None:
    import warnings

    from PIL import Image

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(BytesIO(data), formats=FORMATS) as image:
                width, height = image.size
                if image.format not in FORMATS:
                    diagnostics.error("logo-format", f"`{name}` is a picture of several", span, _SAVE)
                    return None
                if width * height <= MOST_PIXELS:
                    image.load()
                    return width, height
    except Image.DecompressionBombError:
        pass
    except Exception:  # a decoder may raise anything on bytes that are not what they say
        hint = "open it, and save it again as PNG or JPEG; it may have been copied in part"
        diagnostics.error("logo-unreadable", f"`{name}` is broken", span, hint)
        return None
    message = f"`{name}` has more than {MOST_PIXELS // 1_000_000} million pixels"
    diagnostics.error("logo-too-large", message, span, "save it with fewer: 2,000 across are enough")
    return None
