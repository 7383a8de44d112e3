"""Content as it stood at a revision, and every way in which it cannot be had."""

from __future__ import annotations

from pathlib import Path

import pytest

from asked import committed, edit, git, write
from deckgen.compare.revision import Revision, read_revision
from deckgen.diagnostics import Diagnostics


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "project"
    write(folder / "indhold")
    (folder / "assets").mkdir()
    (folder / "assets/_brand.yml").write_text("name: before\n", encoding="utf-8")
    committed(folder)
    return folder


def read(project: Path, name: str, into: Path, content: str = "indhold") -> tuple[Revision | None, list[str]]:
    diagnostics = Diagnostics()
    into.mkdir(exist_ok=True)
    revision = read_revision(project / content, project / "assets/_brand.yml", name, into, diagnostics)
    return revision, [one.code for one in diagnostics]


def test_both_are_as_they_were_and_the_work_tree_is_left_alone(project: Path, tmp_path: Path) -> None:
    edit(project / "indhold", "figures", "value: 375", "value: 381")
    (project / "assets/_brand.yml").write_text("name: after\n", encoding="utf-8")
    revision, codes = read(project, "HEAD", tmp_path / "old")
    assert revision is not None
    assert codes == []
    assert "value: 375" in (revision.content / "figures.yaml").read_text(encoding="utf-8")
    assert revision.brand.read_text(encoding="utf-8") == "name: before\n"
    assert "value: 381" in (project / "indhold/figures.yaml").read_text(encoding="utf-8")
    assert git(project, "status", "--porcelain").split() == ["M", "assets/_brand.yml", "M", "indhold/figures.yaml"]


def test_files_are_the_bytes_that_were_committed(project: Path, tmp_path: Path) -> None:
    data = bytes(range(256)) + "Æblegrød\r\n".encode("cp1252")
    (project / "indhold/data").mkdir()
    (project / "indhold/data/måling.csv").write_bytes(data)
    (project / ".gitattributes").write_text("*.csv export-ignore\n", encoding="utf-8")
    commit = committed(project)
    revision, _ = read(project, commit[:10], tmp_path / "old")
    assert revision is not None
    assert (revision.content / "data/måling.csv").read_bytes() == data


def test_a_brand_that_was_not_there_is_todays(project: Path, tmp_path: Path) -> None:
    git(project, "rm", "--cached", "--quiet", "assets/_brand.yml")
    git(project, "commit", "--quiet", "--message", "no brand")
    revision, _ = read(project, "HEAD", tmp_path / "old")
    assert revision is not None
    assert revision.brand == project / "assets/_brand.yml"


def test_content_at_the_root_of_its_repository(tmp_path: Path) -> None:
    folder = write(tmp_path / "alone")
    committed(folder)
    diagnostics = Diagnostics()
    revision = read_revision(folder, tmp_path / "_brand.yml", "HEAD", tmp_path / "old", diagnostics)
    assert revision is not None
    assert (revision.content / "project.yaml").is_file()


@pytest.mark.parametrize(
    "name", ["", "nothing", "--all", "-h", "HEAD:indhold", "HEAD~9", "a\0b", "@{upstream}", ".."]
)
def test_a_revision_that_is_none_is_reported(project: Path, tmp_path: Path, name: str) -> None:
    assert read(project, name, tmp_path / "old") == (None, ["unknown-revision"])


def test_a_revision_before_the_content_is_reported(project: Path, tmp_path: Path) -> None:
    write(project / "senere")
    assert read(project, "HEAD", tmp_path / "old", "senere") == (None, ["revision-without-content"])


def test_no_repository_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    write(tmp_path / "indhold")
    assert read(tmp_path, "HEAD", tmp_path / "old") == (None, ["not-a-repository"])


def test_no_git_is_reported(project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert read(project, "HEAD", tmp_path / "old") == (None, ["no-git"])


def test_another_repository_named_around_us_is_not_read(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "elsewhere"))
    assert read(project, "HEAD", tmp_path / "old")[1] == []
