"""Areas shaded by number: names that match, classes, areas without a number, labels, and files that are wrong."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import gallery
import invented_land
from deckgen import pipeline
from deckgen.content.maps import MOST_BYTES
from deckgen.diagnostics import Diagnostic, Diagnostics
from deckgen.model.drawing import DrawingData
from deckgen.model.drawn_areas import classes, without_value
from deckgen.model.frames import PictureItem
from deckgen.registry import registry

HEAD = "id: example.areas\nkind: drawing\ntitle: Fjordvig er foran\n"
SLIDE = HEAD + registry().drawings["choropleth"].example
SURVEY = """\
datasets:
  answers:
    file: answers.csv
    source: survey
    min-n: 3
    columns:
      place: {type: single, options: {a: Havneby, b: Engsted, c: Mosekær, d: Lyngå}}
      joint: {type: single, options: {y: Ja, n: Nej}}
tabulations:
  joint: {data: answers, question: joint, statistic: share, by: place, gather: {Ja: [y]}}
"""


def content(folder: Path, slide: str, **files: str) -> Path:
    made = gallery.write(folder / "content", {"example.areas": slide})
    for name, said in files.items():
        (made / name.replace("_", ".")).write_text(said, encoding="utf-8")
    return made


def errors(folder: Path) -> list[Diagnostic]:
    found = Diagnostics()
    pipeline.load(folder, gallery.BRAND, found)
    return [one for one in found if one.severity == "error"]


def drawn(folder: Path) -> tuple[DrawingData, PictureItem]:
    """What is drawn of the one slide of a content folder, which can be made."""
    found = Diagnostics()
    known = pipeline.load(folder, gallery.BRAND, found)
    assert known is not None, [str(one) for one in found]
    frames = pipeline.set_deck(known, pipeline.plan_deck(known, "gallery", found), found)
    (item,) = (one for one in frames.frames[0].items if isinstance(one, PictureItem))
    assert item.drawn is not None
    assert pipeline.deck_bytes(known, frames, found), [str(one) for one in found]
    return item.drawn.data, item


def test_classes_hold_every_number_and_areas_without_one_are_said(tmp_path: Path) -> None:
    data, item = drawn(content(tmp_path, SLIDE))
    told = [(step.said, [one.name for one in step.places]) for step in classes(data)]
    assert told == [
        ("9–12", ["Mosekær", "Klitgård"]),
        ("18–22", ["Lyngå", "Engsted"]),
        ("31–38", ["Havneby", "Fjordvig"]),
    ]
    assert list(without_value(data)) == [("Sandø", "uden tal")]
    assert item.alt.endswith("31–38: Havneby, Fjordvig. uden tal: Sandø")
    assert "Fjordvig: 38" in data.told and "Sandø: uden tal" in data.told


def test_an_area_that_no_row_names_has_no_number_either(tmp_path: Path) -> None:
    data, _ = drawn(content(tmp_path, SLIDE.replace("  - {label: Sandø, value: –}\n", "")))
    assert list(without_value(data)) == [("Sandø", "uden tal")]


def test_rows_may_call_areas_by_any_property(tmp_path: Path) -> None:
    rows = "".join(f'  - {{label: "{number:03}", value: {number}}}\n' for number in range(1, 5))
    slide = f"{HEAD}drawing: choropleth\ncounted: Andel\noutline: {invented_land.FILE}\nnamed-by: code\ndata:\n{rows}"
    data, _ = drawn(content(tmp_path, slide))
    assert [name for name, _ in data.lands] == [f"{number:03}" for number in range(1, 8)]
    assert len(list(without_value(data))) == 3


def test_a_table_of_shares_fills_a_map_and_hidden_areas_are_said_to_be(tmp_path: Path) -> None:
    groups = {"a": (6, 4), "b": (3, 5), "c": (5, 5), "d": (1, 1)}
    rows = "".join(f"{place};{'y'}\n" * yes + f"{place};{'n'}\n" * no for place, (yes, no) in groups.items())
    slide = f"{HEAD}drawing: choropleth\ncounted: Andel\noutline: {invented_land.FILE}\ntable: joint\n"
    data, item = drawn(content(tmp_path, slide, data_yaml=SURVEY, answers_csv=f"place;joint\n{rows}"))
    hidden = {name for name, why in without_value(data) if why == "skjult"}
    assert "Lyngå" in hidden and len(hidden) == 2  # one alone would follow from the sum of all
    assert {row.label for row in data.rows} == {"Havneby", "Engsted", "Mosekær", "Lyngå"}
    assert "50 %" not in [row.shown[0] for row in data.rows if row.label in hidden]
    assert "skjult: " in item.alt and "uden tal: " in item.alt


@pytest.mark.parametrize(
    ("old", "new", "code", "said"),
    [
        ("label: Havneby", "label: Havnby", "unknown-place", "did you mean `Havneby`?"),
        ("steps:", "named-by: kode\nsteps:", "unknown-property", "did you mean `code`?"),
        ("steps: [15, 30]", "steps: [30, 15]", "bad-steps", "begin with the lowest"),
        ("label: Engsted", "label: Havneby", "label-twice", "keep one of them"),
        ("value: 22", "value: [22, 3]", "drawing-data", "write one value"),
        (f"outline: {invented_land.FILE}\n", "", "drawing-data", "write `outline:`"),
        ("steps:", "series: [A]\nsteps:", "fields-disagree", "heat_map"),
        (f"outline: {invented_land.FILE}", "outline: none.geojson", "picture-missing", ""),
    ],
)
def test_what_cannot_be_shown_is_said_at_its_place(old: str, new: str, code: str, said: str, tmp_path: Path) -> None:
    assert old in SLIDE
    (one,) = errors(content(tmp_path, SLIDE.replace(old, new)))
    assert one.code == code
    assert said in one.hint
    assert one.span.file.endswith("examples.yaml")
    assert one.span.line > 0


@pytest.mark.parametrize(
    ("file", "code"),
    [
        ("", "geojson-broken"),
        ('{"type": "FeatureCollection", "features": []}', "geojson-area"),
        ('{"type": "Feature", "properties": {"name": "A"}, "geometry": null}', "geojson-area"),
        (
            '{"type": "Feature", "properties": {}, "geometry": {"type": "Point", "coordinates": [9, 57]}}',
            "geojson-area",
        ),
        (invented_land.geojson()[:-40], "geojson-broken"),
    ],
)
def test_a_file_that_draws_nothing_is_one_error_in_the_file(file: str, code: str, tmp_path: Path) -> None:
    folder = content(tmp_path, SLIDE)
    (folder / invented_land.FILE).write_text(file, encoding="utf-8")
    (one,) = errors(folder)
    assert (one.code, one.span.file.endswith(invented_land.FILE)) == (code, True)


def test_a_file_out_of_all_measure_is_refused_and_one_just_under_is_drawn_small(tmp_path: Path) -> None:
    folder = content(tmp_path, SLIDE)
    file = folder / invented_land.FILE
    file.write_text(invented_land.geojson() + " " * MOST_BYTES, encoding="utf-8")
    (one,) = errors(folder)
    assert (one.code, one.hint) == ("outline-format", "simplify its coasts")
    fine = json.loads(invented_land.geojson())
    for feature in fine["features"]:
        ring = feature["geometry"]["coordinates"][0]
        sides = zip(ring, [*ring[1:], ring[0]], strict=True)
        parts = ((start, end, at / 60) for start, end in sides for at in range(60))
        finer = [[start[axis] + (end[axis] - start[axis]) * at for axis in (0, 1)] for start, end, at in parts]
        feature["geometry"]["coordinates"] = [finer]
    file.write_text(json.dumps(fine), encoding="utf-8")
    data, _ = drawn(folder)
    assert sum(len(ring) for _, land in data.lands for ring in land.rings) < 12_000


def test_a_name_without_room_on_its_area_stands_beside_the_map(tmp_path: Path) -> None:
    """Only the finding's: others have their number alone, or nothing."""
    long = invented_land.geojson().replace("Sandø", "Sandø og Holmene ved Fjordvig")
    rows = SLIDE.replace(
        "{label: Sandø, value: –}", "{label: Sandø og Holmene ved Fjordvig, value: 44, emphasis: true}"
    )
    folder = content(tmp_path, rows)
    (folder / invented_land.FILE).write_text(long, encoding="utf-8")
    assert drawn(folder)
