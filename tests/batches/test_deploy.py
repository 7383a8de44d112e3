"""The container's command and the job that runs it: which decks each pod makes, and that all are made by one."""

from __future__ import annotations

import os
import re
import stat
import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import distribution
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from towns import write_towns

import deckgen

ROOT = Path(__file__).parents[2]
SHARD = ROOT / "deploy/shard"


@pytest.fixture
def few(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Six towns, where the test stands."""
    monkeypatch.chdir(write_towns(tmp_path, 6))
    return tmp_path


def run(folder: Path, *words: str, **variables: str) -> str:
    """What the container's command hands to deckgen, a line for each word."""
    told = folder / "bin/deckgen"
    told.parent.mkdir(exist_ok=True)
    told.write_text('#!/bin/sh\nprintf "%s\\n" "$@"\n', encoding="utf-8")
    told.chmod(0o755)
    environment = {"PATH": f"{told.parent}{os.pathsep}{os.environ['PATH']}", **variables}
    done = subprocess.run([SHARD, *words], env=environment, capture_output=True, text=True, check=True)
    return done.stdout


@pytest.mark.parametrize(
    ("variables", "shard"),
    [
        ({}, "1/1"),
        ({"JOB_COMPLETION_INDEX": "0", "SHARDS": "20"}, "1/20"),
        ({"JOB_COMPLETION_INDEX": "19", "SHARDS": "20"}, "20/20"),
    ],
)
def test_a_pod_makes_the_shard_of_its_index(tmp_path: Path, variables: dict[str, str], shard: str) -> None:
    words = run(tmp_path, **variables).splitlines()
    assert words[:2] == ["batch", "run"]
    assert words[words.index("--shard") + 1] == shard


def test_what_stands_behind_the_command_is_handed_on(tmp_path: Path) -> None:
    words = run(tmp_path, "--jobs", "2", OUTPUT="s3://a b", CONTENT="inputs").splitlines()
    assert words[-2:] == ["--jobs", "2"]
    assert words[words.index("--output") + 1] == "s3://a b"
    assert words[words.index("--content") + 1] == "inputs"


def test_all_pods_together_make_every_deck_once(few: Path) -> None:
    script = few / "bin/deckgen"
    script.parent.mkdir()
    script.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m deckgen "$@"\n', encoding="utf-8")
    script.chmod(0o755)
    made = []
    for index in range(2):
        environment = os.environ | {
            "PATH": f"{script.parent}{os.pathsep}{os.environ['PATH']}",
            "PYTHONPATH": os.pathsep.join(sys.path),
            "JOB_COMPLETION_INDEX": str(index),
            "SHARDS": "2",
        }
        done = subprocess.run([SHARD], env=environment, cwd=few, capture_output=True, text=True, check=True)
        made += re.findall(r'"member": "(\w+)"', done.stdout)
    assert sorted(made) == [f"by00{town}" for town in range(6)]
    status = deckgen.batch_status().batch
    assert status is not None and {one.state for one in status.known} == {"done"}


def test_the_job_has_a_pod_for_each_shard() -> None:
    job = yaml.safe_load((ROOT / "deploy/job.yaml").read_text(encoding="utf-8"))
    assert (job["kind"], job["spec"]["completionMode"]) == ("Job", "Indexed")
    container = job["spec"]["template"]["spec"]["containers"][0]
    variables = {one["name"]: one["value"] for one in container["env"]}
    assert int(variables["SHARDS"]) == job["spec"]["completions"]
    assert "JOB_COMPLETION_INDEX" not in variables  # Kubernetes gives it


def test_the_image_is_made_of_what_is_there() -> None:
    written = (ROOT / "deploy/Containerfile").read_text(encoding="utf-8")
    for line in re.findall(r"^COPY (.+)$", written, re.MULTILINE):
        *sources, _ = line.split()
        assert all((ROOT / source).exists() for source in sources), line
    assert 'ENTRYPOINT ["/usr/local/bin/shard"]' in written
    assert SHARD.stat().st_mode & stat.S_IXUSR


def test_what_the_image_installs_is_pinned_to_versions_that_agree() -> None:
    """So that nobody searches for versions while the image is made: one search ran for hours and found none."""
    written = (ROOT / "deploy/Containerfile").read_text(encoding="utf-8")
    extras = re.search(r'"/deckgen\[([a-z,]+)]"', written)
    assert extras is not None and "--constraint /deckgen/constraints.txt" in written
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pins = {
        canonicalize_name(name): version
        for name, is_pin, version in (line.partition("==") for line in lines)
        if is_pin
    }
    met: set[str] = set()
    needed = [*_needed(Requirement(f"deckgen[{extras[1]},ray]"), met), *_needed(Requirement("s3fs"), met)]
    assert len(needed) > 40
    for one, by in needed:
        version = pins.get(canonicalize_name(one.name), "")
        assert one.specifier.contains(version, prereleases=True), f"{by} wants {one}; {version or 'none'} is pinned"


def _needed(top: Requirement, met: set[str]) -> Iterator[tuple[Requirement, str]]:
    """What a package needs on this machine, and what that needs, each with who wants it."""
    if str(top) in met:
        return
    met.add(str(top))
    for line in distribution(top.name).requires or ():
        one = Requirement(line)
        marker = one.marker
        if marker is None or any(marker.evaluate({"extra": extra}) for extra in ("", *top.extras)):
            if one.name != "deckgen":
                yield one, top.name
            yield from _needed(one, met)
