"""How answers are spread, out of data: exact where they are few, nobody at its ends alone, none of too few."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import gallery
from deckgen import pipeline
from deckgen.data.measures import LEAST_SPREAD, MOST_QUANTILES, spread
from deckgen.data.tallies import Tally
from deckgen.diagnostics import Diagnostics
from deckgen.model.drawing import DrawingData
from deckgen.model.drawing_told import quantile
from deckgen.model.frames import PictureItem

DATA = """\
datasets:
  answers:
    file: answers.csv
    source: survey
    min-n: 3
    columns:
      group: {type: single, options: {a: Små, b: Store, c: Nye}}
      months: {type: integer}
tabulations:
  months: {data: answers, question: months, statistic: median, by: group}
"""
SLIDE = """\
id: example.spread
kind: drawing
title: De store venter længst på svar
drawing: distribution
counted: Måneder til svar
table: months
"""


def drawn(content: Path) -> tuple[DrawingData, PictureItem, Diagnostics]:
    """What is drawn of the one slide of a content folder, which can be made."""
    found = Diagnostics()
    known = pipeline.load(content, gallery.BRAND, found)
    assert known is not None, [str(one) for one in found]
    frames = pipeline.set_deck(known, pipeline.plan_deck(known, "gallery", found), found)
    (item,) = (one for one in frames.frames[0].items if isinstance(one, PictureItem))
    assert item.drawn is not None
    assert pipeline.deck_bytes(known, frames, found)
    assert not found.has_errors
    return item.drawn.data, item, found


def counted(values: list[int]) -> dict[Decimal, Tally]:
    return {Decimal(one): Tally(n, n, n) for one in sorted(set(values)) if (n := values.count(one))}


@given(st.lists(st.integers(0, 40), max_size=300), st.integers(0, 8))
def test_what_is_told_of_a_spread(values: list[int], least: int) -> None:
    told = spread(counted(values), least)
    ordered = sorted(values)
    if len(values) < max(LEAST_SPREAD, 2 * least):
        assert told == ()
        return
    assert list(told) == sorted(told)
    assert len(told) == min(len(values), MOST_QUANTILES)
    behind = max(least, 1)
    assert sum(one <= told[0] for one in ordered) >= behind
    assert sum(one >= told[-1] for one in ordered) >= behind


def test_up_to_a_hundred_answers_the_median_is_exact() -> None:
    values = [1, 1, 2, 2, 3, 5, 8, 8, 9, 30]
    told = spread(counted(values), 2)
    assert quantile(told, 0.5) == 4
    assert [told[0], told[-1]] == [Decimal(1), Decimal(9)]


GROUPS = {"a": [1, 2, 2, 3, 3, 4, 4, 5, 6, 12], "b": [4, 5, 6, 7, 7, 8, 9, 10, 11, 31], "c": [20, 40]}
ENOUGH = GROUPS | {"c": [20, 22, 25, 31, 33, 40, 41, 52, 60]}


def written(folder: Path, groups: Mapping[str, list[int]], slide: str = SLIDE) -> Path:
    content = gallery.write(folder / "content", {"example.spread": slide})
    (content / "data.yaml").write_text(DATA, encoding="utf-8")
    rows = "".join(f"{group};{one}\n" for group, values in groups.items() for one in values)
    (content / "answers.csv").write_text(f"group;months\n{rows}", encoding="utf-8")
    return content


@pytest.mark.parametrize("form", ["distribution", "ridgeline"])
def test_a_table_of_medians_fills_a_distribution_and_small_groups_stay_hidden(form: str, tmp_path: Path) -> None:
    data, item, _ = drawn(written(tmp_path, GROUPS, SLIDE.replace("distribution", form)))
    small, large, new = data.rows
    assert [row.label for row in data.rows] == ["Små", "Store", "Nye"]
    assert (small.shown, large.shown, new.shown) == (("3,5",), ("7,5",), ("skjult",))
    assert new.quantiles == () and new.values == (None,)
    assert max(small.quantiles) == 5 and max(large.quantiles) == 10  # what stands third from above
    assert "skjult" in item.alt and "40" not in item.alt


def test_n_of_each_group_is_told_and_none_that_gives_a_small_one_back(tmp_path: Path) -> None:
    every, _, _ = drawn(written(tmp_path / "enough", ENOUGH))
    assert [row.n for row in every.rows] == ["10", "10", "9"]
    some, item, _ = drawn(written(tmp_path / "few", GROUPS))
    assert [row.n for row in some.rows] == ["", "10", ""]  # that of all minus both would be that of the small one
    assert "n = 10" in item.alt


def test_a_ridgeline_of_two_groups_is_a_distribution(tmp_path: Path) -> None:
    found = Diagnostics()
    slide = SLIDE.replace("distribution", "ridgeline")
    content = written(tmp_path, ENOUGH, slide)
    (content / "data.yaml").write_text(DATA.replace(", c: Nye", ""), encoding="utf-8")
    rows = "".join(f"{group};{one}\n" for group in "ab" for one in ENOUGH[group])
    (content / "answers.csv").write_text(f"group;months\n{rows}", encoding="utf-8")
    pipeline.load(content, gallery.BRAND, found)
    (one,) = (one for one in found if one.severity == "error")
    assert (one.code, one.hint) == ("drawing-data", "write `drawing: distribution`")
