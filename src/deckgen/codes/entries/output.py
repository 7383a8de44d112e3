"""Codes of writing a file, and of reading what was written or committed before. In: nothing. Out: CODES."""

from __future__ import annotations

from typing import Final

from deckgen.codes.code import Code

CODES: Final = (
    Code(
        "output-locked",
        what="The file is open in PowerPoint, or may not be changed.",
        why="what somebody types there would be lost, or the file broken. What stood there is as it was.",
        fix="close it in PowerPoint. If it is open nowhere, delete the file beside it that begins with `~$`, which a "
        "crash left behind.",
        example="`deckgen build` while output/board.pptx is shown to the board.",
    ),
    Code(
        "output-not-writable",
        what="The file cannot be written where it should go.",
        why="there is a folder of that name, the disk is full, or you may not write there. What stood there is as it "
        "was.",
        fix="make room, or name another folder after `--output`.",
        example="a folder called output/board.pptx.",
    ),
    Code(
        "folder-not-empty",
        what="Where an engagement should begin there is something already.",
        why="what stands there could be another engagement. Nothing was written.",
        fix="name a folder that is not there yet, or one that is empty.",
        example="`deckgen new harbours` for the second time.",
    ),
    Code(
        "deck-edited",
        what="Somebody edited the deck since it was built.",
        why="building over it would throw that work away.",
        fix="save the edited file under another name, or build with `--force` to overwrite it.",
        example="the director changed a title in output/board.pptx.",
    ),
    Code(
        "template-edited",
        what="Somebody edited the template since it was written.",
        why="writing over it would throw that work away.",
        fix="save the edited file under another name, or delete it.",
        example="somebody moved a placeholder in output/template.pptx.",
    ),
    Code(
        "file-labelled",
        what="A deck or a template was labelled since it was built, and nothing in it edited.",
        why="a sensitivity label, or a property that a document system added, is not built: the new file would have "
        "none until somebody labels it.",
        fix="build with `--force` and label the new file, or save the labelled one under another name.",
        example="PowerPoint asked the director for a label and saved output/board.pptx.",
    ),
    Code(
        "saved-again",
        what="A program that drops names, sections or workbooks saved the deck again.",
        why="what somebody changed by hand can no longer be told from what the program did. The texts are compared "
        "as far as they can be, and the message says where they differ.",
        fix="save the file under another name, or build with `--force` to overwrite it.",
        example="somebody opened output/board.pptx in LibreOffice and saved it.",
    ),
    Code(
        "file-damaged",
        what="A .pptx that is to be written over or compared cannot be read.",
        why="it may be the only copy of somebody's work, and a program may still mend it.",
        fix="see whether PowerPoint opens it; then save it under another name, delete it, or build with `--force`.",
        example="output/board.pptx is half a file, because a copy to a full disk broke off.",
    ),
    Code(
        "not-a-template",
        what="A template is to be written over a deck.",
        why="the deck would be lost.",
        fix="give the template another name.",
        example="`deckgen template write output/board.pptx`.",
    ),
    Code(
        "not-a-built-file",
        what="A file that is to be written over or compared was not built here.",
        why="building over it would throw somebody's work away, and only a deck that was built here says which "
        "figures and slides it holds.",
        fix="save it under another name, or build with `--force`; to compare, name a .pptx from `deckgen build`.",
        example="`deckgen diff board --since gammel.pptx`, and gammel.pptx was made by hand.",
    ),
    Code(
        "another-deck",
        what="The file that is to be compared is another deck.",
        why="everything in it would be a change.",
        fix="name the deck that it is, as the hint does.",
        example="`deckgen diff board --since output/directorate.pptx`.",
    ),
    Code(
        "no-git",
        what="A revision is named, and git is not installed.",
        why="only git knows what the content was then.",
        fix="install git, or name an earlier .pptx instead.",
        example="`deckgen diff board --since HEAD~1` on a machine without git.",
    ),
    Code(
        "not-a-repository",
        what="A revision is named, and the content is in no git repository.",
        why="there are no revisions of it.",
        fix="keep the content in git, or name an earlier .pptx instead.",
        example="`deckgen diff board --since HEAD~1` in a folder that was copied without its .git.",
    ),
    Code(
        "unknown-revision",
        what="There is no revision of that name.",
        why="there is nothing to compare with.",
        fix="name a commit, a tag or a branch, as in `HEAD~1`, or an earlier .pptx.",
        example="`deckgen diff board --since mandag`.",
    ),
    Code(
        "revision-not-readable",
        what="A revision is there and cannot be read.",
        why="git gives no file of it, or one that would lie outside of its folder.",
        fix="see what git says of it; in a shallow clone, fetch the rest.",
        example="`deckgen diff board --since v1` in a clone of which the files of v1 were never fetched.",
    ),
    Code(
        "pictures-missing",
        what="Slides are wanted as PNG, and the library that makes them is not installed.",
        why="slides are drawn as SVG, which needs nothing; their pixels are made by resvg.",
        fix="install deckgen with its extra `pictures`: `pip install 'deckgen[pictures]'`, or take SVG.",
        example="`deckgen pictures board --format png`, where deckgen was installed without the extra.",
    ),
    Code(
        "preview-missing",
        what="Files are to be watched, and the libraries that do it are not installed.",
        why="a build needs none of them: watchfiles watches, and starlette and uvicorn show the live page.",
        fix="install deckgen with its extra `preview`: `pip install 'deckgen[preview]'`.",
        example="`deckgen build --watch`, where deckgen was installed without the extra.",
    ),
    Code(
        "revision-without-content",
        what="The revision does not hold the content folder.",
        why="there was nothing to compare with yet.",
        fix="name a later revision.",
        example="`deckgen diff board --since` the commit before the folder was added.",
    ),
    Code(
        "deck-not-there-then",
        what="The revision does not have the deck.",
        why="there was nothing to compare with yet.",
        fix="name a later revision, or a deck that the message lists.",
        example="`deckgen diff directorate --since` the commit before decks/directorate.yaml was added.",
    ),
)
