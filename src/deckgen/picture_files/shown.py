"""Picture files made fit to be shown: looked at first, set upright, in colours that every program shows, and bare.

In: the path of a PNG, JPEG or WebP. Out: its bytes and what they are. PNG and JPEG are taken as they are; a WebP, a
picture that a camera took on its side, and one in the four inks of print are made anew.
"""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from deckgen.model.picture import FORMATS, MOST_BYTES, MOST_PIXELS
from deckgen.picture_files.bare import PictureDataError, bare_picture

if TYPE_CHECKING:
    from PIL.Image import Image

_TYPES: Final = {"PNG": ("png", "image/png"), "JPEG": ("jpeg", "image/jpeg")}
_QUALITY: Final = 90
"""Of a JPEG that has to be made anew: no loss is seen."""
_ORIENTATION: Final = 0x0112


class UnusablePictureError(ValueError):
    """The picture is missing, broken, too large, or in no form that is known; the message says which.

    Content has looked at every picture and says what to do: this is met where a file changed since.
    """


class Shown(NamedTuple):
    """A picture as it may stand in a file."""

    data: bytes
    extension: str
    content_type: str


def shown_png(data: bytes) -> Shown:
    """A PNG of our own making."""
    return Shown(bare_picture(data, "png"), *_TYPES["PNG"])


def shown_picture(path: Path) -> Shown:
    """The picture in a file. A picture bomb is refused by its head."""
    import warnings

    from PIL import Image

    try:
        if path.stat().st_size > MOST_BYTES:
            raise UnusablePictureError(f"{path.name} is larger than {MOST_BYTES // 1024 // 1024} MB")
        data = path.read_bytes()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            image = Image.open(BytesIO(data), formats=FORMATS)
        with image:
            width, height = image.size
            if width * height > MOST_PIXELS:
                raise UnusablePictureError(f"{path.name} has more than {MOST_PIXELS:,} pixels")
            form = str(image.format)
            if form not in _TYPES or not _is_shown_as_it_is(image):
                data, form = _made_anew(image)
    except Image.DecompressionBombError as bomb:
        raise UnusablePictureError(f"{path.name} has more than {MOST_PIXELS:,} pixels") from bomb
    except (OSError, SyntaxError) as broken:
        raise UnusablePictureError(f"{path.name} cannot be read as PNG, JPEG or WebP") from broken
    if form not in _TYPES:
        raise UnusablePictureError(f"{path.name} is neither PNG, JPEG nor WebP")
    try:
        return Shown(bare_picture(data, form.lower()), *_TYPES[form])
    except PictureDataError as broken:
        raise UnusablePictureError(f"{path.name} cannot be read as PNG or JPEG: {broken}") from broken


def _is_shown_as_it_is(image: Image) -> bool:
    """Whether every program shows it upright and in its colours."""
    return image.mode != "CMYK" and image.getexif().get(_ORIENTATION, 1) == 1


def _made_anew(image: Image) -> tuple[bytes, str]:
    """The picture upright and in red, green and blue: a JPEG, or a PNG where it is partly transparent."""
    from PIL import ImageOps

    upright = ImageOps.exif_transpose(image)
    form = "PNG" if image.format == "PNG" or "A" in upright.getbands() else "JPEG"
    shown = upright if form == "PNG" else upright.convert("RGB")
    out = BytesIO()
    # A colour profile belongs to the colours that it was made for: that of four inks fits no others.
    profile = None if image.mode == "CMYK" else image.info.get("icc_profile")
    shown.save(out, form, quality=_QUALITY, icc_profile=profile)
    return out.getvalue(), form
