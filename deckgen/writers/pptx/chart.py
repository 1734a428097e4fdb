"""A chart part, and the workbook behind it that PowerPoint opens at "edit data".

Written as text, like slides; colours are the theme's, fonts its body's. The order of elements is
the schema's (ECMA-376 part 1, 21.2): PowerPoint offers to repair a chart that has another.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from ...model.color import Color, ColorRole, Tone, series_color
from ...model.outline import Chart
from ...model.record import record
from ...model.scene import ChartShape
from ...model.theme import Palette
from .oxml import DECLARATION, color_xml, escape

SPACES = (
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
CATEGORY_AXIS, VALUE_AXIS = 111_111_111, 222_222_222
AXES = f'<c:axId val="{CATEGORY_AXIS}"/><c:axId val="{VALUE_AXIS}"/>'
GAP_WIDTH = 61  # per cent of a bar's width
LABELS_OFF = (
    '<c:showLegendKey val="0"/><c:showVal val="{value}"/><c:showCatName val="{name}"/>'
    '<c:showSerName val="0"/><c:showPercent val="{share}"/><c:showBubbleSize val="0"/>'
)
LEFT_TOP = (  # without a size, so that each program gives the legend what its names need
    '<c:layout><c:manualLayout><c:xMode val="edge"/><c:yMode val="edge"/><c:x val="0"/>'
    '<c:y val="0"/></c:manualLayout></c:layout>'
)
MUTED, TEXT = Color(ColorRole.MUTED), Color(ColorRole.TEXT)


def chart_xml(shape: ChartShape, palette: Palette) -> bytes:
    """Return the chart part; its workbook is rId1."""
    pen = _Pen(shape, palette)
    legend = ""
    if shape.has_legend:
        legend = (
            f'<c:legend><c:legendPos val="t"/>{LEFT_TOP}<c:overlay val="0"/>{pen.text(TEXT)}'
            "</c:legend>"
        )
    return (
        f'{DECLARATION}<c:chartSpace {SPACES}><c:date1904 val="0"/><c:roundedCorners val="0"/>'
        f'<c:chart><c:autoTitleDeleted val="1"/><c:plotArea>{pen.room()}{pen.plot()}'
        f'</c:plotArea>{legend}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        f"<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>{pen.text(TEXT)}"
        '<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    ).encode()


@record
class _Pen:
    """Writes the parts of one chart."""

    shape: ChartShape
    palette: Palette

    @property
    def chart(self) -> Chart:
        return self.shape.chart

    def text(self, color: Color, turn: str = ' rot="0"') -> str:
        """Return text properties; rot 0 keeps names from being set aslant."""
        return (
            f'<c:txPr><a:bodyPr{turn} vert="horz"/><a:lstStyle/><a:p><a:pPr>'
            f'<a:defRPr sz="{round(self.shape.size_pt * 100)}" b="0">'
            f"<a:solidFill>{color_xml(color, self.palette)}</a:solidFill>"
            '<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/></a:defRPr></a:pPr>'
            '<a:endParaRPr lang="zh-CN"/></a:p></c:txPr>'
        )

    def room(self) -> str:
        """Return where the marks stand, so that names have the room that they were measured for."""
        frame, area = self.shape.frame, self.shape.area
        x, y = (area.x - frame.x) / frame.width, (area.y - frame.y) / frame.height
        return (
            '<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/>'
            f'<c:yMode val="edge"/><c:x val="{x:.4f}"/><c:y val="{y:.4f}"/>'
            f'<c:w val="{area.width / frame.width:.4f}"/>'
            f'<c:h val="{area.height / frame.height:.4f}"/></c:manualLayout></c:layout>'
        )

    def plot(self) -> str:
        """Return the plot and its axes, by the chart's kind."""
        series = "".join(self._series(number) for number in range(len(self.chart.series)))
        match self.chart.kind:
            case "pie":
                return (
                    f'<c:pieChart><c:varyColors val="1"/>{series}<c:firstSliceAng val="0"/>'
                    "</c:pieChart>"
                )
            case "bar" | "column":
                side = "bar" if self.chart.kind == "bar" else "col"
                return (
                    f'<c:barChart><c:barDir val="{side}"/><c:grouping val="clustered"/>'
                    f'<c:varyColors val="0"/>{series}<c:gapWidth val="{GAP_WIDTH}"/>{AXES}'
                    f"</c:barChart>{self._axes()}"
                )
            case "area":
                return (
                    f'<c:areaChart><c:grouping val="stacked"/><c:varyColors val="0"/>{series}'
                    f"{AXES}</c:areaChart>{self._axes()}"
                )
            case "scatter":
                return (
                    f'<c:scatterChart><c:scatterStyle val="lineMarker"/><c:varyColors val="0"/>'
                    f"{series}{AXES}</c:scatterChart>{self._axes()}"
                )
            case _:
                return (
                    f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{series}'
                    f'<c:marker val="1"/>{AXES}</c:lineChart>{self._axes()}'
                )

    def _series(self, number: int) -> str:
        name, values = self.chart.series[number]
        kind = self.chart.kind
        color = series_color(number, is_thin=self.chart.is_thin)
        column, last = _column(number + 1), len(values) + 1
        tx = f"Sheet1!${column}$1"
        head = (
            f'<c:idx val="{number}"/><c:order val="{number}"/><c:tx><c:strRef><c:f>{tx}</c:f>'
            f"{_strings((name,))}</c:strRef></c:tx>"
        )
        told = self._numbers(f"Sheet1!${column}$2:${column}${last}", values)
        names = f"<c:f>Sheet1!$A$2:$A${last}</c:f>"
        labels = self._labels()
        if kind == "scatter":
            across = tuple(float(word.replace(",", "")) for word in self.chart.categories)
            x = self._numbers(f"Sheet1!$A$2:$A${last}", across, "General")
            look = f"<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>{self._marker(color)}"
            return (
                f"<c:ser>{head}{look}<c:xVal>{x}</c:xVal><c:yVal>{told}</c:yVal>"
                '<c:smooth val="0"/></c:ser>'
            )
        cat = f"<c:cat><c:strRef>{names}{_strings(self.chart.categories)}</c:strRef></c:cat>"
        data = f"{labels}{cat}<c:val>{told}</c:val>"
        if kind == "line":
            ink = self._fill(color)
            dash = '<a:prstDash val="dash"/>' * (number % 2)
            look = f'<c:spPr><a:ln w="31750" cap="rnd">{ink}{dash}<a:round/></a:ln></c:spPr>'
            return f'<c:ser>{head}{look}{self._marker(color)}{data}<c:smooth val="0"/></c:ser>'
        look = f"<c:spPr>{self._fill(color)}</c:spPr>"
        if kind == "pie":
            return f"<c:ser>{head}{self._slices()}{data}</c:ser>"
        inverted = '<c:invertIfNegative val="0"/>' if kind != "area" else ""
        return f"<c:ser>{head}{look}{inverted}{data}</c:ser>"

    def _fill(self, color: Color) -> str:
        return f"<a:solidFill>{color_xml(color, self.palette)}</a:solidFill>"

    def _marker(self, color: Color) -> str:
        return (
            f'<c:marker><c:symbol val="circle"/><c:size val="9"/><c:spPr>{self._fill(color)}'
            "<a:ln><a:noFill/></a:ln></c:spPr></c:marker>"
        )

    def _slices(self) -> str:
        edge = self._fill(Color(ColorRole.BACKGROUND))
        return "".join(
            f'<c:dPt><c:idx val="{at}"/><c:bubble3D val="0"/><c:spPr>'
            f"{self._fill(series_color(at, is_thin=False))}"
            f'<a:ln w="19050">{edge}</a:ln></c:spPr></c:dPt>'
            for at in range(len(self.chart.categories))
        )

    def _labels(self) -> str:
        """Return the labels at the marks: numbers, or name and share at a pie's slices."""
        if not self.shape.has_labels:
            return ""
        is_pie, is_line = self.chart.kind == "pie", self.chart.kind == "line"
        place = "t" if is_line else "outEnd"
        code = "0%" if is_pie else self.shape.number_format
        shown = LABELS_OFF.format(value=int(not is_pie), name=int(is_pie), share=int(is_pie))
        more = '<c:separator> </c:separator><c:showLeaderLines val="0"/>' if is_pie else ""
        return (
            f'<c:dLbls><c:numFmt formatCode="{escape(code)}" sourceLinked="0"/>'
            f"<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>{self.text(TEXT)}"
            f'<c:dLblPos val="{place}"/>{shown}{more}</c:dLbls>'
        )

    def _numbers(self, where: str, values: Sequence[float], code: str = "") -> str:
        points = "".join(
            f'<c:pt idx="{at}"><c:v>{_number(value)}</c:v></c:pt>'
            for at, value in enumerate(values)
            if not math.isnan(value)
        )
        code = escape(code or self.shape.number_format)
        return (
            f"<c:numRef><c:f>{where}</c:f><c:numCache><c:formatCode>{code}</c:formatCode>"
            f'<c:ptCount val="{len(values)}"/>{points}</c:numCache></c:numRef>'
        )

    def _axes(self) -> str:
        """Return both axes; a value axis whose numbers stand at the marks is not shown."""
        is_bar = self.chart.kind == "bar"
        places = ("l", "b") if is_bar else ("b", "l")
        crossing = "between" if self.chart.kind in ("bar", "column", "line") else "midCat"
        tail = (
            '<c:auto val="1"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/>'
            f'<c:tickLblSkip val="{self.shape.every}"/><c:noMultiLvlLbl val="0"/>'
        )
        order = "maxMin" if is_bar else "minMax"
        line = f'<c:spPr><a:ln w="9525">{self._fill(MUTED)}</a:ln></c:spPr>'
        common = '<c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
        crossed = f'<c:crossAx val="{VALUE_AXIS}"/><c:crosses val="autoZero"/>'
        ends, step = self._across()
        # LibreOffice reads no tickLblSkip: what may be turned it sets aslant, or leaves out
        turn = "" if self.shape.every > 1 else ' rot="0"'
        words = self.text(TEXT if is_bar else MUTED, turn)
        category = (
            f'<c:axId val="{CATEGORY_AXIS}"/><c:scaling><c:orientation val="{order}"/>{ends}'
            "</c:scaling>"
            f'<c:delete val="0"/><c:axPos val="{places[0]}"/>'
            f'<c:numFmt formatCode="General" sourceLinked="0"/>{common}'
            f'<c:tickLblPos val="low"/>{line}{words}{crossed}'
        )
        if self.chart.kind == "scatter":
            first = f'<c:valAx>{category}<c:crossBetween val="midCat"/>{step}</c:valAx>'
        else:
            first = f"<c:catAx>{category}{tail}</c:catAx>"
        return first + self._value_axis(places[1], (common, crossing, is_bar))

    def _across(self) -> tuple[str, str]:
        """Return the ends and the step of a scatter chart's lower axis."""
        if not self.shape.scale_across:
            return "", ""
        least, most, step = (_number(value) for value in self.shape.scale_across)
        ends = f'<c:max val="{most}"/><c:min val="{least}"/>'
        return ends, f'<c:majorUnit val="{step}"/>'

    def _value_axis(self, place: str, how: tuple[str, str, bool]) -> str:
        common, crossing, is_bar = how
        least, most, step = (_number(value) for value in self.shape.scale)
        grid = Color(ColorRole.ACCENT1, Tone.SOFT)
        lines = ""
        if not self.shape.has_labels:
            lines = (
                f'<c:majorGridlines><c:spPr><a:ln w="9525">{self._fill(grid)}</a:ln></c:spPr>'
                "</c:majorGridlines>"
            )
        crosses = "max" if is_bar else "autoZero"
        return (
            f'<c:valAx><c:axId val="{VALUE_AXIS}"/><c:scaling><c:orientation val="minMax"/>'
            f'<c:max val="{most}"/><c:min val="{least}"/></c:scaling>'
            f'<c:delete val="{int(self.shape.has_labels)}"/><c:axPos val="{place}"/>{lines}'
            f'<c:numFmt formatCode="{escape(self.shape.number_format)}" sourceLinked="0"/>{common}'
            '<c:tickLblPos val="nextTo"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr>'
            f'{self.text(MUTED)}<c:crossAx val="{CATEGORY_AXIS}"/><c:crosses val="{crosses}"/>'
            f'<c:crossBetween val="{crossing}"/><c:majorUnit val="{step}"/></c:valAx>'
        )


def _strings(words: Sequence[str]) -> str:
    points = "".join(
        f'<c:pt idx="{at}"><c:v>{escape(word)}</c:v></c:pt>' for at, word in enumerate(words)
    )
    return f'<c:strCache><c:ptCount val="{len(words)}"/>{points}</c:strCache>'


def _number(value: float) -> str:
    return str(int(value)) if value == int(value) and abs(value) < 1e15 else repr(float(value))


def _column(index: int) -> str:
    """Return a spreadsheet's name for a column, from 0: A, B … Z, AA."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
