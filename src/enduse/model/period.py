"""When a phrase says that something happens: from a day to a day, with its precision and the rule that gave it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Precision(StrEnum):
    """How exact a period is, from a day down to nothing; for `open` and `range`, `grain` tells the bounds."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    RANGE = "range"
    OPEN = "open"
    RELATIVE = "relative"
    UNKNOWN = "unknown"


class PeriodRule(StrEnum):
    """How words became dates; `PERIOD_WHY` says it for a person."""

    WRITTEN = "written"
    LATEST = "latest"
    COMING = "coming"
    NEAREST = "nearest"
    YEAR_GIVEN = "year_given"
    AGAINST_PUBLICATION = "against_publication"
    PART = "part"
    BETWEEN = "between"
    LENGTH_BEFORE = "length_before"
    LENGTH_AHEAD = "length_ahead"
    SINCE = "since"
    UNTIL = "until"
    AFTER_EVENT = "after_event"
    BEFORE_EVENT = "before_event"
    BEFORE_PUBLICATION = "before_publication"
    AFTER_PUBLICATION = "after_publication"
    NO_PUBLICATION = "no_publication"
    OTHER_DATE = "other_date"
    EVENT = "event"
    DURATION = "duration"
    CLOCK = "clock"
    FREQUENCY = "frequency"
    OUT_OF_RANGE = "out_of_range"
    NOT_FOUND = "not_found"


PERIOD_WHY = {
    PeriodRule.WRITTEN: "the date as written, with its year",
    PeriodRule.LATEST: "written without its year or week: the latest on or before the day of publication",
    PeriodRule.COMING: "written without its year or week, and ahead: the first on or after the day of publication",
    PeriodRule.NEAREST: "written without its year or week: of the last and the next, the likelier one",
    PeriodRule.YEAR_GIVEN: "written without its year: in the year that the text speaks of there",
    PeriodRule.AGAINST_PUBLICATION: "counted from the day of publication",
    PeriodRule.PART: "early, middle or late: a third of the time named, by convention",
    PeriodRule.BETWEEN: "from the first date named to the last",
    PeriodRule.LENGTH_BEFORE: "a length of time that ends on the day of publication",
    PeriodRule.LENGTH_AHEAD: "a length of time that begins on the day of publication",
    PeriodRule.SINCE: "begins with the date named, its end is not told",
    PeriodRule.UNTIL: "ends with the date named, its beginning is not told",
    PeriodRule.AFTER_EVENT: "after something that happened at the date named",
    PeriodRule.BEFORE_EVENT: "before something that happened at the date named",
    PeriodRule.BEFORE_PUBLICATION: "some time up to the day of publication; how long before is not told",
    PeriodRule.AFTER_PUBLICATION: "some time from the day of publication on; how long after is not told",
    PeriodRule.NO_PUBLICATION: "counted from the day of publication, and that is not known",
    PeriodRule.OTHER_DATE: "counted from another date that the phrase does not give",
    PeriodRule.EVENT: "told by an event that the phrase gives no date of",
    PeriodRule.DURATION: "how long, not when",
    PeriodRule.CLOCK: "a time of day without its day",
    PeriodRule.FREQUENCY: "how often, not when",
    PeriodRule.OUT_OF_RANGE: "the date is no day of the calendar",
    PeriodRule.NOT_FOUND: "no word of time that is known",
}
"""One line a rule, shown beside the dates."""

WITHOUT_DATES = frozenset({Precision.RELATIVE, Precision.UNKNOWN})
"""Precisions of a period that has neither start nor end: looked up and not found."""

GRAINS = frozenset(set(Precision) - WITHOUT_DATES - {Precision.RANGE, Precision.OPEN})
"""What a bound can be exact to."""


@dataclass(frozen=True, slots=True)
class Period:
    """The days from start to end, both included; what happened did so within them, not necessarily all through.

    start, end: None where that side is open; both None where no date was found.
    grain: how exact the bounds are: "since February" is open, and starts some day in February, so month.
        None where there are no dates.
    """

    start: date | None
    end: date | None
    precision: Precision
    rule: PeriodRule
    grain: Precision | None = None

    def __post_init__(self) -> None:
        if self.start and self.end and self.start > self.end:
            raise ValueError(f"period {self.start} to {self.end} is reversed; start must be <= end")
        if (self.precision in WITHOUT_DATES) != (self.start is None and self.end is None):
            raise ValueError(f"precision {self.precision} does not fit start {self.start} and end {self.end}")
        if (self.start is None) != (self.end is None) and self.precision is not Precision.OPEN:
            raise ValueError(f"period {self.start} to {self.end} is open on one side; its precision must be open")
        if self.precision is Precision.OPEN and self.start and self.end:
            raise ValueError(f"period {self.start} to {self.end} has both bounds; its precision cannot be open")
        if self.grain is None and self.precision not in WITHOUT_DATES:
            raise ValueError("a period with a date needs a grain; say how exact its bounds are")
        if self.grain is not None and (self.grain not in GRAINS or self.precision in WITHOUT_DATES):
            raise ValueError(f"grain {self.grain} does not fit precision {self.precision}")

    @property
    def why(self) -> str:
        """The rule in words for a person; never empty."""
        return PERIOD_WHY[self.rule]
