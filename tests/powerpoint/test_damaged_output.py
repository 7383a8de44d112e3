"""Whatever bytes stand where a deck is to be written: a message with a place, never a traceback."""

from __future__ import annotations

import re
import tempfile
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from edited import changed, swap
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from powerpoint_sample import deck, frame, full
from powerpoint_written import write

from deckgen.compare.file_view import DamagedFileError, read_built
from deckgen.diagnostics import Diagnostics
from deckgen.locale import language
from deckgen.output import check_target
from deckgen.powerpoint.readback.edits import Damaged, since_built

_CODES = {"deck-edited", "saved-again", "not-a-built-file", "file-damaged"}
_FEW = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


@pytest.fixture(scope="module")
def sample() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        return write(Path(folder) / "deck.pptx", full(Path(folder))).read_bytes()


def _codes(data: bytes) -> set[str]:
    """The codes for a target of these bytes; `diff --since` reads it as well, or says why not."""
    spoken = language("da")
    assert spoken is not None
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "board.pptx"
        target.write_bytes(data)
        diagnostics = Diagnostics()
        free = check_target(target, "deck", False, diagnostics)
        try:
            read_built(target, spoken.labels)
        except DamagedFileError as damaged:
            assert str(damaged)
    assert free == (not list(diagnostics))
    assert all(one.span.file.endswith("board.pptx") and len(one.message) < 400 for one in diagnostics)
    return {one.code for one in diagnostics}


def _zipped(parts: dict[str, bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


def _parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@_FEW
@given(places=st.lists(st.tuples(st.floats(0, 1), st.integers(0, 255)), min_size=1, max_size=8))
def test_any_bytes_of_the_zip_may_be_wrong(sample: bytes, places: list[tuple[float, int]]) -> None:
    data = bytearray(sample)
    for where, value in places:
        data[int(where * (len(data) - 1))] = value
    assert _codes(bytes(data)) <= _CODES


@_FEW
@given(end=st.floats(0, 1), tail=st.binary(max_size=40))
def test_the_file_may_end_anywhere(sample: bytes, end: float, tail: bytes) -> None:
    assert _codes(sample[: int(end * len(sample))] + tail) <= _CODES


@_FEW
@given(
    part=st.integers(0, 10_000),
    where=st.floats(0, 1),
    length=st.integers(0, 60),
    new=st.sampled_from([b"", b"<", b'"', b"&x;", b"\0", b"\xff", b"<a:t/>", b"</p:sld>", b' r:id="rId99"', b"0"]),
)
def test_any_part_may_be_wrong(sample: bytes, part: int, where: float, length: int, new: bytes) -> None:
    parts = _parts(sample)
    name = list(parts)[part % len(parts)]
    at = int(where * len(parts[name]))
    parts[name] = parts[name][:at] + new + parts[name][at + length :]
    assert _codes(_zipped(parts)) <= _CODES


def test_any_part_may_be_gone_or_another(sample: bytes) -> None:
    small = deck(*(frame(name) for name in ("en", "to")))
    with tempfile.TemporaryDirectory() as folder:
        parts = _parts(write(Path(folder) / "deck.pptx", small).read_bytes())
    for name in parts:
        rest = {other: data for other, data in parts.items() if other != name}
        assert _codes(_zipped(rest)) <= _CODES, name
        assert _codes(_zipped(rest | {name: b"<other/>"})) <= _CODES, name
        assert _codes(_zipped(rest | {name: b""})) <= _CODES, name


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        ("ppt/slides/slide2.xml", "<p:cSld ", '<p:cSld xmlns:x="../relative" '),
        ("ppt/slides/slide2.xml", 'schemeClr val="tx1"', 'schemeClr val="none"'),
        ("ppt/slides/slide2.xml", '<a:schemeClr val="tx1"/>', '<a:srgbClr val="not a colour"/>'),
        ("ppt/charts/chart1.xml", "<c:v>450</c:v>", "<c:v>1e999</c:v>"),
        ("ppt/slides/slide4.xml", 'tr h="457200"', 'tr h="high"'),
        ("customXml/item1.xml", 'section="0"', 'section="first"'),
        ("ppt/presentation.xml", 'r:id="rId9"', 'r:id="rId999"'),
        ("ppt/presentation.xml", '<p:sldId id="257" r:id="rId9"/>', '<p:sldId id="257"/>'),
        ("ppt/_rels/presentation.xml.rels", "slides/slide2.xml", "../../../slide2.xml"),
        ("ppt/slides/_rels/slide2.xml.rels", "<Relationships", "<Relationships <"),
    ],
    ids=lambda value: str(value)[:30],
)
def test_what_is_well_formed_and_means_nothing_is_told(
    sample: bytes, part: str, old: str, new: str, tmp_path: Path
) -> None:
    path = tmp_path / "deck.pptx"
    path.write_bytes(sample)
    assert _codes(changed(path, swap(part, old, new)).read_bytes()) & _CODES


def test_a_damaged_file_is_told_in_one_line(sample: bytes, tmp_path: Path) -> None:
    target = tmp_path / "board.pptx"
    target.write_bytes(sample[: len(sample) // 2])
    diagnostics = Diagnostics()
    assert not check_target(target, "deck", False, diagnostics)
    (one,) = diagnostics
    assert one.code == "file-damaged"
    assert re.fullmatch(r"this file cannot be read; [^\n]{5,120}", one.message)
    assert target.read_bytes() == sample[: len(sample) // 2]


def test_a_workbook_that_is_broken_counts_as_its_bytes(sample: bytes, tmp_path: Path) -> None:
    path = tmp_path / "deck.pptx"
    path.write_bytes(sample)
    changed(path, lambda parts: parts.update({"ppt/embeddings/Microsoft_Excel_Sheet1.xlsx": b"PK no workbook"}))
    assert not isinstance(since_built(path), Damaged)
