"""In: a picture file that content names. Out: its upright size in pixels, or a located diagnostic of what to do."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import TYPE_CHECKING

from deckgen.diagnostics import Diagnostics, Span
from deckgen.model.lazy_dataclasses import replace
from deckgen.model.picture import FORMATS, MOST_BYTES, MOST_DRAWING_BYTES, MOST_PIXELS, TURNED, Picture
from deckgen.nodes.grammar import on_disk
from deckgen.outlines.harmless import is_harmless
from deckgen.paths import is_file

if TYPE_CHECKING:
    from PIL.Image import Image

_SIGNATURES = (b"\x89PNG", b"\xff\xd8", b"RIFF")
_SAVE = "save the picture as PNG or JPEG, 2,000 pixels across"
_ORIENTATION = 0x0112
"""The tag under which a camera notes how it was held (EXIF)."""


def settled_picture(picture: Picture, folder: Path, diagnostics: Diagnostics) -> Picture:
    """The picture with its path and size; as it was, and reported, where it cannot be shown.

    Of a drawing (SVG), what has pixels is the PNG beside it: not every program shows the drawing itself.
    """
    path = inside(folder, picture.path, picture.span, diagnostics)
    drawing = ""
    if path and path.suffix.lower() == ".svg":
        drawing, path = path.as_posix(), _pixels_of(path, picture.span, diagnostics)
    size = picture_size(path, picture.span, diagnostics) if path else None
    return (
        picture
        if path is None or size is None
        else replace(picture, path=path.as_posix(), size=size, drawing=drawing)
    )


def _pixels_of(drawing: Path, span: Span, diagnostics: Diagnostics) -> Path | None:
    """The PNG beside a drawing that shows itself alone."""
    beside = drawing.with_suffix(".png")
    if not is_file(beside):
        message = f"`{drawing.name}` has no PNG beside it"
        hint = f"export it as {beside.name} too, 2,000 pixels across: it is shown where a drawing cannot be"
        diagnostics.error("picture-alone", message, span, hint)
        return None
    data = _bytes(drawing, span, diagnostics, MOST_DRAWING_BYTES)
    return beside if data is not None and is_harmless(data, drawing.as_posix(), diagnostics) else None


def inside(folder: Path, named: str, span: Span, diagnostics: Diagnostics) -> Path | None:
    """The file inside the folder; None where the name leads out of it or to no file."""
    relative = PurePosixPath(named)
    leaves = ".." in relative.parts or relative.is_absolute() or PureWindowsPath(named).drive or "\\" in named
    path = folder / relative
    try:
        if leaves or not path.resolve().is_relative_to(folder.resolve()):
            hint = "put the picture inside and write its path with /"
            diagnostics.error("picture-outside", f"`{named}` is not inside the content folder", span, hint)
        elif is_file(on_disk(path)):
            return on_disk(path)
        else:
            hint = f"write its path as seen from {folder.as_posix()}, capitals as in its name"
            diagnostics.error("picture-missing", f"there is no file `{named}`", span, hint)
    except (OSError, RuntimeError):  # a name that no file can have, or links that lead round in a circle
        diagnostics.error(
            "picture-missing", f"`{named}` cannot be the name of a file", span, "give the picture a short name"
        )
    return None


def picture_size(path: Path, span: Span, diagnostics: Diagnostics) -> tuple[int, int] | None:
    """Upright width and height in pixels of a picture that can be shown; None where it is none, which is reported.

    All of it is decoded, since a file that was copied in part has a good head; a bomb is refused by its head.
    """
    data = _bytes(path, span, diagnostics, MOST_BYTES)
    if data is None:
        return None
    if not data:
        diagnostics.error("picture-unreadable", f"`{path.name}` is empty", span, _SAVE)
    elif not data.startswith(_SIGNATURES):
        diagnostics.error("picture-format", f"`{path.name}` is neither PNG, JPEG nor WebP", span, _SAVE)
    else:
        return _decoded_size(data, path.name, span, diagnostics)
    return None


def _bytes(path: Path, span: Span, diagnostics: Diagnostics, most: int) -> bytes | None:
    """What is in the file; None, and reported, where it cannot be read or is out of all measure."""
    try:
        too_large = path.stat().st_size > most
        data = b"" if too_large else path.read_bytes()
    except OSError as problem:
        reason = problem.strerror or type(problem).__name__
        diagnostics.error(
            "picture-unreadable", f"`{path.name}` cannot be read: {reason}", span, "see that you may open it"
        )
        return None
    if too_large:
        message = f"`{path.name}` is larger than {most // 1024 // 1024} MB"
        diagnostics.error("picture-too-large", message, span, "save it with fewer pixels: 2,000 across are enough")
    return None if too_large else data


def upright_size(image: Image) -> tuple[int, int]:
    """Width and height as the picture is seen: a camera that was held on its side says so."""
    width, height = image.size
    return (height, width) if image.getexif().get(_ORIENTATION, 1) >= TURNED else (width, height)


def _decoded_size(data: bytes, name: str, span: Span, diagnostics: Diagnostics) -> tuple[int, int] | None:
    import warnings

    from PIL import Image

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(BytesIO(data), formats=FORMATS) as image:
                width, height = upright_size(image)
                if image.format not in FORMATS or (getattr(image, "n_frames", 1) > 1 and image.format == "WEBP"):
                    diagnostics.error("picture-format", f"`{name}` is a picture of several", span, _SAVE)
                    return None
                if width * height <= MOST_PIXELS:
                    image.load()
                    return width, height
    except Image.DecompressionBombError:
        pass
    except Exception:  # a decoder may raise anything on bytes that are not what they say
        hint = "open it, and save it again as PNG or JPEG; it may have been copied in part"
        diagnostics.error("picture-unreadable", f"`{name}` is broken", span, hint)
        return None
    message = f"`{name}` has more than {MOST_PIXELS // 1_000_000} million pixels"
    diagnostics.error("picture-too-large", message, span, "save it with fewer: 2,000 across are enough")
    return None
