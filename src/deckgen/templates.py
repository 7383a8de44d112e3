"""The functions of the package for templates: a client's looked at and mapped, the brand's own written as a file.

In: a template, or content and a brand. Out: a Result, as those of `api`.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from deckgen import output, pipeline
from deckgen.asking import AnyPath, written_files
from deckgen.diagnostics import Diagnostics, Span
from deckgen.loading import BRAND, Progress, loaded_content, silent
from deckgen.paths import exists
from deckgen.result import Result


def list_layouts(
    template: AnyPath | None = None,
    *,
    content: AnyPath = "content",
    brand: AnyPath = BRAND,
    progress: Progress = silent,
) -> Result:
    """The slide layouts of a client's template, or of the brand's own: `Result.kinds_by_slide_layout`.

    They stand in `Result.adoption`, or in `Result.loaded`.
    """
    if template is not None:
        return inspect_template(template)
    diagnostics = Diagnostics()
    loaded = loaded_content(content, brand, None, "", diagnostics, progress)
    return Result(tuple(diagnostics), loaded=loaded, kinds_by_slide_layout=_kinds_by_slide_layout())


def inspect_template(file: AnyPath, *, pictures: AnyPath | None = None) -> Result:
    """What a client's template holds and which of its slide layouts serves what: `Result.adoption`.

    With `pictures`, a folder, a picture of each slide layout with its regions is written there.
    """
    diagnostics = Diagnostics()
    adopted = pipeline.adopt_template(Path(file), diagnostics)
    if adopted is None:
        return Result(tuple(diagnostics))
    written = []
    if pictures is not None:
        from deckgen.powerpoint.client_template.adopt.pictures import draw

        targets = ((Path(pictures) / name, data) for name, data in draw(adopted))
        written = written_files(targets, diagnostics)
    kinds = _kinds_by_slide_layout()
    return Result(tuple(diagnostics), files=tuple(written), adoption=adopted, kinds_by_slide_layout=kinds)


def _kinds_by_slide_layout() -> Mapping[str, tuple[str, ...]]:
    from deckgen.content.examples import kinds_by_slide_layout
    from deckgen.locale import languages
    from deckgen.registry import registry

    spoken = languages()[languages().own[0]]
    return kinds_by_slide_layout(registry().kinds, spoken.labels, spoken.dates)


def map_template(file: AnyPath, *, force: bool = False) -> Result:
    """Write beside a client's template which of its slide layouts serves which of ours, to be corrected by hand.

    A mapping that is there is an error, unless `force`.
    """
    from deckgen.brand.mapping import mapping_file
    from deckgen.powerpoint.client_template.adopt.mapping_text import mapping_text

    diagnostics = Diagnostics()
    target = mapping_file(Path(file))
    if exists(target) and not force:
        hint = "correct it by hand, or write it anew with --force"
        diagnostics.error("mapping-exists", "there is a mapping already", Span(target.as_posix()), hint)
        return Result(tuple(diagnostics))
    adopted = pipeline.adopt_template(Path(file), diagnostics, mapped=False)
    if adopted is None or not output.write(mapping_text(adopted, Path(file).name).encode(), target, diagnostics):
        return Result(tuple(diagnostics), adoption=adopted)
    return Result(tuple(diagnostics), files=(target,), adoption=adopted)


def write_template(
    target: AnyPath = "output/template.pptx",
    *,
    content: AnyPath = "content",
    brand: AnyPath = BRAND,
    progress: Progress = silent,
) -> Result:
    """Write the template that the brand gives (master, slide layouts, theme) as a file of its own.

    A file there that is no such template, or that somebody edited, is an error.
    """
    diagnostics = Diagnostics()
    loaded = loaded_content(content, brand, None, "", diagnostics, progress)
    ready = loaded is not None and loaded.whole and output.check_target(Path(target), "template", False, diagnostics)
    if loaded is None or not ready:
        return Result(tuple(diagnostics), loaded=loaded)
    progress("writing the template")
    written = output.write(pipeline.template_bytes(loaded), Path(target), diagnostics)
    return Result(tuple(diagnostics), files=(Path(target),) if written else (), loaded=loaded)
