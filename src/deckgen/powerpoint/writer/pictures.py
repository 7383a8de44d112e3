"""Pictures: PNG and JPEG alone, looked at before they are taken in.

In: PictureItem. Out: a picture element as text, and one image part per different picture.
"""

from __future__ import annotations

from hashlib import sha256
from io import BytesIO
from pathlib import Path

from deckgen.model.frames import PictureItem
from deckgen.model.picture import FORMATS, MOST_BYTES, MOST_PIXELS
from deckgen.powerpoint.ooxml.package import Part
from deckgen.powerpoint.ooxml.picture_data import PictureDataError, bare_picture
from deckgen.powerpoint.writer.scope import Attachments, Scope
from deckgen.powerpoint.writer.shapes import placeholder, properties, transform

_TYPES = {"PNG": ("png", "image/png"), "JPEG": ("jpeg", "image/jpeg")}


class UnusablePictureError(ValueError):
    """The picture is missing, broken, too large, or neither PNG nor JPEG; the message says which.

    Content has looked at every picture and says what to do: this is met where a file changed since.
    """


def picture(item: PictureItem, scope: Scope) -> str:
    """A picture in its own box, which is already of its proportions, in a placeholder too."""
    embedded = scope.relations.add("image", _image_part(item.path, scope.attachments))
    named = properties(scope, item.name, item.alt)
    return (
        f'<p:pic><p:nvPicPr>{named}<p:cNvPicPr><a:picLocks noGrp="1" noChangeAspect="1"/></p:cNvPicPr>'
        f"{placeholder(item.slot)}</p:nvPicPr>"
        f'<p:blipFill><a:blip r:embed="{embedded}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill>'
        f'<p:spPr>{transform(item.box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
    )


def _image_part(path: str, attachments: Attachments) -> str:
    data, extension, content_type = _read(Path(path))
    digest = sha256(data).hexdigest()
    if digest not in attachments.pictures:
        name = f"/ppt/media/picture{len(attachments.pictures) + 1}.{extension}"
        attachments.pictures[digest] = name
        attachments.parts.append(Part(name, content_type, data))
    return attachments.pictures[digest]


def _read(path: Path) -> tuple[bytes, str, str]:
    """Bytes, extension and content type. Only the header is decoded: a picture bomb is refused by its size."""
    import warnings

    from PIL import Image

    try:
        if path.stat().st_size > MOST_BYTES:
            raise UnusablePictureError(f"{path.name} is larger than {MOST_BYTES // 1024 // 1024} MB")
        data = path.read_bytes()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            image = Image.open(BytesIO(data), formats=FORMATS)
        with image:
            width, height, form = *image.size, str(image.format)
    except Image.DecompressionBombError as bomb:
        raise UnusablePictureError(f"{path.name} has more than {MOST_PIXELS:,} pixels") from bomb
    except OSError as broken:
        raise UnusablePictureError(f"{path.name} cannot be read as PNG or JPEG") from broken
    if width * height > MOST_PIXELS:
        raise UnusablePictureError(f"{path.name} has more than {MOST_PIXELS:,} pixels")
    if form not in _TYPES:
        raise UnusablePictureError(f"{path.name} is neither PNG nor JPEG")
    try:
        return bare_picture(data, form.lower()), *_TYPES[form]
    except PictureDataError as broken:
        raise UnusablePictureError(f"{path.name} cannot be read as PNG or JPEG: {broken}") from broken
