"""Pictures keep their pixels and lose what they say beside them."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageSequence, PngImagePlugin

from deckgen.picture_files.bare import PictureDataError, bare_picture, form_of

SECRET = b"Hemmelig"
FORMS = ("png", "jpeg", "gif")


def drawn() -> Image.Image:
    image = Image.new("RGB", (24, 16), "#2255aa")
    image.paste("#ffcc00", (4, 4, 12, 12))
    return image


def saved(form: str, **options: object) -> bytes:
    out = BytesIO()
    drawn().save(out, form.upper(), **options)
    return out.getvalue()


def pixels(data: bytes) -> bytes:
    with Image.open(BytesIO(data)) as image:
        return image.convert("RGB").tobytes()


def png_with_texts() -> bytes:
    notes = PngImagePlugin.PngInfo()
    notes.add_text("Author", "Hemmelig Ejer")
    notes.add_itxt("XML:com.adobe.xmp", "<x:xmpmeta>Hemmelig</x:xmpmeta>")
    return saved("png", pnginfo=notes)


def jpeg_with_notes() -> bytes:
    exif = Image.Exif()
    exif[0x013B] = "Hemmelig Ejer"
    noted = saved("jpeg", exif=exif, comment=b"Hemmelig", icc_profile=b"profile", progressive=True)
    xmp = b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>Hemmelig</x:xmpmeta>"
    return noted[:2] + b"\xff\xe1" + struct.pack(">H", len(xmp) + 2) + xmp + noted[2:]


def gif_with_comment() -> bytes:
    return saved("gif", comment=b"Hemmelig")


def noted() -> Iterator[tuple[str, bytes]]:
    yield "png", png_with_texts()
    yield "jpeg", jpeg_with_notes()
    yield "gif", gif_with_comment()


@pytest.mark.parametrize(("form", "data"), list(noted()), ids=FORMS)
def test_what_a_picture_says_of_its_maker_goes_and_its_pixels_stay(form: str, data: bytes) -> None:
    told = data + SECRET
    assert SECRET in told
    bare = bare_picture(told, form)
    assert SECRET not in bare
    assert pixels(bare) == pixels(data)
    assert bare_picture(bare, form) == bare


def test_a_colour_profile_stays() -> None:
    assert b"ICC_PROFILE" in bare_picture(jpeg_with_notes(), "jpeg")


def test_an_animated_gif_keeps_its_frames_and_its_loop() -> None:
    out = BytesIO()
    frames = [Image.new("RGB", (8, 8), color) for color in ("red", "green", "blue")]
    frames[0].save(out, "GIF", save_all=True, append_images=frames[1:], loop=0, comment=b"Hemmelig")
    bare = bare_picture(out.getvalue(), "gif")
    with Image.open(BytesIO(bare)) as image:
        assert len(list(ImageSequence.Iterator(image))) == 3
        assert image.info["loop"] == 0
    assert SECRET not in bare


def test_a_thumbnail_in_the_head_of_a_jpeg_goes() -> None:
    head = b"JFIF\0\1\1\0\0\1\0\1\1\3" + b"Hemmelig!"
    data = saved("jpeg")
    start = 4 + struct.unpack_from(">H", data, 4)[0]
    thumbed = data[:2] + b"\xff\xe0" + struct.pack(">H", len(head) + 2) + head + data[start:]
    assert SECRET not in bare_picture(thumbed, "jpeg")
    assert pixels(bare_picture(thumbed, "jpeg")) == pixels(data)


def test_a_jpeg_without_an_end_is_ended() -> None:
    assert bare_picture(saved("jpeg")[:-2], "jpeg") == bare_picture(saved("jpeg"), "jpeg")


def emf(description: str) -> bytes:
    said = description.encode("utf-16-le")
    size = 108 + len(said) + 20
    head = (
        struct.pack("<II", 1, 108 + len(said)) + bytes(32) + b" EMF" + struct.pack("<IIIHH", 0x10000, size, 2, 1, 0)
    )
    head += struct.pack("<III", len(description), 108, 0)
    return head.ljust(108, b"\0") + said + struct.pack("<IIIII", 14, 20, 0, 16, 20)


def test_an_emf_loses_its_description_and_what_hangs_on_behind() -> None:
    data = emf("Hemmelig program")
    assert "Hemmelig".encode("utf-16-le") in data
    bare = bare_picture(data + SECRET, "emf")
    assert len(bare) == len(data)
    assert "Hemmelig".encode("utf-16-le") not in bare
    assert SECRET not in bare


def test_a_wmf_ends_where_it_says() -> None:
    data = struct.pack("<HHHIHIH", 1, 9, 0x300, 12, 0, 3, 0) + struct.pack("<IH", 3, 0)
    assert bare_picture(data + SECRET, "wmf") == data


@pytest.mark.parametrize("form", FORMS)
def test_the_form_is_read_from_the_bytes(form: str) -> None:
    assert form_of(saved(form)) == form
    assert form_of(b"nothing of the sort") == ""


@pytest.mark.parametrize("form", [*FORMS, "emf", "wmf"])
@given(data=st.binary(max_size=200))
def test_any_bytes_give_a_picture_or_a_picture_data_error(form: str, data: bytes) -> None:
    with_head = {"png": b"\x89PNG\r\n\x1a\n", "jpeg": b"\xff\xd8", "gif": b"GIF89a"}.get(form, b"")
    for each in (data, with_head + data):
        try:
            assert len(bare_picture(each, form)) <= len(each) + 2
        except PictureDataError:
            continue


@given(cut=st.integers(8, 80))
def test_a_png_that_is_cut_off_is_no_picture(cut: int) -> None:
    data = saved("png")
    with pytest.raises(PictureDataError):
        bare_picture(data[: min(cut, len(data) - 1)], "png")


def chunk(kind: bytes, held: bytes) -> bytes:
    return struct.pack(">I", len(held)) + kind + held + struct.pack(">I", zlib.crc32(kind + held))


def record(kind: int, held: bytes) -> bytes:
    """Of a WMF."""
    return struct.pack("<IH", 3 + len(held) // 2, kind) + held


def emf_of(*records: tuple[int, bytes]) -> bytes:
    body = b"".join(struct.pack("<II", kind, 8 + len(held)) + held for kind, held in records)
    head = struct.pack("<II", 1, 100) + bytes(32) + b" EMF" + struct.pack("<III", 0x10000, 100 + len(body), 2)
    return head.ljust(100, b"\0") + body


def planted() -> Iterator[tuple[str, str, bytes]]:
    """Places in which a picture may say something that nobody sees: a name, the form, the bytes."""
    png, jpeg, gif = saved("png"), saved("jpeg"), saved("gif")
    yield (
        "name of a colour profile",
        "png",
        png[:33] + chunk(b"iCCP", SECRET + b"\0\0" + zlib.compress(b"x")) + png[33:],
    )
    yield "a chunk that is too long", "png", png[:33] + chunk(b"sBIT", b"\x08\x08\x08" + SECRET) + png[33:]
    yield "the end of a PNG", "png", png[:-12] + chunk(b"IEND", SECRET)
    for marker in (0x02, 0xC8, 0xF0, 0xFD):
        said = bytes((0xFF, marker)) + struct.pack(">H", len(SECRET) + 2) + SECRET
        yield f"segment {marker:02X}", "jpeg", jpeg[:2] + said + jpeg[2:]
    adobe = b"Adobe\0\x64" + bytes(4) + b"\1" + SECRET
    yield "Adobe's segment", "jpeg", jpeg[:2] + b"\xff\xee" + struct.pack(">H", len(adobe) + 2) + adobe + jpeg[2:]
    start = 13 + 3 * 2 ** ((gif[10] & 7) + 1)
    more = bytes((len(SECRET),)) + SECRET + b"\0"
    yield "the loop", "gif", gif[:start] + b"\x21\xff\x0bNETSCAPE2.0\3\1\0\0" + more + gif[start:]
    yield "the timing", "gif", gif[:start] + b"\x21\xf9\4\0\0\0\0" + more + gif[start:]
    comment = struct.pack("<I", len(SECRET)) + SECRET
    yield "a comment", "emf", emf_of((70, comment), (14, bytes(12)))
    yield "behind the last record", "emf", emf_of((14, bytes(12)), (70, comment))
    body = record(0x0626, struct.pack("<HH", 15, len(SECRET)) + SECRET) + record(0, b"")
    yield "an escape", "wmf", struct.pack("<HHHIHIH", 1, 9, 0x300, 9 + len(body) // 2, 0, 20, 0) + body


@pytest.mark.parametrize(("form", "data"), [one[1:] for one in planted()], ids=[one[0] for one in planted()])
def test_nothing_that_nobody_sees_stays(form: str, data: bytes) -> None:
    bare = bare_picture(data, form)
    assert SECRET in data and SECRET not in bare
    assert bare_picture(bare, form) == bare
    if form in FORMS:
        assert pixels(bare) == pixels(saved(form))


def test_what_an_emf_draws_in_comments_stays() -> None:
    data = emf_of((70, struct.pack("<I", 8) + b"EMF+draw"), (14, bytes(12)))
    assert bare_picture(data, "emf") == data
