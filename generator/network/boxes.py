"""Knots with their labels as boxes on a sheet: fitted to it and pushed apart."""

from collections.abc import Iterator, Sequence

from generator.network.arrangement import Point

_PUSHES = 400


def fit(points: Sequence[Point], sizes: Sequence[Point], width: float, height: float) -> list[Point]:
    """Return the points on a sheet, upright where it is; half evened out, so that a crowd in the middle is not crushed."""
    if width < height:
        points = [(y, x) for x, y in points]
    wide, high = (max((size[axis] for size in sizes), default=0.0) for axis in (0, 1))
    across, down = _evened([x for x, _ in points]), _evened([y for _, y in points])
    return [
        (wide / 2 + x * max(0.0, width - wide), y * max(0.0, height - high))
        for x, y in zip(across, down, strict=True)
    ]  # fmt: skip


def push_apart(points: list[Point], sizes: Sequence[Point], width: float) -> list[Point]:
    """Return the middles of boxes pushed apart until none overlaps another; none leaves the sheet to the left or right."""
    while True:
        for _ in range(_PUSHES):
            if not _push(points, sizes, width):
                return points
        # Too crowded to come to rest: make room below, of which there is enough.
        points = [(x, y * 1.15) for x, y in points]


def _push(points: list[Point], sizes: Sequence[Point], width: float) -> bool:
    """Move every overlapping pair half apart along the shorter way; return whether there was any."""
    moved = False
    for a, b, across, down in _overlaps(points, sizes):
        moved = True
        (ax, ay), (bx, by) = points[a], points[b]
        if across < down:
            step = (across / 2 + 0.1) * (1 if (ax, a) < (bx, b) else -1)
            ax, bx = _inside(ax - step, sizes[a][0], width), _inside(bx + step, sizes[b][0], width)
        if (ax, bx) == (points[a][0], points[b][0]):  # also where both stand at the edges already
            step = (down / 2 + 0.1) * (1 if (ay, a) < (by, b) else -1)
            ay, by = ay - step, by + step
        points[a], points[b] = (ax, ay), (bx, by)
    return moved


def _overlaps(points: list[Point], sizes: Sequence[Point]) -> Iterator[tuple[int, int, float, float]]:
    """Yield pairs of boxes with how far they overlap across and down; `points` may change meanwhile."""
    for a in range(len(points)):
        for b in range(a + 1, len(points)):
            down = (sizes[a][1] + sizes[b][1]) / 2 - abs(points[a][1] - points[b][1])
            if down > 0:
                across = (sizes[a][0] + sizes[b][0]) / 2 - abs(points[a][0] - points[b][0])
                if across > 0:
                    yield a, b, across, down


def _inside(x: float, wide: float, width: float) -> float:
    return min(max(x, wide / 2), max(width - wide / 2, wide / 2))


def _evened(values: list[float]) -> list[float]:
    """Return the values as shares 0..1 of their range, half by value and half by rank."""
    low, high = min(values, default=0.0), max(values, default=0.0)
    ranks = {number: rank for rank, number in enumerate(sorted(range(len(values)), key=lambda n: (values[n], n)))}
    last = max(1, len(values) - 1)
    return [0.5 * (value - low) / ((high - low) or 1.0) + 0.5 * ranks[n] / last for n, value in enumerate(values)]
