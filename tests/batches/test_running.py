"""What a batch makes and what it leaves: shards, members, what is stale, what fails, and what somebody edited."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation
from towns import bytes_of, write_towns

import deckgen
from commands import invoked
from deckgen.model.batch import Known, Outcome
from deckgen.result import Batch, Result, UsageError


@pytest.fixture
def few(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Six towns, where the test stands."""
    monkeypatch.chdir(write_towns(tmp_path, 6))
    return tmp_path


def batch_of(result: Result) -> Batch:
    assert result.batch is not None, result.diagnostics
    return result.batch


def states(**options: Any) -> dict[str, str]:
    return {one.task.member: one.state for one in known(**options)}


def known(**options: Any) -> tuple[Known, ...]:
    return batch_of(deckgen.batch_status(**options)).known


def replaced(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_shards_are_parts_of_one_whole(few: Path) -> None:
    parts = [{file.name for file in deckgen.batch(shard=f"{part}/3").files} for part in (1, 2, 3)]
    assert [len(part) for part in parts] == [2, 2, 2]
    assert len(set.union(*parts)) == 6


@pytest.mark.parametrize("shard", ["0/3", "4/3", "1", "a/b", "1/0", "1/2/3"])
def test_a_shard_that_is_no_part_is_a_mistake_of_who_calls(few: Path, shard: str) -> None:
    with pytest.raises(UsageError, match="2/5"):
        deckgen.batch(shard=shard)


def test_one_member_alone_is_made(few: Path) -> None:
    assert [file.name for file in deckgen.batch(only=["by003"]).files] == ["by003-by003.pptx"]
    assert states() | {"by003": "done"} == dict.fromkeys(states(), "missing") | {"by003": "done"}
    with pytest.raises(UsageError, match="no member 'by9'"):
        deckgen.batch(only=["by9"])


def test_a_name_that_is_no_batch_is_a_mistake_of_who_calls(few: Path) -> None:
    with pytest.raises(UsageError, match="no deck 'twn': town"):
        deckgen.batch(decks=["twn"])
    with pytest.raises(UsageError, match="deckgen batch run town"):
        deckgen.build(decks=["town"])


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("content/slides.yaml", "opdigtede", "fundet på"),
        ("content/answers.csv", "by004;Egn 4;a\n", "by004;Egn 4;b\n"),
        ("assets/_brand.yml", "#0F4C5C", "#0F4C5D"),
        ("assets/wordmark.svg", "H20", "H19"),
    ],
)
def test_a_deck_is_stale_when_anything_changed_that_it_rests_on(few: Path, file: str, old: str, new: str) -> None:
    deckgen.batch(only=["by004"])
    assert states()["by004"] == "done"
    replaced(few / file, old, new)
    assert states()["by004"] == "stale"
    assert deckgen.batch(only=["by004"]).ok
    assert states()["by004"] == "done"


def test_an_answer_more_makes_the_decks_stale_that_show_it(few: Path) -> None:
    slides = few / "content/slides.yaml"
    own = re.sub(r"      - \{value: \"\$\{(all|group).*\n", "", slides.read_text(encoding="utf-8"))
    slides.write_text(own, encoding="utf-8")
    deckgen.batch()
    with (few / "content/answers.csv").open("a", encoding="utf-8") as file:
        file.write("by004;Egn 4;a\n")
    assert {member for member, state in states().items() if state == "stale"} == {"by004"}
    assert [file.name for file in deckgen.batch().files] == ["by004-by004.pptx"]
    assert set(states().values()) == {"done"}


def test_what_no_deck_of_a_member_shows_makes_nothing_stale(few: Path) -> None:
    deckgen.batch(only=["by004"])
    with (few / "content/slides.yaml").open("a", encoding="utf-8") as file:
        file.write("  # a remark\n  - {id: other.slide, kind: statement, title: En side i intet deck}\n")
    assert states()["by004"] == "done"


def test_a_digest_is_the_same_wherever_the_content_lies(few: Path, tmp_path: Path) -> None:
    manifest = few / "output/manifest.jsonl"
    deckgen.plan_batch()
    here = manifest.read_bytes()
    deckgen.plan_batch(few / "content")
    assert manifest.read_bytes() == here


def test_what_is_beside_the_content_makes_nothing_stale(few: Path) -> None:
    deckgen.batch(only=["by001"])
    (few / "notes.txt").write_text("nothing", encoding="utf-8")
    (few / "content/.hidden").write_text("nothing", encoding="utf-8")
    assert states()["by001"] == "done"


@pytest.mark.parametrize("left", [b"", b"PK", None])
def test_a_file_that_is_not_whole_is_made_again(few: Path, left: bytes | None) -> None:
    deckgen.batch(only=["by001"])
    file = few / "output/town/by001-by001.pptx"
    whole = file.read_bytes()
    file.unlink() if left is None else file.write_bytes(left)
    assert states()["by001"] in ("missing", "stale")
    assert deckgen.batch(only=["by001"], force=True).ok
    assert file.read_bytes() == whole


def test_a_record_that_is_not_whole_says_nothing(few: Path) -> None:
    deckgen.batch(only=["by001"])
    record = few / "output/town/by001-by001.json"
    whole = record.read_bytes()
    record.write_bytes(whole[:40])
    assert states()["by001"] == "stale"
    deckgen.batch(only=["by001"])
    assert record.read_bytes() == whole


def test_a_deck_that_somebody_edited_is_not_overwritten(few: Path) -> None:
    deckgen.batch(only=["by001"])
    file = few / "output/town/by001-by001.pptx"
    deck = Presentation(str(file))
    deck.slides[0].shapes.title.text = "Skrevet om"
    deck.save(str(file))
    edited = file.read_bytes()
    refused = deckgen.batch(only=["by001"])
    assert [one.code for one in refused.diagnostics] == ["deck-edited"]
    assert file.read_bytes() == edited
    assert states()["by001"] == "failed"
    assert deckgen.batch(only=["by001"], force=True).ok


def _with_a_name_that_fits_nowhere(folder: Path) -> None:
    replaced(folder / "content/answers.csv", "by002;Egn 2", f"{'by002' + 'x' * 400};Egn 2")
    replaced(folder / "content/slides.yaml", "Byerne og svarene er opdigtede", '"${member.name} er opdigtet"')


def test_an_error_of_one_stops_no_other_and_names_the_member(few: Path) -> None:
    _with_a_name_that_fits_nowhere(few)
    result = deckgen.batch()
    assert not result.ok
    assert len(result.files) == 5 and len(batch_of(result).failed) == 1
    assert all("in the deck for `by002x" in one.related[-1].message for one in result.diagnostics)
    failed = [one for one in known() if one.state == "failed"]
    assert len(failed) == 1 and failed[0].why


def test_what_does_not_fit_for_one_member_is_found_whichever_is_made(few: Path) -> None:
    _with_a_name_that_fits_nowhere(few)
    for result in (deckgen.check(), deckgen.plan_batch(), deckgen.batch(only=["by001"])):
        wrong = [one for one in result.diagnostics if one.severity == "error"]
        assert wrong and not result.ok
        assert all("in the deck for `by002x" in one.related[-1].message for one in wrong), wrong
    assert states()["by001"] == "done"


def test_with_strict_a_warning_fails_a_deck(few: Path) -> None:
    replaced(few / "content/slides.yaml", "minutes: 1}", "minutes: 9}")
    assert deckgen.batch(only=["by001"]).ok
    strict = deckgen.batch(only=["by001"], strict=True)
    assert not strict.ok and batch_of(strict).failed


def test_names_of_files_are_short_and_no_two_are_one(few: Path) -> None:
    text = (few / "content/answers.csv").read_text(encoding="utf-8")
    for town in range(3):
        text = text.replace(f"by00{town};", f"{'by' * 40}{'AaB'[town]};")
    (few / "content/answers.csv").write_text(text, encoding="utf-8")
    names = [one.task.file.rpartition("/")[2].casefold() for one in known()]
    assert len(set(names)) == 6 and max(map(len, names)) < 100


def test_the_manifest_is_written_once_for_what_there_is(few: Path) -> None:
    planned = batch_of(deckgen.plan_batch()).planned
    assert [entry.task.member for entry in planned] == [f"by00{town}" for town in range(6)]
    manifest = few / "output/manifest.jsonl"
    written = manifest.read_bytes()
    manifest.write_bytes(written + b"\n")  # a run takes it as it is, as long as it is of the same content
    deckgen.batch(only=["by001"])
    assert manifest.read_bytes() == written + b"\n"
    replaced(few / "content/slides.yaml", "opdigtede", "fundet på")
    deckgen.batch(only=["by001"])
    assert manifest.read_bytes() not in (written, written + b"\n")


def test_each_outcome_is_told_with_its_number(few: Path) -> None:
    told: list[tuple[str, int, int]] = []

    def each(outcome: Outcome, number: int, of: int) -> None:
        told.append((outcome.task.member, number, of))

    deckgen.batch(each=each)
    assert told == [(f"by00{town}", town + 1, 6) for town in range(6)]


def test_the_bytes_do_not_depend_on_who_came_before(few: Path) -> None:
    deckgen.batch(output="all")
    for member in ("by004", "by001"):
        deckgen.batch(output="one", only=[member])
    alone, together = bytes_of(few / "one"), bytes_of(few / "all")
    assert {name: together[name] for name in alone} == alone


def test_what_shows_the_whole_deck_is_each_members_own(few: Path) -> None:
    """Covers, agendas, appendices and tables of sources say what stands elsewhere in their deck."""
    around = """\
  - {id: all.cover, kind: cover, title: Svar fra byerne}
  - {id: all.agenda, kind: agenda, title: Det taler vi om}
  - {id: all.appendix, kind: appendix, title: Bilag}
  - {id: all.sources, kind: sources, title: Kilder}
"""
    slides = few / "content/slides.yaml"
    slides.write_text(slides.read_text(encoding="utf-8") + around, encoding="utf-8")
    deck = few / "content/decks/town.yaml"
    around_all = "opening: [all.cover, all.agenda]\nappendix: {slides: [all.appendix, all.sources]}"
    ends = ('meeting: "I ${member.name}"', around_all)
    deck.write_text("\n".join((deck.read_text(encoding="utf-8"), *ends, "")), encoding="utf-8")
    deckgen.batch(output="all")
    together = bytes_of(few / "all")
    for one in known():
        deckgen.batch(output="one", only=[one.task.member])
        assert (few / "one" / one.task.file).read_bytes() == together[one.task.file]
        first = Presentation(str(few / "all" / one.task.file)).slides[0]
        assert f"I {one.task.name}" in " ".join(
            shape.text_frame.text for shape in first.shapes if shape.has_text_frame
        )


def test_a_batch_in_memory_is_a_batch_in_a_folder(few: Path) -> None:
    import fsspec

    deckgen.batch(output="folder")
    deckgen.batch(output="memory://town-decks")
    store = fsspec.filesystem("memory")
    stored = {name.removeprefix("/town-decks/"): store.cat(name) for name in store.find("/town-decks")}
    assert stored == bytes_of(few / "folder")
    assert set(states(output="memory://town-decks").values()) == {"done"}


def test_a_url_of_files_puts_them_in_place_whole(few: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = f"file://{few}/stored"
    deckgen.batch(only=["by001"], output=place)
    before = bytes_of(few / "stored")
    replaced(few / "content/slides.yaml", "opdigtede", "fundet på")
    monkeypatch.setattr("fsspec.implementations.local.LocalFileOpener.commit", _full)
    broken = deckgen.batch(only=["by001"], output=place)
    assert {one.code for one in broken.diagnostics} == {"store-unusable"}
    assert bytes_of(few / "stored") == before


def _full(_: object) -> None:
    raise OSError("no room")


def test_the_command_prints_a_line_of_json_for_each_deck(few: Path) -> None:
    ran = invoked("batch", "run", "--only", "by001", "--only", "by003", cwd=few)
    lines = [json.loads(line) for line in ran.stdout.splitlines()]
    assert ran.returncode == 0
    assert [line["member"] for line in lines] == ["by001", "by003"]
    assert all(line["made"] and line["slides"] and line["seconds"] > 0 for line in lines)
    assert "2 decks made, 0 were done, 0 failed" in ran.stderr


def test_the_command_says_what_is_planned_and_how_far_it_is(few: Path) -> None:
    planned = [json.loads(line) for line in invoked("batch", "plan", cwd=few).stdout.splitlines()]
    assert len(planned) == 6 and all(len(line["digest"]) == 32 for line in planned)
    status = [json.loads(line) for line in invoked("batch", "status", cwd=few).stdout.splitlines()]
    assert [line["state"] for line in status] == ["missing"] * 6


def test_the_command_ends_with_one_where_a_deck_failed(few: Path) -> None:
    _with_a_name_that_fits_nowhere(few)
    ran = invoked("batch", "run", cwd=few)
    assert ran.returncode == 1
    assert "the other decks are as they should be" in ran.stderr
    assert len(ran.stdout.splitlines()) == 6
