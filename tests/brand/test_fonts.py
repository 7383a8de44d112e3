"""A brand's own font files are measured; what is wrong with one is a diagnostic at its place, never a traceback."""

from __future__ import annotations

import random
import shutil
from pathlib import Path
from typing import Any

import pytest
from font_files import FEATURES, write_font

from deckgen.brand import fonts, load_brand
from deckgen.diagnostics import Diagnostic, Diagnostics
from deckgen.layout.metrics import WIDTH_SLACK, face
from deckgen.model.metrics import FaceMetrics
from deckgen.model.theme import Theme

ASSETS = Path(__file__).parents[2] / "assets"
LISTED = """\
    - family: Firma
      source: file
      files:
        - path: fonts/Firma-Regular.ttf
        - path: fonts/Firma-Italic.ttf
          style: italic
        - path: fonts/Firma-Bold.ttf
          weight: bold
"""
LIGATURE = "feature liga { sub f i by f_i; } liga;"


@pytest.fixture
def brand(tmp_path: Path) -> Path:
    """The shipped brand with a face of its own for all that is not a heading."""
    for name in ("_brand.yml", "wordmark.svg", "motif.svg"):
        shutil.copy(ASSETS / name, tmp_path / name)
    file = tmp_path / "_brand.yml"
    said = file.read_text(encoding="utf-8")
    said = said.replace("    - family: Calibri\n      source: system\n", LISTED).replace(
        "base: Calibri", "base: firma"
    )
    file.write_text(said, encoding="utf-8")
    write_font(tmp_path / "fonts/Firma-Regular.ttf", 500, features=FEATURES + LIGATURE)
    write_font(tmp_path / "fonts/Firma-Bold.ttf", 600)
    return file


def loaded(brand: Path) -> tuple[Theme | None, list[Diagnostic]]:
    diagnostics = Diagnostics()
    theme = load_brand(brand, "assets/_brand.yml", diagnostics)
    return theme, list(diagnostics)


def change(brand: Path, old: str, new: str) -> None:
    said = brand.read_text(encoding="utf-8")
    assert old in said
    brand.write_text(said.replace(old, new), encoding="utf-8")


def test_a_font_file_is_measured_with_its_kerning_and_ligatures(brand: Path) -> None:
    theme, found = loaded(brand)
    assert [str(one) for one in found] == []
    assert theme is not None and theme.body_face == "Firma"
    measured = face("Firma", theme.fonts["Firma"])
    assert measured.known
    assert measured.line == pytest.approx(1.3)
    regular, bold = measured.style(False), measured.style(True)
    assert regular.safe("abc") == pytest.approx(1.5 * WIDTH_SLACK)
    assert bold.safe("abc") == pytest.approx(1.8 * WIDTH_SLACK)
    assert regular.drawn("AV", 12) == pytest.approx(0.9 * 12)
    assert regular.drawn("fi", 12) == pytest.approx(0.7 * 12)
    assert list(regular.lacks("a→")) == ["→"]


def test_a_ligature_of_a_glyph_that_no_character_has_is_passed_over(brand: Path) -> None:
    """The others of its lookup are known, what comes before it and what comes after."""
    both = "feature liga { sub f i by f_i; sub f f_i by f_i; sub a b by f_i; } liga;"
    write_font(brand.parent / "fonts/Firma-Regular.ttf", 500, features=FEATURES + both)
    theme, found = loaded(brand)
    assert theme is not None and [str(one) for one in found] == []
    measured = face("Firma", theme.fonts["Firma"]).style(False)
    assert [measured.drawn(said, 12) / 12 for said in ("fi", "ab", "fx")] == pytest.approx([0.7, 0.7, 1.0])


def test_a_deck_is_set_by_the_font_file(brand: Path) -> None:
    from deckgen.layout.setting import Setting

    theme, _ = loaded(brand)
    assert theme is not None
    assert Setting(theme, {}).face("body").advance("a", False) == pytest.approx(0.5 * WIDTH_SLACK)
    assert Setting(theme, {}).face("title").name == "Cambria"


def test_the_old_kerning_table_counts_where_there_is_no_other(brand: Path) -> None:
    from fontTools.ttLib import TTFont, newTable
    from fontTools.ttLib.tables._k_e_r_n import KernTable_format_0

    file = brand.parent / "fonts/Firma-Bold.ttf"
    write_font(file, 600, features="")
    font: Any = TTFont(file)
    table = KernTable_format_0()
    table.coverage, table.version, table.apple, table.kernTable = 1, 0, False, {("T", "o"): -200}
    font["kern"] = newTable("kern")
    font["kern"].version, font["kern"].kernTables = 0, [table]
    font.save(file)
    theme, found = loaded(brand)
    assert theme is not None, [str(one) for one in found]
    assert face("Firma", theme.fonts["Firma"]).style(True).drawn("To", 12) == pytest.approx(1.0 * 12)


def test_without_a_bold_file_bold_is_measured_wider_with_a_warning(brand: Path) -> None:
    change(brand, "        - path: fonts/Firma-Bold.ttf\n          weight: bold\n", "")
    theme, found = loaded(brand)
    assert [(one.code, one.severity) for one in found] == [("brand-font-no-bold", "warning")]
    assert theme is not None
    assert face("Firma", theme.fonts["Firma"]).style(True).safe("a") == pytest.approx(0.55 * WIDTH_SLACK)


def test_a_weight_may_be_a_number_and_a_file_may_stand_alone(brand: Path) -> None:
    change(brand, "weight: bold", "weight: 700")
    change(brand, "- path: fonts/Firma-Regular.ttf", "- fonts/Firma-Regular.ttf")
    assert loaded(brand)[1] == []


@pytest.mark.parametrize(
    "path",
    ["../Firma.ttf", "fonts/../../Firma.ttf", "/usr/share/fonts/Firma.ttf", "C:Firma.ttf", "https://x.dk/Firma.ttf"],
)
def test_a_font_outside_of_the_folder_is_refused(brand: Path, path: str) -> None:
    change(brand, "fonts/Firma-Regular.ttf", path)
    theme, found = loaded(brand)
    assert theme is not None and not theme.fonts
    assert [(one.code, one.severity) for one in found] == [("brand-font-outside", "warning")]
    assert found[0].hint


def test_a_link_that_leads_out_is_refused(brand: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = tmp_path_factory.mktemp("outside") / "Firma.ttf"
    file = brand.parent / "fonts/Firma-Regular.ttf"
    shutil.move(file, outside)
    file.symlink_to(outside)
    assert [one.code for one in loaded(brand)[1]] == ["brand-font-outside"]


def test_a_missing_a_foreign_and_a_far_too_large_font(brand: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = brand.parent / "fonts/Firma-Bold.ttf"
    file.unlink()
    assert [one.code for one in loaded(brand)[1]] == ["brand-font-missing"]
    file.mkdir()
    assert [one.code for one in loaded(brand)[1]] == ["brand-font-missing"]
    monkeypatch.setattr(fonts, "MAX_BYTES", 100)
    assert [one.code for one in loaded(brand)[1]] == ["brand-font-format", "brand-font-missing"]
    change(brand, "fonts/Firma-Regular.ttf", "fonts/Firma-Regular.woff2")
    assert "brand-font-format" in {one.code for one in loaded(brand)[1]}


@pytest.mark.parametrize("entry", ["", "files: []", "files: fonts", "files: [{weight: bold}]", "files: [[]]"])
def test_a_family_without_a_regular_font_is_told_with_a_hint(brand: Path, entry: str) -> None:
    said = brand.read_text(encoding="utf-8")
    brand.write_text(said.replace(LISTED[LISTED.index("files:") :], f"{entry}\n"), encoding="utf-8")
    theme, found = loaded(brand)
    assert theme is not None and theme.body_face.casefold() == "firma" and not theme.fonts
    assert {one.code for one in found} == {"brand-font"}
    assert all(one.hint and one.span.line > 1 for one in found)


def test_a_weight_that_is_none_is_told(brand: Path) -> None:
    change(brand, "weight: bold", "weight: heavyish")
    assert "brand-font" in [one.code for one in loaded(brand)[1]]


def test_broken_fonts_are_diagnostics(brand: Path) -> None:
    file = brand.parent / "fonts/Firma-Regular.ttf"
    whole = file.read_bytes()
    chance = random.Random(7)
    broken: list[bytes] = [b"", b"not a font", whole[:200], whole[: len(whole) // 2]]
    for _ in range(40):
        data = bytearray(whole)
        for _ in range(chance.randint(1, 60)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        broken.append(bytes(data))
    refused = 0
    for each in broken:
        file.write_bytes(each)
        theme, found = loaded(brand)
        codes = {one.code for one in found}
        assert codes <= {"brand-font-broken"}
        assert theme is not None and bool(theme.fonts) != ("brand-font-broken" in codes)
        refused += not theme.fonts
    assert refused >= 4


def test_a_font_without_the_alphabet_or_with_mad_measures_is_refused(brand: Path) -> None:
    file = brand.parent / "fonts/Firma-Regular.ttf"
    write_font(file, 500, letters="abcAVfi")
    assert [one.code for one in loaded(brand)[1]] == ["brand-font-broken"]
    write_font(file, 500, units=10000)
    assert [one.code for one in loaded(brand)[1]] == ["brand-font-broken"]


def test_a_brand_without_font_files_never_imports_fonttools() -> None:
    import subprocess
    import sys

    said = (
        "import sys, pathlib; from deckgen.brand import load_brand; from deckgen.diagnostics import Diagnostics;"
        f"load_brand(pathlib.Path({str(ASSETS / '_brand.yml')!r}), 'b', Diagnostics());"
        "sys.exit('fontTools' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", said], check=False).returncode == 0


def test_measures_are_compared_by_identity_so_that_a_face_is_built_once(brand: Path) -> None:
    theme, _ = loaded(brand)
    assert theme is not None
    own: FaceMetrics = theme.fonts["Firma"]
    assert face("Firma", own) is face("Firma", own)
