"""`enduse grade`: a person's grade on the Admiralty scales, and the grades that were given."""

from __future__ import annotations

import click

from enduse.errors import UsageError
from enduse.model.grade import Grades, meaning

from . import options
from .printed import counted
from .visible import visible


@click.command()
@click.argument("id_", metavar="ID")
@options.db
@click.option("--reliability", type=click.Choice(tuple("ABCDEF")), help="Of the source: A to F.")
@click.option("--credibility", type=click.Choice(tuple("123456")), help="Of the information: 1 to 6.")
@click.option("--by", metavar="NAME", help="Who gives the grade.")
@click.option("--why", default="", metavar="WORDS", help="The reason.")
@options.as_of
def grade(id_: str, where: str, as_of: str | None, **given: str | None) -> None:
    """Grade a claim, an event or a flow, or show its grades.

    The letters are set by people only; F6 is what nobody has graded. A grade belongs to the claims that were there when
    it was given: where others have come since, it is said. Without letters the grades are shown.
    """
    from enduse.service import grading

    if given["reliability"] is None and given["credibility"] is None:
        for line in _lines(grading.grades(where, id_, as_of=as_of)):
            click.echo(visible(line))
        return
    if given["reliability"] is None or given["credibility"] is None or given["by"] is None or as_of is not None:
        raise UsageError("a grade has --reliability, --credibility and --by, and is given now")
    kept = grading.grade(where, id_, **given)  # type: ignore[arg-type]
    letters = f"{kept.reliability}{kept.credibility}"
    click.echo(f"{kept.id}: {kept.target} is {letters}, says {kept.by}, on {counted(len(kept.claims), 'claim')}")


def _lines(found: Grades) -> list[str]:
    """The grade that counts, and all that were given, the latest first."""
    by_default = "" if found.given else ", by default: nobody has graded it"
    lines = [f"{found.target}: {found.letters} ({meaning(found.letters)}){by_default}"]
    for one in reversed(found.given):
        said = f"  {one.letters} by {one.grading.by}, {one.grading.at}" + f": {one.grading.why}" * bool(one.grading.why)
        lines.append(f"{said}; given on {counted(len(one.grading.claims), 'claim')}")
        if one.older:
            lines.append(f"    given on older evidence: {len(one.new)} came since, {len(one.gone)} are there no longer")
    return lines
