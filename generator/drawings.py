"""Small drawings as numbers: mentions over time, values along an axis.

Only geometry is worked out here; `templates/_macros/drawings.html` writes the SVG. Horizontal places are per cent of the
width and vertical ones are pixels, so that a drawing fills any column while its letters keep their size.
"""

import datetime as dt
import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from generator.strings import Strings

MOST_DOTS = 200
"""Above so many values a plot shows columns: single dots could not be told apart."""
_MOST_PERIODS = 40
_STRAY = 0.04
"""So large a share of the dates at either end may be gathered in the last column: one year 413 must not flatten the rest."""
_BINS = 64
_HEIGHT = 72
_LETTER = 2.3
"""Width of a letter of a label, in per cent of the narrowest drawing: 7 of 290 pixels."""
_DOT = 9.0


@dataclass(frozen=True, slots=True)
class Tick:
    """A label on the horizontal axis."""

    x: float
    """Per cent of the width."""
    label: str
    anchor: str = "middle"
    """`start` and `end` at the edges, where a centred label would be cut off."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column of a histogram."""

    x: float
    width: float
    """Both per cent of the width."""
    height: float
    """Pixels; 0 where nothing was counted."""
    label: str
    """The period or the values in words."""
    count: int


@dataclass(frozen=True, slots=True)
class Histogram:
    """How many in each of a row of equal steps; columns touch."""

    height: int
    columns: tuple[Column, ...]
    ticks: tuple[Tick, ...]
    peak: Tick
    """The number that stands above the first of the highest columns, as the measure of all."""


@dataclass(frozen=True, slots=True)
class Dot:
    """One value of a dot plot."""

    x: float
    """Per cent of the width."""
    y: float
    """Pixels above the axis."""
    label: str
    target: str
    """Anchor of the row that shows the value."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DotPlot:
    """Values along an axis, equal ones stacked; with very many values `columns` instead of `dots`."""

    height: int
    radius: float
    dots: tuple[Dot, ...]
    columns: tuple[Column, ...]
    ticks: tuple[Tick, ...]
    logarithmic: bool


def share(count: int, most: int) -> int:
    """Return the length of a bar, 1..100 per cent of the longest; 0 for nothing."""
    return max(1, round(100 * count / most)) if count and most else 0


def over_time(dates: Iterable[dt.date], strings: Strings) -> Histogram | None:
    """Return how many of the dates fall into each month, or year where months would be too many.

    None where a drawing would say nothing: fewer than four dates, or all of two months.
    """
    months = Counter(date.year * 12 + date.month - 1 for date in dates)
    if months.total() < 4 or len(months) < 3:
        return None
    first, last = min(months), max(months)
    step, strays = 1, (False, False)
    if last - first >= _MOST_PERIODS:
        first, last = _without_strays(months)
        strays = (first > min(months), last < max(months))
        step = 12 * math.ceil((last // 12 - first // 12 + 1) / _MOST_PERIODS)
        first -= first % 12
    periods = (last - first) // step + 1
    counts: Counter[int] = Counter()
    for month, count in months.items():
        counts[min(max(0, (month - first) // step), periods - 1)] += count
    most = max(counts.values())
    # A few columns over the whole width would be blocks; two thirds of it leave room for the labels.
    width = min(100, max(6 * periods, 66)) / periods
    columns = tuple(
        Column(
            x=_round(number * width),
            width=_round(width),
            height=_column_height(counts[number], most),
            label=_period(first + number * step, step, strings),
            count=counts[number],
        )
        for number in range(periods)
    )
    if strays[0]:
        columns = (replace(columns[0], label=_up_to(first // 12 + step // 12 - 1, strings)), *columns[1:])
    if strays[1]:
        columns = (*columns[:-1], replace(columns[-1], label=_from((first + (periods - 1) * step) // 12, strings)))
    edges = (Tick(0.0, columns[0].label, "start"), Tick(_round(periods * width), columns[-1].label, "end"))
    top = next(column for column in columns if column.count == most)
    return Histogram(_HEIGHT, columns, edges, Tick(_round(top.x + top.width / 2), strings.number(most)))


def dot_plot(values: Sequence[tuple[Decimal, str, str]], strings: Strings) -> DotPlot | None:
    """Return a plot of (value, label, anchor), in any order; the axis is logarithmic when all values are positive and far apart.

    None for fewer than four values or fewer than three different ones.
    """
    if len(values) < 4 or len({value for value, _, _ in values}) < 3:
        return None
    numbers = [float(value) for value, _, _ in values]
    low, high = min(numbers), max(numbers)
    if not (math.isfinite(low) and math.isfinite(high)):
        return None
    logarithmic = low > 0 and high / low >= 20
    ticks, low, high = _axis(low, high, logarithmic=logarithmic)
    placed = tuple(
        Tick(_round(_place(tick, low, high, logarithmic=logarithmic)), strings.compact(Decimal(repr(tick))))
        for tick in ticks
    )
    bins: dict[int, list[tuple[Decimal, str, str]]] = {}
    for number, value in sorted(zip(numbers, values, strict=True), key=lambda pair: pair[0]):
        x = _place(number, low, high, logarithmic=logarithmic)
        bins.setdefault(min(_BINS - 1, int(x / 100 * _BINS)), []).append(value)
    most = max(len(stack) for stack in bins.values())
    columns: tuple[Column, ...] = ()
    dots: tuple[Dot, ...] = ()
    step = min(_DOT, 2 * _HEIGHT / most)
    if len(values) > MOST_DOTS:
        step = 0.0
        columns = tuple(
            Column(
                x=_round(100 * number / _BINS),
                width=_round(100 / _BINS),
                height=_column_height(len(stack), most),
                label=stack[0][1] if stack[0][1] == stack[-1][1] else f"{stack[0][1]} – {stack[-1][1]}",
                count=len(stack),
            )
            for number, stack in sorted(bins.items())
        )
    else:
        dots = tuple(
            Dot(_round(100 * (number + 0.5) / _BINS), _round((place + 0.5) * step), label, anchor)
            for number, stack in sorted(bins.items())
            for place, (_, label, anchor) in enumerate(stack)
        )
    return DotPlot(
        height=_HEIGHT if columns else math.ceil(most * step),
        radius=_round(step / 2 - 0.5) if dots else 0.0,
        dots=dots,
        columns=columns,
        ticks=_at_the_edges(placed),
        logarithmic=logarithmic,
    )


def _axis(low: float, high: float, *, logarithmic: bool) -> tuple[list[float], float, float]:
    """Return at most seven round ticks, and the ends of an axis that holds both values and all ticks."""
    if logarithmic:
        bottom, top = math.floor(math.log10(low) + 1e-9), math.ceil(math.log10(high) - 1e-9)
        step = math.ceil((top - bottom) / 6)
        ticks = [10.0**power for power in range(bottom, top + 1, step)]
        return ticks, 10.0**bottom, 10.0**top
    raw = (high - low) / 5 or 1.0
    size = 10.0 ** math.floor(math.log10(raw))
    step_size = next(size * factor for factor in (1, 2, 5, 10) if size * factor >= raw * 0.999)
    first, last = math.floor(low / step_size + 1e-9), math.ceil(high / step_size - 1e-9)
    ticks = [float(f"{number * step_size:.12g}") for number in range(first, last + 1)]
    return ticks, ticks[0], ticks[-1]


def _place(value: float, low: float, high: float, *, logarithmic: bool) -> float:
    """Return where on the axis a value stands, 0..100."""
    if logarithmic:
        value, low, high = math.log10(value), math.log10(low), math.log10(high)
    return 100 * (value - low) / (high - low)


def _at_the_edges(ticks: tuple[Tick, ...]) -> tuple[Tick, ...]:
    """Return the labels of an axis so that none is cut off at its ends and none touches another on a narrow screen."""
    placed = [Tick(tick.x, tick.label, "start" if tick.x < 4 else "end" if tick.x > 96 else "middle") for tick in ticks]
    every = 1
    while any(_reach(one)[1] > _reach(other)[0] for one, other in pairwise(placed[::every])):
        every += 1
    kept = placed[::every]
    if kept[-1] is not placed[-1] and _reach(kept[-1])[1] <= _reach(placed[-1])[0]:
        kept.append(placed[-1])
    return tuple(kept)


def _reach(tick: Tick) -> tuple[float, float]:
    """Return from where to where a label goes on the narrowest screen, in per cent, with a letter's room around it."""
    wide = (len(tick.label) + 1) * _LETTER
    left = tick.x - {"start": 0.0, "middle": wide / 2, "end": wide}[tick.anchor]
    return left, left + wide


def _without_strays(months: Counter[int]) -> tuple[int, int]:
    """Return the first and last month to draw: few far-off ones are left out where they would take up half of the axis."""
    ranked = sorted(months.elements())
    first, last = ranked[0], ranked[-1]
    low, high = ranked[int(len(ranked) * _STRAY)], ranked[int(len(ranked) * (1 - _STRAY))]
    if last - low < (last - first) / 2:
        first = low
    return first, high if high - first < (last - first) / 2 else last


def _period(month: int, step: int, strings: Strings) -> str:
    year = month // 12
    if step == 1:
        return strings.month(dt.date(year, month % 12 + 1, 1))
    return str(year) if step == 12 else f"{year}–{year + step // 12 - 1}"


def _up_to(year: int, strings: Strings) -> str:
    return strings.gettext("up to %(number)s").replace("%(number)s", str(year))


def _from(year: int, strings: Strings) -> str:
    return strings.gettext("from %(number)s").replace("%(number)s", str(year))


def _column_height(count: int, most: int) -> float:
    """Return the height in pixels; what was counted at all stays visible."""
    return max(2.0, _round(_HEIGHT * count / most)) if count else 0.0


def _round(number: float) -> float:
    return round(number, 2)
