"""What decks rest on, in one number. In: content, brand, template, this program; a member's plan. Out: digests.

The digest of a batch is of every file; it tells whether a manifest is of what there is now. The digest of a deck is
of what that deck is made of: an answer more in one town leaves the decks of others done that show nothing of it.
Whatever has the same digest is made of the same, on any machine.
"""

from __future__ import annotations

import functools
import os
from collections.abc import Iterator
from functools import partial
from hashlib import blake2b
from pathlib import Path
from typing import Final

from deckgen.batches.request import Request
from deckgen.batches.written_out import WrittenOut
from deckgen.brand.mapping import mapping_file
from deckgen.diagnostics import Diagnostics
from deckgen.model.batch import Task
from deckgen.model.content import Content
from deckgen.model.known import Known
from deckgen.model.lazy_dataclasses import replace
from deckgen.nodes.node import Mapping, Node, Scalar
from deckgen.nodes.reader import read
from deckgen.paths import is_file
from deckgen.pipeline import Loaded, MemberPlan

_GROUPS: Final = tuple(f"deckgen.{name}" for name in ("kinds", "charts", "rules", "languages", "readers"))
_LIBRARIES: Final = (
    "fonttools",
    "lxml",
    "matplotlib",
    "pandas",
    "pillow",
    "python-lucide",
    "python-pptx",
    "resvg_py",
)
"""What takes part in the bytes of a deck that has need of it."""
_SIZE: Final = 16


def rests_on(request: Request) -> str:
    """The digest of all that a batch rests on."""
    digest = blake2b(surroundings(request).encode(), digest_size=_SIZE)
    content = Path(request.content)
    _take(digest, "content", ((path.relative_to(content).as_posix(), path) for path in _files(content)))
    return digest.hexdigest()


def surroundings(request: Request) -> str:
    """The digest of what is no content: brand, template, this program, and how it is asked."""
    digest = blake2b(digest_size=_SIZE)
    brand = Path(request.brand)
    _take(digest, "brand", [(brand.name, brand), *_named_in(brand)])
    if request.template:
        template = Path(request.template)
        _take(digest, "template", ((path.name, path) for path in (template, mapping_file(template))))
    said = (request.language, os.environ.get("SOURCE_DATE_EPOCH", ""), str(request.strict), _engine())
    digest.update(repr(said).encode())
    return digest.hexdigest()


class DeckDigests:
    """The digests of members' decks. `around` is the digest of what is no content, `whole` that of the batch."""

    def __init__(self, loaded: Loaded, around: str, whole: str) -> None:
        self._around, self._whole = around, whole
        self._written = WrittenOut(loaded.folder)
        self._slides: Known[bytes] = Known()
        self._others: dict[str, bytes] = {}
        self._loaded = loaded

    def of(self, task: Task, planned: MemberPlan) -> str:
        """The digest of one deck; that of a member whose content is wrong changes with anything."""
        if planned.plan is None or planned.content is None:
            return _digest(self._whole, task.deck, task.member)
        plan, content = planned.plan, planned.content
        self._slides.begin()
        slides = [self._slides.made(one, partial(self._written.digest, one)) for one in plan.slides]
        slides += [self._slides.made(one, partial(self._written.digest, one)) for one in content.slides.values()]
        rest = replace(plan, slides=())
        around = self._written.digest((rest, content.decks, content.project, content.sources))
        return _digest(self._around, task.file, task.member, around, self._withheld(content), *slides)

    def _withheld(self, content: Content) -> bytes:
        """What other audiences see: nothing of theirs may show in this deck, which is looked for when it is made."""
        if content.audience not in self._others:
            others = [one for one in self._loaded.contents.values() if one.audience != content.audience]
            seen = [
                (
                    one.slides,
                    one.decks,
                    {name: one.figures[name] for name in one.figures if name not in content.figures},
                )
                for one in others
            ]
            self._others[content.audience] = self._written.digest(seen)
        return self._others[content.audience]


def _digest(*parts: object) -> str:
    return blake2b(repr(parts).encode("utf-8", "surrogatepass"), digest_size=_SIZE).hexdigest()


def _take(digest: blake2b, what: str, files: Iterator[tuple[str, Path]] | list[tuple[str, Path]]) -> None:
    for name, path in files:
        data = path.read_bytes() if is_file(path) else b""
        digest.update(repr((what, name, len(data))).encode("utf-8", "surrogateescape"))
        digest.update(data)


def _files(folder: Path) -> list[Path]:
    """The files of a folder in an order that no file system decides; hidden ones are no content."""
    found: list[Path] = []
    for parent, folders, files in os.walk(folder):
        folders[:] = (name for name in folders if not name.startswith("."))
        found.extend(Path(parent) / name for name in files if not name.startswith("."))
    return sorted(found)


def _named_in(brand: Path) -> list[tuple[str, Path]]:
    """The files that a brand file names: logo, faces, template."""
    node = read(brand, brand.as_posix(), Diagnostics())
    names = dict.fromkeys(_texts(node)) if node is not None else ()
    return [(name, path) for name in names if len(name) < 200 and is_file(path := brand.parent / name)]


def _texts(node: Node) -> Iterator[str]:
    if isinstance(node, Scalar):
        yield node.text
        return
    for part in (value for _, value in node.entries) if isinstance(node, Mapping) else node.items:
        yield from _texts(part)


@functools.cache
def _engine() -> str:
    """This program as it is installed, the libraries that it writes with, and the packages that extend it."""
    from importlib import metadata

    digest = blake2b(digest_size=_SIZE)
    here = Path(__file__).parent.parent
    for path in _files(here):
        if path.suffix != ".pyc":
            digest.update(path.relative_to(here).as_posix().encode() + path.read_bytes())
    for name in _LIBRARIES:
        try:
            digest.update(f"{name} {metadata.version(name)}".encode())
        except metadata.PackageNotFoundError:
            continue
    points = (point for group in _GROUPS for point in metadata.entry_points(group=group))
    for point in sorted(points, key=lambda point: (point.group, point.name, point.value)):
        digest.update(f"{point.group} {point.name} {point.value} {point.dist and point.dist.version}".encode())
    return digest.hexdigest()
