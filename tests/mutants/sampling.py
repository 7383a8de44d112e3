"""A sample of the bugs that the source could have. In: a seed and how many. Out: mutants, rooms by their lines."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath
from random import Random

from mutants.mutations import Mutation, mutations
from mutants.trees import ROOT, SOURCE


@dataclass(frozen=True, slots=True)
class Mutant:
    """A file of the source with one mutation."""

    file: str
    mutation: Mutation

    @property
    def room(self) -> str:
        """The folder, and for what is deep the one in it."""
        folders = PurePosixPath(self.file).relative_to(SOURCE).parts[:-1]
        return "/".join(folders[:2]) or "top"

    @property
    def text(self) -> str:
        return self.mutation.applied((ROOT / self.file).read_text(encoding="utf-8"))

    def __str__(self) -> str:
        return f"{self.file}:{self.mutation.line}: {self.mutation.before}  →  {self.mutation.after}"


def sample(seed: int, count: int, under: str = "") -> list[Mutant]:
    """The same for the same seed, in the order of the files; of one line no more than one."""
    lines: dict[tuple[str, int], list[Mutant]] = {}
    for path in sorted((ROOT / SOURCE).rglob("*.py")):
        file = path.relative_to(ROOT).as_posix()
        if file.startswith(under):
            for mutation in mutations(path.read_text(encoding="utf-8")):
                lines.setdefault((file, mutation.line), []).append(Mutant(file, mutation))
    random = Random(seed)
    chosen = random.sample(sorted(lines), min(count, len(lines)))
    return [random.choice(lines[place]) for place in sorted(chosen)]
