"""`enduse claims`, `search`, `show` and `why`: what a ledger holds, on the terminal or as JSON Lines."""

from __future__ import annotations

from typing import Any

import click

from . import options
from .printed import counted, say_more, write

FILTERS = options.together(
    click.option("--types", metavar="TYPE,...", help="Only claims of these types, such as transfer,ceasefire."),
    click.option("--statuses", metavar="STATUS,...", help="Only these statuses, or states of ceasefires."),
    click.option("--stances", metavar="STANCE,...", help="Only these stances: stated, alleged, denied."),
    click.option("--supplier", metavar="WORDS", help="Words that must stand in the supplier's name."),
    click.option("--recipient", metavar="WORDS", help="Words that must stand in the recipient's name."),
    click.option("--weapon", metavar="WORDS", help="Words that must stand in the weapon."),
    click.option("--place", metavar="WORDS", help="Words that must stand in the place."),
    click.option("--time", metavar="WORDS", help="Words that must stand in the time of the act."),
    click.option("--claimant", metavar="WORDS", help="Words that must stand in the name of who says it."),
    click.option("--role", "roles", multiple=True, metavar="ROLE=WORDS", help="Words that must stand in another role."),
    click.option("--words", metavar="WORDS", help="Words that must stand in the sentence."),
    click.option("--code", "codes", multiple=True, metavar="SCHEME:CODE", help="Only what a name was resolved to."),
    click.option("--outlet", metavar="NAME", help="Only what this outlet printed; its whole name."),
    click.option("--since", metavar="DAY", help="Only what was published on that day or later."),
    click.option("--until", metavar="DAY", help="Only what was published on that day or before."),
    click.option("--reader", metavar="NAME", help="Only what this reader found."),
    click.option("--min-score", type=click.FloatRange(0, 1), metavar="X", help="Only with a score of X or more."),
    click.option("--max-score", type=click.FloatRange(0, 1), metavar="X", help="Only with a score of X or less."),
    click.option(
        "--decision",
        type=click.Choice(("open", "accepted", "corrected", "rejected", "unsure", "any")),
        help="Only claims that are decided so; without it, all but rejected ones.",
    ),
    options.as_of,
)


@click.command()
@options.db
@FILTERS
@options.limit
@options.after
@click.option("--count", is_flag=True, help="Only tell how many claims, documents and independent reports.")
@options.format_
def claims(where: str, **given: Any) -> None:
    """List the claims of a ledger.

    Those added last come first. All filters given must hold. WORDS are as in `enduse search`.
    """
    from enduse.service import asking, pages

    only_count, limit, after = given.pop("count"), given.pop("limit"), given.pop("after")
    format_ = given.pop("format_")
    asked = asking.claim_filter(**{name: value for name, value in given.items() if value not in (None, ())})
    if only_count:
        found = asking.count(where, asked)
        click.echo(
            f"{counted(found.claims, 'claim')} in {counted(found.documents, 'document')}, "
            f"from {counted(found.reports, 'independent report')}"
        )
        return
    page = asking.claims(where, asked, limit=limit, after=after)
    if options.is_table(format_):
        from .kept import claim_blocks

        write(claim_blocks(page.claims, *options.look()))
    else:
        write(pages.claim_lines(page.claims))
    say_more(page.after)


@click.command()
@click.argument("words", metavar="WORDS")
@options.db
@options.as_of
@options.limit
@options.after
@options.format_
def search(words: str, where: str, **given: Any) -> None:
    """Find the texts of a ledger in which words stand.

    WORDS: words, "phrases", beginnings*, AND, OR, NOT, NEAR, NEAR/5 and brackets; words side by side must all be there.
    """
    from enduse.service import asking, pages

    page = asking.search(where, words, limit=given["limit"], after=given["after"], as_of=given["as_of"])
    if options.is_table(given["format_"]):
        from .kept import hit_blocks

        write(hit_blocks(page.hits, *options.look()))
    else:
        write(pages.hit_lines(page.hits))
    say_more(page.after)


@click.command()
@click.argument("id_", metavar="ID")
@options.db
@options.as_of
@options.format_
def show(id_: str, where: str, as_of: str | None, format_: str | None) -> None:
    """Show a claim, or those of a document.

    ID is that of a claim or a document in the ledger, or the name that a document had in its file.
    """
    from enduse.service import asking, pages

    kept = asking.show(where, id_, as_of=as_of)
    if options.is_table(format_):
        from .kept import claim_blocks

        write(claim_blocks(kept, *options.look()))
    else:
        write(pages.claim_lines(kept))


@click.command()
@click.argument("id_", metavar="ID")
@options.db
@options.as_of
@options.format_
def why(id_: str, where: str, as_of: str | None, format_: str | None) -> None:
    """Show what a claim stands on.

    Its sentence in context, its documents, who read it and how surely, how its names were resolved, copies of its text,
    and what was decided about it.
    """
    from enduse.service import asking, pages

    evidence = asking.why(where, id_, as_of=as_of)
    if options.is_table(format_):
        from .kept import evidence_blocks

        write(evidence_blocks(evidence, *options.look()))
    else:
        write([pages.evidence_line(evidence)])
