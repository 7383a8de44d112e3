"""The parts of a template that are the same for every brand but for its colours, faces and name.

In: theme and language. Out: theme, presentation, notes and handout masters and properties, one part's text each.
"""

from __future__ import annotations

from itertools import count, islice

from deckgen.model.language import Language
from deckgen.model.theme import SCHEME, Theme
from deckgen.model.units import Box, inches
from deckgen.powerpoint.ooxml.xml import DECLARATION, SERIALIZED, A
from deckgen.powerpoint.own_template.master import DARK_ON_LIGHT, NAMESPACES, TREE, default_text, page_number, said
from deckgen.xml_text import attribute, escape

MASTER_ID = 2147483648
NOTES_WIDTH, NOTES_HEIGHT = inches(7.5), inches(10)

_LIGHT_NAMES = {"tx1": "dk1", "bg1": "lt1", "tx2": "dk2", "bg2": "lt2"}
_DARK_NAMES = {"tx1": "lt1", "bg1": "dk1", "tx2": "lt2", "bg2": "dk2"}
_PAPER = {"dk1": "000000", "lt1": "FFFFFF", "dk2": "404040", "lt2": "F2F2F2"}
_SCHEME_ORDER = (
    "dk1",
    "lt1",
    "dk2",
    "lt2",
    "accent1",
    "accent2",
    "accent3",
    "accent4",
    "accent5",
    "accent6",
    "hlink",
    "folHlink",
)
_MOST_NAMED = 50
"""How many colours PowerPoint shows below those of the theme."""
_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_EXTENDED = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
_CREATED = "2000-01-01T00:00:00Z"
_STYLES = "{3B4B98B0-60AC-42C2-AFA5-B58CD77FA1E5}"
"""PowerPoint's own Light Style 1 - Accent 1: text and lines in the slide's colours, so readable on a dark one too."""
_OWN_SHAPES = (
    '<a:spDef><a:spPr/><a:bodyPr rtlCol="0" anchor="ctr"/><a:lstStyle/><a:style><a:lnRef idx="0">{0}</a:lnRef>'
    '<a:fillRef idx="1">{0}</a:fillRef><a:effectRef idx="0">{0}</a:effectRef><a:fontRef idx="minor">'
    '<a:schemeClr val="bg1"/></a:fontRef></a:style></a:spDef>'
).format('<a:schemeClr val="accent1"/>')
"""A shape that a user draws: plain primary, with text that is readable on it whether slides are light or dark."""
_PLAIN = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'


def theme_part(theme: Theme, paper: bool = False) -> str:
    """Colours and faces. Links are set in primary, followed ones in muted; fills and lines are plain.

    On paper, for what is printed of any brand: black on white.
    """
    names = _DARK_NAMES if theme.dark else _LIGHT_NAMES
    colors = {names.get(place, place): theme.colors[role] for role, place in SCHEME.items()}
    colors |= {"hlink": theme.colors["primary"], "folHlink": theme.colors["muted"]}
    colors |= _PAPER if paper else {}
    scheme = "".join(f'<a:{name}><a:srgbClr val="{colors[name]}"/></a:{name}>' for name in _SCHEME_ORDER)
    name = attribute(theme.name)
    lines = "".join(f'<a:ln w="{width}" cap="flat" cmpd="sng" algn="ctr">{_PLAIN}</a:ln>' for width in (9525,) * 3)
    return (
        f'{DECLARATION}<a:theme xmlns:a="{A}" name="{name}"><a:themeElements><a:clrScheme name="{name}">{scheme}'
        f'</a:clrScheme><a:fontScheme name="{name}">{_face("major", theme.heading_face)}'
        f'{_face("minor", theme.body_face)}</a:fontScheme><a:fmtScheme name="{name}">'
        f"<a:fillStyleLst>{_PLAIN * 3}</a:fillStyleLst><a:lnStyleLst>{lines}</a:lnStyleLst><a:effectStyleLst>"
        f"{'<a:effectStyle><a:effectLst/></a:effectStyle>' * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{_PLAIN * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements>"
        f"<a:objectDefaults>{_OWN_SHAPES}</a:objectDefaults><a:extraClrSchemeLst/>{_named(theme)}</a:theme>"
    )


def _named(theme: Theme) -> str:
    """The brand's colours by name, which PowerPoint offers below those of the theme."""
    listed = "".join(
        f'<a:custClr name="{attribute(name)}"><a:srgbClr val="{value}"/></a:custClr>'
        for name, value in islice(theme.named_colors.items(), _MOST_NAMED)
    )
    return f"<a:custClrLst>{listed}</a:custClrLst>" if listed else ""


def _face(place: str, face: str) -> str:
    latin = f'<a:latin typeface="{attribute(face)}"/>'
    return f'<a:{place}Font>{latin}<a:ea typeface=""/><a:cs typeface=""/></a:{place}Font>'


def presentation(theme: Theme, language: Language) -> str:
    """The main part: one master, notes and handout masters, no slides."""
    return (
        f'{SERIALIZED}<p:presentation {NAMESPACES} saveSubsetFonts="1"><p:sldMasterIdLst>'
        f'<p:sldMasterId id="{MASTER_ID}" r:id="rId1"/></p:sldMasterIdLst>'
        '<p:notesMasterIdLst><p:notesMasterId r:id="rId2"/></p:notesMasterIdLst>'
        '<p:handoutMasterIdLst><p:handoutMasterId r:id="rId3"/></p:handoutMasterIdLst>'
        f'<p:sldSz cx="{theme.slide_width}" cy="{theme.slide_height}"/>'
        f'<p:notesSz cx="{NOTES_WIDTH}" cy="{NOTES_HEIGHT}"/>'
        f"<p:defaultTextStyle>{default_text(language)}</p:defaultTextStyle></p:presentation>"
    )


def presentation_properties() -> str:
    return f"{DECLARATION}<p:presentationPr {NAMESPACES}/>"


def view_properties() -> str:
    return f'{DECLARATION}<p:viewPr {NAMESPACES}><p:gridSpacing cx="76200" cy="76200"/></p:viewPr>'


def table_styles() -> str:
    return f'{DECLARATION}<a:tblStyleLst xmlns:a="{A}" def="{_STYLES}"/>'


def notes_master(language: Language) -> str:
    """A picture of the slide over the notes, with foot and page number."""
    picture = Box(inches(0.75), inches(0.75), inches(6), inches(3.375))
    body = Box(inches(0.75), inches(4.4), inches(6), inches(4.75))
    ids = count(2)
    shapes = (
        _holder(next(ids), "slide", 'type="sldImg" idx="2"', picture, ""),
        _holder(next(ids), "notes", 'type="body" sz="quarter" idx="1"', body, _prompted(language)),
        _holder(next(ids), "foot", 'type="ftr" sz="quarter" idx="4"', _corner(0.75), _small("l", language)),
        _holder(next(ids), "number", 'type="sldNum" sz="quarter" idx="5"', _corner(3.75), _page(language)),
    )
    return (
        f"{SERIALIZED}<p:notesMaster {NAMESPACES}>{_sheet(shapes)}<p:clrMap {DARK_ON_LIGHT}/>"
        f'<p:hf hdr="0" dt="0"/><p:notesStyle>{_notes_levels(language)}</p:notesStyle></p:notesMaster>'
    )


def handout_master(language: Language) -> str:
    ids = count(2)
    shapes = (
        _holder(next(ids), "foot", 'type="ftr" sz="quarter" idx="2"', _corner(0.75), _small("l", language)),
        _holder(next(ids), "number", 'type="sldNum" sz="quarter" idx="3"', _corner(3.75), _page(language)),
    )
    return (
        f"{DECLARATION}<p:handoutMaster {NAMESPACES}>{_sheet(shapes)}<p:clrMap {DARK_ON_LIGHT}/>"
        '<p:hf hdr="0" dt="0"/></p:handoutMaster>'
    )


def _corner(x: float) -> Box:
    return Box(inches(x), inches(9.35), inches(3), inches(0.3))


def _sheet(shapes: tuple[str, ...]) -> str:
    ground = '<p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>'
    return f"<p:cSld>{ground}<p:spTree>{TREE}{''.join(shapes)}</p:spTree></p:cSld>"


def _holder(id: int, name: str, kind: str, box: Box, text: str) -> str:
    locks = ' noRot="1" noChangeAspect="1"' if "sldImg" in kind else ""
    line = '<a:ln w="9525"><a:solidFill><a:schemeClr val="accent6"/></a:solidFill></a:ln>' if locks else ""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{id}" name="{name}"/><p:cNvSpPr><a:spLocks noGrp="1"{locks}/></p:cNvSpPr>'
        f'<p:nvPr><p:ph {kind}/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x="{box.x}" y="{box.y}"/>'
        f'<a:ext cx="{box.width}" cy="{box.height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{line}'
        f"</p:spPr>{text}</p:sp>"
    )


def _prompted(language: Language) -> str:
    run = said(language.prompts.notes, language)
    return (
        '<p:txBody><a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0"><a:noAutofit/></a:bodyPr><a:lstStyle/>'
        f"<a:p>{run}</a:p></p:txBody>"
    )


def _small(align: str, language: Language, field: str = "") -> str:
    style = (
        f'<a:lvl1pPr algn="{align}"><a:defRPr lang="{language.code}" sz="1000">'
        '<a:solidFill><a:schemeClr val="tx2"/></a:solidFill></a:defRPr></a:lvl1pPr>'
    )
    return (
        '<p:txBody><a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="b"><a:noAutofit/></a:bodyPr>'
        f'<a:lstStyle>{style}</a:lstStyle><a:p>{field}<a:endParaRPr lang="{language.code}"/></a:p></p:txBody>'
    )


def _page(language: Language) -> str:
    return _small("r", language, page_number(language))


def _notes_levels(language: Language) -> str:
    return "".join(
        f'<a:lvl{level + 1}pPr marL="{inches(0.2 * level)}" algn="l"><a:spcBef><a:spcPts val="600"/></a:spcBef>'
        f'<a:defRPr lang="{language.code}" sz="1200"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill>'
        f'<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/></a:defRPr>'
        f"</a:lvl{level + 1}pPr>"
        for level in range(5)
    )


def core_properties(theme: Theme, language: Language) -> str:
    name = escape(theme.name)
    return (
        f'{DECLARATION}<cp:coreProperties xmlns:cp="{_CORE}" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{name}</dc:title><dc:creator>{name}</dc:creator><cp:lastModifiedBy>{name}</cp:lastModifiedBy>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{_CREATED}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{_CREATED}</dcterms:modified>'
        f"<dc:language>{language.code}</dc:language></cp:coreProperties>"
    )


def extended_properties(theme: Theme) -> str:
    return (
        f'{DECLARATION}<Properties xmlns="{_EXTENDED}"><Application>deckgen</Application>'
        f"<Company>{escape(theme.name)}</Company></Properties>"
    )
