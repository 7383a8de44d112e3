"""What is built with a Memory, after whatever edits, is what is built without one: files, frames and diagnostics."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Final

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

import deckgen
from deckgen import pipeline
from deckgen.checks.engine.subject import STAGES
from deckgen.checks.figures import secrets
from deckgen.checks.text import file_text
from deckgen.content import checks as content_checks
from deckgen.content import memory as content_memory
from deckgen.content import slides as content_slides
from deckgen.diagnostics import Diagnostics
from deckgen.layout import deck as layout
from deckgen.layout import fit
from deckgen.planning import planner
from deckgen.powerpoint.readback import part_fingerprints
from projects import GOOD
from templates import written

BOTH_LANGUAGES: Final = "languages: [da, en]\naudiences: [board, directorate]\n"

EDITS: Final[dict[str, tuple[str, str, str]]] = {
    "a title": ("content/presence.yaml", "De fleste klynger", "Næsten alle klynger"),
    "an item": ("content/members.yaml", "De fleste er små", "Langt de fleste er ganske små"),
    "an item more": ("content/members.yaml", "    minutes: 3", "      - Et punkt mere\n    minutes: 3"),
    "a text that does not fit": ("content/members.yaml", "Nogle af tallene er skøn", "Et meget langt punkt " * 200),
    "notes": ("content/presence.yaml", "Siden 2021", "Siden 2022"),
    "minutes": ("content/members.yaml", "minutes: 3", "minutes: 4"),
    "a line above": ("content/members.yaml", "slides:\n", "# Medlemmer\n\nslides:\n"),
    "the order of a list": ("content/questions.yaml", "      - Hvad skal der til?", "      - Hvem?\n      - Hvad?"),
    "another kind": ("content/questions.yaml", "kind: dialogue", "kind: bullets"),
    "another chart": ("content/presence.yaml", "chart: bar", "chart: column"),
    "a value": ("content/figures.yaml", "{value: 7,", "{value: 8,"),
    "a label": ("content/figures.yaml", "Nordjyske medlemmer", "Medlemmer i Nordjylland"),
    "a unit": ("content/figures.yaml", "unit: t.kr.", "unit: kr."),
    "a source": ("content/sources.yaml", "Spørgeskema til klyngerne", "Spørgeskema"),
    "data": ("content/answers.csv", "small;21-02-2021\n", "large;21-02-2021\n"),
    "what data mean": ("content/data.yaml", "small: Lille", "small: Små"),
    "who sees a slide": ("content/budget.yaml", "for: directorate", "for: [board, directorate]"),
    "what one audience sees": ("content/questions.yaml", "title: Mødet", "title: {board: Mødet, directorate: Vi}\n#"),
    "the title of a deck": ("content/decks/board.yaml", "title: Samarbejde", "title: Vores samarbejde"),
    "the order of slides": ("content/decks/board.yaml", "survey.presence, survey.members", "survey.members"),
    "a date": ("content/decks/board.yaml", "audience: board", "audience: board\ndate: 2024-05-17"),
    "the speaker": ("content/project.yaml", "{name: Navigators}", "{name: Navigators, role: Direktør}"),
    "the rules": ("content/project.yaml", "language: da", "language: da\ncheck: {ignore: [bare-number]}"),
    "the language": ("content/project.yaml", "language: da", "language: en"),
    "a second language": ("content/project.yaml", "language: da\naudiences: [board, directorate]\n", BOTH_LANGUAGES),
    "a colour": ("assets/_brand.yml", "#0F4C5C", "#5C0F4C"),
    "a face": ("assets/_brand.yml", "base: Calibri", "base: Arial"),
    "the logo": ("assets/wordmark.svg", "M0 0H20V10H0Z", "M0 0H20V9H0Z"),
    "YAML that is broken": ("content/members.yaml", "kind: bullets", "kind: bullets: more"),
    "a slide that is wrong": ("content/presence.yaml", "counted:", "countd:"),
    "a figure that is gone": ("content/figures.yaml", "answered: {", "replied: {"),
    "a slide twice": ("content/questions.yaml", "id: meeting.questions", "id: survey.members"),
    "a file that is gone": ("content/questions.yaml", GOOD["content/questions.yaml"], ""),
    "a name that is wrong": ("content/decks/directorate.yaml", "survey.budget", "survey.bugdet"),
}
"""What is edited: a file, a text in it, and what is written in its place."""


def edited(names: tuple[str, ...]) -> dict[str, str]:
    """The project with some edits; one whose text another edit took away changes nothing."""
    files = dict(GOOD)
    for file, old, new in (EDITS[name] for name in names):
        files[file] = files[file].replace(old, new)
    return {name: text for name, text in files.items() if text}


def write(folder: Path, files: Mapping[str, str]) -> None:
    for name in GOOD.keys() - files.keys():
        (folder / name).unlink(missing_ok=True)
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


def forget() -> None:
    """Forget what the process itself remembers of parts: without a Memory all is built from the beginning."""
    for known in (*vars(part_fingerprints).values(), *vars(file_text).values()):
        if hasattr(known, "cache_clear"):
            known.cache_clear()


def outcome(folder: Path, memory: deckgen.Memory | None, language: str, template: Path | None) -> Iterator[object]:
    """All that comes of a build and a check: diagnostics, frames, files."""
    content, brand, target = folder / "content", folder / "assets/_brand.yml", folder / "output"
    built = deckgen.build(
        content, brand=brand, template=template, output=target, force=True, language=language, memory=memory
    )
    yield [str(one) for one in built.diagnostics]
    yield built.frames
    yield {file.name: file.read_bytes() for file in built.files}
    checked = deckgen.check(content, brand=brand, template=template, language=language, memory=memory)
    yield [str(one) for one in checked.diagnostics]
    yield checked.frames


def same(folder: Path, memory: deckgen.Memory, language: str = "", template: Path | None = None) -> None:
    warm = list(outcome(folder, memory, language, template))
    forget()
    assert warm == list(outcome(folder, None, language, template))


def test_every_edit_is_one() -> None:
    for name, (file, old, _) in EDITS.items():
        assert old in GOOD[file], name


def test_each_edit_with_the_one_before_taken_back(tmp_path: Path) -> None:
    memory = deckgen.Memory()
    for name in (None, *EDITS, None):
        write(tmp_path, edited((name,) if name else ()))
        same(tmp_path, memory)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.lists(st.sampled_from(sorted(EDITS)), max_size=4, unique=True), min_size=1, max_size=4))
def test_any_edits_in_any_order(tmp_path: Path, steps: list[list[str]]) -> None:
    memory = deckgen.Memory()
    for names in steps:
        write(tmp_path, edited(tuple(names)))
        same(tmp_path, memory)


def test_languages_by_turns(tmp_path: Path) -> None:
    memory = deckgen.Memory()
    write(tmp_path, edited(("a second language",)))
    for code in ("da", "en", "da", "en"):
        same(tmp_path, memory, language=code)
    write(tmp_path, edited(("a second language", "an item")))
    for code in ("en", "da"):
        same(tmp_path, memory, language=code)


def test_a_clients_template_and_our_own_by_turns(tmp_path: Path) -> None:
    memory = deckgen.Memory()
    client = written("german_names", tmp_path)
    beside = client.with_suffix(".map.yml")
    for names, mapping in (((), ""), (("an item",), "layouts: {Cover: Titelfolie}"), ((), "layouts: {Cover: Nix}")):
        write(tmp_path, edited(names))
        beside.write_text(mapping or "{}", encoding="utf-8")
        same(tmp_path, memory, template=client)
        same(tmp_path, memory)
    client.write_bytes(written("french_names", tmp_path).read_bytes())
    beside.unlink()
    same(tmp_path, memory, template=client)


NAMING_FILES: Final = {
    **GOOD,
    "content/members.yaml": """\
slides:
  - {id: survey.members, kind: map, title: Klyngerne har medlemmer her, outline: spor.svg, minutes: 3}
""",
    "content/questions.yaml": """\
slides:
  - {id: meeting.questions, kind: picture, title: Mødet er her, picture: havn.png, alt: Havnen, minutes: 2}
""",
}
"""Slides that name files in the place of slides that name none."""


def outlines(width: int) -> bytes:
    drawn = f'<path id="Havnen" d="M0 0H{width}V40H0Z"/>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 50">{drawn}</svg>'.encode()


def picture(width: int) -> bytes:
    data = BytesIO()
    Image.new("RGB", (width, 80), "navy").save(data, "PNG")
    return data.getvalue()


def test_a_file_that_a_slide_names_is_another_when_its_bytes_are(tmp_path: Path) -> None:
    memory, content = deckgen.Memory(), tmp_path / "content"
    write(tmp_path, NAMING_FILES)
    seen = []
    for name, data in (
        ("spor.svg", outlines(30)),
        ("havn.png", picture(120)),
        ("spor.svg", outlines(20)),
        ("havn.png", picture(200)),
        ("havn.png", b"no picture"),
        ("spor.svg", b"<svg"),
        ("spor.svg", outlines(30)),
        ("havn.png", picture(120)),
    ):
        (content / name).write_bytes(data)
        same(tmp_path, memory)
        seen.append(list(outcome(tmp_path, memory, "", None))[:2])
    (content / "spor.svg").unlink()
    same(tmp_path, memory)
    assert all(one != other for one, other in pairwise(seen))
    assert seen[-1][1]


def test_only_what_was_edited_is_read_and_fitted_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A Memory that remembers nothing would pass all tests above."""
    memory = deckgen.Memory()
    steps = ("files", "items", "slides", "checked", "planned", "composed", "set", "fitted", "said")
    seen = dict.fromkeys(steps, 0)

    def count(module: object, name: str, what: str) -> None:
        work = getattr(module, name)

        def counted(*args: object, **named: object) -> object:
            seen[what] += 1
            return work(*args, **named)

        monkeypatch.setattr(module, name, counted)

    count(content_memory, "read_data", "files")
    count(content_memory, "read_items", "files")
    count(content_memory, "with_item", "items")
    count(content_slides, "_read_slide", "slides")
    count(content_checks, "_checked", "checked")
    count(planner, "_planned", "planned")
    count(layout, "_composed", "composed")
    count(layout, "_set", "set")
    count(fit, "_fit", "fitted")
    count(secrets, "_slide_said", "said")
    for names, expected in (
        ((), None),
        ((), (0,) * len(steps)),
        (("an item",), (0, 1, 1, 2, 1, 1, 1, 1, 2)),
        (("notes",), (0, 2, 2, 4, 2, 2, 2, 0, 4)),
    ):
        seen |= dict.fromkeys(seen, 0)
        write(tmp_path, edited(names))
        loaded = pipeline.load(tmp_path / "content", tmp_path / "assets/_brand.yml", Diagnostics(), memory=memory)
        assert loaded is not None
        pipeline.make_deck(loaded, "board", Diagnostics(), STAGES)
        assert expected is None or tuple(seen.values()) == expected
