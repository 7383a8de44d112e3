"""In: a client's template as taken over. Out: the mapping file that says so, for a person to correct."""

from __future__ import annotations

from deckgen.powerpoint.client_template.adopt.adoption import Adoption


def mapping_text(adopted: Adoption, name: str) -> str:
    """The mapping as deckgen chose it, with what else there is in a comment; `name` is the template's."""
    others = "\n".join(f"#   {sheet.label}" for sheet in adopted.master.sheets)
    lines = "".join(f"\n  {one.name}: {_quoted(one.sheet.label)}" for one in adopted.served)
    return (
        f"# Which slide layout of {name} serves which of deckgen's. Change a name on the right; an empty one is\n"
        f"# left to deckgen. `deckgen template inspect {name}` shows what comes of it. The template has:\n"
        f"{others}\n\n"
        f"master: {adopted.master.number + 1}\nlayouts:{lines or ' {}'}\n"
    )


def _quoted(name: str) -> str:
    escaped = name.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
