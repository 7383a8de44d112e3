"""Pictures: looked at before they are taken in, set upright, in colours that every program shows, and bare.

In: PictureItem. Out: a picture element as text, and one image part per different picture. PNG and JPEG are taken as
they are; a WebP, a picture that a camera took on its side, and one in the four inks of print are made anew.
"""

from __future__ import annotations

from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Final

from deckgen.model.frames import PictureItem
from deckgen.model.picture import FORMATS, MOST_BYTES, MOST_PIXELS
from deckgen.powerpoint.ooxml.drawing_data import bare_drawing
from deckgen.powerpoint.ooxml.package import Part
from deckgen.powerpoint.ooxml.picture_data import PictureDataError, bare_picture
from deckgen.powerpoint.writer.scope import Scope
from deckgen.powerpoint.writer.shapes import placeholder, properties, transform

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


def picture(item: PictureItem, scope: Scope) -> str:
    """A picture in its own box, which is already of its proportions, in a placeholder too."""
    image = _added(*_pixels(item), scope)
    named = properties(scope, item.name, item.alt)
    return (
        f'<p:pic><p:nvPicPr>{named}<p:cNvPicPr><a:picLocks noGrp="1" noChangeAspect="1"/></p:cNvPicPr>'
        f"{placeholder(item.slot)}</p:nvPicPr>"
        f'<p:blipFill><a:blip r:embed="{image}"{_drawing(item, scope)}{_cut(item.crop)}'
        "<a:stretch><a:fillRect/></a:stretch>"
        "</p:blipFill>"
        f'<p:spPr>{transform(item.box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
    )


def _pixels(item: PictureItem) -> tuple[bytes, str, str]:
    if item.drawn is None:
        return _read(Path(item.path))
    if item.images is None:
        raise UnusablePictureError(f"{item.name} was not drawn")
    return bare_picture(item.images.png, "png"), *_TYPES["PNG"]


def _drawing(item: PictureItem, scope: Scope) -> str:
    """The end of the picture's reference, with that of a drawing of the same where there is one."""
    if not item.drawing and item.images is None:
        return "/>"
    data = bare_drawing(item.images.svg if item.images else Path(item.drawing).read_bytes())
    if data is None:
        raise UnusablePictureError(f"{item.drawing or item.name} is no drawing that may be taken in")
    drawn = _added(data, "svg", "image/svg+xml", scope)
    return (
        '><a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}"><asvg:svgBlip '
        f'xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" r:embed="{drawn}"/>'
        "</a:ext></a:extLst></a:blip>"
    )


def _added(data: bytes, extension: str, content_type: str, scope: Scope) -> str:
    """The id of the relation to a picture, which is stored once in a deck."""
    attachments, digest = scope.attachments, sha256(data).hexdigest()
    if digest not in attachments.pictures:
        name = f"/ppt/media/picture{len(attachments.pictures) + 1}.{extension}"
        attachments.pictures[digest] = name
        attachments.parts.append(Part(name, content_type, data))
    return scope.relations.add("image", attachments.pictures[digest])


def _cut(crop: tuple[float, float, float, float]) -> str:
    """What is cut off at each side, in thousandths of a per cent."""
    if not any(crop):
        return ""
    sides = (f'{side}="{round(share * 100_000)}"' for side, share in zip("ltrb", crop, strict=True))
    return f"<a:srcRect {' '.join(sides)}/>"


def _read(path: Path) -> tuple[bytes, str, str]:
    """Bytes, extension and content type. A picture bomb is refused by its head."""
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
        return bare_picture(data, form.lower()), *_TYPES[form]
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
