"""The workbook inside a chart: one sheet named Data with what the chart shows, and nothing else.

In: Plot. Out: the bytes of an .xlsx, as PowerPoint itself writes it: texts are shared strings, so that none is ever
read as a formula and every program finds the names, and a table lies over the cells. What only keeps room in a chart
is computed by formulas, so that it follows an edit.
"""

from __future__ import annotations

from decimal import Decimal

from deckgen.model.chart import Plot, Series
from deckgen.model.chart_dates import DateAxis, serial
from deckgen.model.lazy_dataclasses import dataclass
from deckgen.powerpoint.ooxml.archive import zipped
from deckgen.powerpoint.ooxml.xml import DECLARATION, R, xstring, xstring_attribute
from deckgen.xml_text import attribute, escape

SHEET = "Data"
_FIRST_OWN = 164
"""The first number that a workbook may give to a number format of its own."""
_FIRST_LINE = 2
"""The line of the first category, under the heads."""
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_SHEET_ML = "application/vnd.openxmlformats-officedocument.spreadsheetml"

_FIXED = tuple(
    (name, (DECLARATION + text).encode())
    for name, text in (
        (
            "[Content_Types].xml",
            f'<Types xmlns="{_TYPES}"><Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{_SHEET_ML}.sheet.main+xml"/>'
            f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_SHEET_ML}.worksheet+xml"/>'
            f'<Override PartName="/xl/styles.xml" ContentType="{_SHEET_ML}.styles+xml"/>'
            f'<Override PartName="/xl/sharedStrings.xml" ContentType="{_SHEET_ML}.sharedStrings+xml"/>'
            f'<Override PartName="/xl/tables/table1.xml" ContentType="{_SHEET_ML}.table+xml"/></Types>',
        ),
        (
            "_rels/.rels",
            f'<Relationships xmlns="{_RELATIONS}"><Relationship Id="rId1" Type="{R}/officeDocument" '
            'Target="xl/workbook.xml"/></Relationships>',
        ),
        (
            "xl/workbook.xml",
            f'<workbook xmlns="{_MAIN}" xmlns:r="{R}"><sheets>'
            f'<sheet name="{SHEET}" sheetId="1" r:id="rId1"/></sheets></workbook>',
        ),
        (
            "xl/_rels/workbook.xml.rels",
            f'<Relationships xmlns="{_RELATIONS}">'
            f'<Relationship Id="rId1" Type="{R}/worksheet" Target="worksheets/sheet1.xml"/>'
            f'<Relationship Id="rId2" Type="{R}/styles" Target="styles.xml"/>'
            f'<Relationship Id="rId3" Type="{R}/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
        ),
        (
            "xl/worksheets/_rels/sheet1.xml.rels",
            f'<Relationships xmlns="{_RELATIONS}">'
            f'<Relationship Id="rId1" Type="{R}/table" Target="../tables/table1.xml"/></Relationships>',
        ),
    )
)


def workbook(plot: Plot) -> bytes:
    """Categories in column A, a series in each column after it, names in row 1.

    It is stored, not deflated: the deck around it is, and then all workbooks but their data cost nothing.
    """
    codes, heads = _codes(plot), _heads(plot)
    names = () if plot.dates else plot.categories
    strings = tuple(dict.fromkeys((*heads, *names)))
    parts = (
        ("xl/styles.xml", _styles(codes)),
        ("xl/sharedStrings.xml", _shared_strings(strings, len(heads) + len(names))),
        ("xl/tables/table1.xml", _table(heads, len(plot.categories))),
        ("xl/worksheets/sheet1.xml", _sheet(plot, heads, strings, codes)),
    )
    return zipped((*_FIXED, *parts), deflate=False)


def name_reference(series: int) -> str:
    """The cell with a series' name; series count from 0."""
    return f"{SHEET}!${column(series + 1)}$1"


def values_reference(series: int, count: int) -> str:
    """The cells of a series, or with -1 of the categories."""
    letter = column(series + 1)
    first = f"{SHEET}!${letter}$2"
    return first if count == 1 else f"{first}:${letter}${count + 1}"


def cached_text(reference: str, texts: tuple[str, ...]) -> str:
    """Texts of the workbook as a chart part keeps them beside their place."""
    cells = "".join(f'<c:pt idx="{index}"><c:v>{xstring(text)}</c:v></c:pt>' for index, text in enumerate(texts))
    return (
        f'<c:strRef><c:f>{reference}</c:f><c:strCache><c:ptCount val="{len(texts)}"/>{cells}</c:strCache></c:strRef>'
    )


def cached_dates(reference: str, axis: DateAxis) -> str:
    """The same of dates, which a workbook keeps as numbers."""
    cells = "".join(f'<c:pt idx="{index}"><c:v>{serial(day)}</c:v></c:pt>' for index, day in enumerate(axis.dates))
    return (
        f"<c:numRef><c:f>{reference}</c:f><c:numCache><c:formatCode>{xstring(axis.format_code)}</c:formatCode>"
        f'<c:ptCount val="{len(axis.dates)}"/>{cells}</c:numCache></c:numRef>'
    )


def column(index: int) -> str:
    """The letters of a column, counted from 0: A, B, … Z, AA."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def number(value: Decimal | None) -> str:
    """A number as a part writes it, or "" where there is none that could be drawn."""
    return format(value, "f") if value is not None and value.is_finite() else ""


def _codes(plot: Plot) -> tuple[str, ...]:
    """The format codes of the plot's labels and dates, each once: a cell shows its value as the label does."""
    places = range(len(plot.categories))
    shown = [series.labels.code(place) for series in plot.columns for place in places]
    return tuple(dict.fromkeys((*shown, plot.dates.format_code) if plot.dates else shown))


def _styles(codes: tuple[str, ...]) -> bytes:
    """A cell style for each code, the first one after the plain style that every workbook has."""
    formats = "".join(
        f'<numFmt numFmtId="{_FIRST_OWN + at}" formatCode="{attribute(code)}"/>' for at, code in enumerate(codes)
    )
    styles = "".join(
        f'<xf numFmtId="{_FIRST_OWN + at}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
        for at in range(len(codes))
    )
    return (
        f'{DECLARATION}<styleSheet xmlns="{_MAIN}"><numFmts count="{len(codes)}">{formats}</numFmts>'
        '<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>'
        '<fills count="2"><fill><patternFill patternType="none"/></fill>'
        '<fill><patternFill patternType="gray125"/></fill></fills>'
        '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
        f'<cellXfs count="{len(codes) + 1}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>{styles}'
        '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
    ).encode()


def _heads(plot: Plot) -> tuple[str, ...]:
    """The cells of row 1. A table has a head over each column: the first is a space, as PowerPoint has it.

    Two columns of one name, which no table may have, are told apart by spaces behind the second.
    """
    heads = [" "]
    for series in plot.columns:
        name = series.name or " "
        while name.casefold() in {head.casefold() for head in heads}:
            name += " "
        heads.append(name)
    return tuple(heads)


def _shared_strings(strings: tuple[str, ...], uses: int) -> bytes:
    items = "".join(f'<si><t xml:space="preserve">{xstring(text)}</t></si>' for text in strings)
    return f'{DECLARATION}<sst xmlns="{_MAIN}" count="{uses}" uniqueCount="{len(strings)}">{items}</sst>'.encode()


def _table(heads: tuple[str, ...], rows: int) -> bytes:
    """The table over all cells, which PowerPoint widens when somebody adds a row or a series."""
    area = _area(len(heads), rows)
    columns = "".join(
        f'<tableColumn id="{at}" name="{xstring_attribute(head)}"/>' for at, head in enumerate(heads, 1)
    )
    return (
        f'{DECLARATION}<table xmlns="{_MAIN}" id="1" name="Table1" displayName="Table1" ref="{area}" '
        f'totalsRowShown="0"><tableColumns count="{len(heads)}">{columns}</tableColumns></table>'
    ).encode()


def _area(columns: int, rows: int) -> str:
    return f"A1:{column(columns - 1)}{rows + 1}"


def _sheet(plot: Plot, heads: tuple[str, ...], strings: tuple[str, ...], codes: tuple[str, ...]) -> bytes:
    at = {text: index for index, text in enumerate(strings)}
    names = "".join(_text(index, 1, at[head]) for index, head in enumerate(heads))
    rows = [f'<row r="1">{names}</row>']
    for place, category in enumerate(plot.categories):
        line = place + _FIRST_LINE
        values = "".join(
            f'<c r="{column(index)}{line}" s="{codes.index(series.labels.code(place)) + 1}">'
            f"{_formula(plot, series, place)}<v>{shown}</v></c>"
            for index, series in enumerate(plot.columns, 1)
            if (shown := number(series.values[place]))
        )
        if plot.dates:
            style = codes.index(plot.dates.format_code) + 1
            name = f'<c r="{column(0)}{line}" s="{style}"><v>{serial(plot.dates.dates[place])}</v></c>'
        else:
            name = _text(0, line, at[category])
        rows.append(f'<row r="{line}">{name}{values}</row>')
    return (
        f'{DECLARATION}<worksheet xmlns="{_MAIN}" xmlns:r="{R}">'
        f'<dimension ref="{_area(len(heads), len(plot.categories))}"/><sheetData>{"".join(rows)}</sheetData>'
        '<tableParts count="1"><tablePart r:id="rId1"/></tableParts></worksheet>'
    ).encode()


@dataclass(frozen=True, slots=True)
class _Cell:
    """The cell of a series in a formula: of its own row, of that `above` or `below`, or `all`."""

    letters: str
    line: int
    last: int

    def __format__(self, which: str) -> str:
        if which == "all":
            return f"{self.letters}${_FIRST_LINE}:{self.letters}${self.last}"
        return f"{self.letters}{self.line - (which == 'above') + (which == 'below')}"


def _formula(plot: Plot, series: Series, place: int) -> str:
    """What computes a value, where another program is to do so again."""
    if not series.formulas or not series.formulas[place]:
        return ""
    last = len(plot.categories) + 1
    cells = (_Cell(column(index), place + _FIRST_LINE, last) for index in range(1, len(plot.columns) + 1))
    return f"<f>{escape(series.formulas[place].format(*cells))}</f>"


def _text(index: int, line: int, string: int) -> str:
    """A cell with a shared string, by the string's number."""
    return f'<c r="{column(index)}{line}" t="s"><v>{string}</v></c>'
