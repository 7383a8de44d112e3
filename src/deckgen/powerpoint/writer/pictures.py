"""Pictures in a file, each stored once.

In: PictureItem. Out: a picture element as text, and one image part per different picture.
"""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from deckgen.model.frames import PictureItem
from deckgen.picture_files.drawing import bare_drawing
from deckgen.picture_files.shown import Shown, UnusablePictureError, shown_picture, shown_png
from deckgen.powerpoint.ooxml.package import Part
from deckgen.powerpoint.writer.scope import Scope
from deckgen.powerpoint.writer.shapes import placeholder, properties, transform


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


def _pixels(item: PictureItem) -> Shown:
    if item.drawn is None:
        return shown_picture(Path(item.path))
    if item.images is None:
        raise UnusablePictureError(f"{item.name} was not drawn")
    return shown_png(item.images.png)


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
