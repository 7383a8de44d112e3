"""Client templates for tests, made by code: one file of this folder each, found by its name.

In: a name of NAMES. Out: the bytes of a .pptx or .potx as a client's designer would hand it over. Every module has
`template() -> bytes` and says in its first line what is peculiar about it.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pathlib import Path

NAMES = tuple(sorted(path.stem for path in Path(__file__).parent.glob("*.py") if path.stem != "__init__"))


@cache
def made(name: str) -> bytes:
    """The same bytes each time."""
    data: bytes = import_module(f"{__name__}.{name}").template()
    return data


def written(name: str, folder: Path) -> Path:
    """The template as a file in `folder`; its ending is that of its content type."""
    data = made(name)
    path = folder / f"{name}.{'potx' if is_potx(data) else 'pptx'}"
    path.write_bytes(data)
    return path


def is_potx(data: bytes) -> bool:
    import zipfile
    from io import BytesIO

    with zipfile.ZipFile(BytesIO(data)) as package:
        return b"presentationml.template.main" in package.read("[Content_Types].xml")
