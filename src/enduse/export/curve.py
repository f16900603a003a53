"""Draws a Kaplan-Meier curve as SVG: steps, the interval around them, marks where truces were last seen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..model.truce import Survival

_WIDTH, _HEIGHT, _LEFT, _TOP, _BOTTOM, _RIGHT = 640, 400, 60, 40, 80, 20


def curve_svg(steps: Sequence[Survival], title: str) -> str:
    """Draw the curve with the number at risk under it; needs at least one step."""
    return "\n".join(_Drawing(steps, title).parts()) + "\n"


class _Drawing:
    """One curve on its axes."""

    def __init__(self, steps: Sequence[Survival], title: str) -> None:
        self._steps, self._title = steps, title
        self._longest = max(1, steps[-1].days)

    def parts(self) -> Iterator[str]:
        yield (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" '
            f'font-family="sans-serif" font-size="12">'
        )
        yield f"<title>{_escaped(self._title)}</title>"
        yield f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="white"/>'
        yield f'<text x="{_LEFT}" y="22" font-size="14">{_escaped(self._title)}</text>'
        yield from self._axes()
        yield f'<path class="interval" d="{self._band()}" fill="#9ecae1" fill-opacity="0.5"/>'
        yield f'<path class="curve" d="{self._line()}" fill="none" stroke="#08519c" stroke-width="2"/>'
        for step in self._steps:
            if step.censored:
                x, y = self._x(step.days), self._y(step.share)
                yield (
                    f'<path class="censored" d="M{x:.1f} {y - 5:.1f}V{y + 5:.1f}" stroke="#08519c" stroke-width="1.5"/>'
                )
        yield "</svg>"

    def _axes(self) -> Iterator[str]:
        bottom = _HEIGHT - _BOTTOM
        yield f'<path d="M{_LEFT} {_TOP}V{bottom}H{_WIDTH - _RIGHT}" fill="none" stroke="black"/>'
        for quarter in range(5):
            y = self._y(quarter / 4)
            yield f'<text x="{_LEFT - 6}" y="{y + 4:.1f}" text-anchor="end">{quarter / 4:.2f}</text>'
        for days in dict.fromkeys(round(self._longest * quarter / 4) for quarter in range(5)):
            x = self._x(days)
            yield f'<text x="{x:.1f}" y="{bottom + 16}" text-anchor="middle">{days}</text>'
            yield f'<text x="{x:.1f}" y="{bottom + 50}" text-anchor="middle">{self._at_risk(days)}</text>'
        yield f'<text x="{_LEFT}" y="{bottom + 34}">days held; below, the number still at risk</text>'

    def _at_risk(self, days: int) -> int:
        return next((step.at_risk for step in self._steps if step.days >= days), 0)

    def _line(self) -> str:
        drawn, y = [f"M{self._x(0):.1f} {self._y(1):.1f}"], 1.0
        for step in self._steps:
            drawn.append(f"H{self._x(step.days):.1f}")
            if step.share != y:
                drawn.append(f"V{self._y(step.share):.1f}")
                y = step.share
        return "".join(drawn)

    def _band(self) -> str:
        """The interval of each step until the next one; nothing is drawn where there is none."""
        drawn = []
        for at, step in enumerate(self._steps):
            if step.low is None or step.high is None:
                continue
            following = self._steps[at + 1].days if at + 1 < len(self._steps) else step.days
            left, right = self._x(step.days), self._x(following)
            high, low = self._y(step.high), self._y(step.low)
            drawn.append(f"M{left:.1f} {high:.1f}H{right:.1f}V{low:.1f}H{left:.1f}Z")
        return "".join(drawn)

    def _x(self, days: float) -> float:
        return _LEFT + (_WIDTH - _LEFT - _RIGHT) * days / self._longest

    def _y(self, share: float) -> float:
        return _TOP + (_HEIGHT - _TOP - _BOTTOM) * (1 - share)


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
