"""An article is cut at its claims, and nothing of its text is lost or added."""

from __future__ import annotations

from tests.service.fakes import looked_up, reading
from tests.web.conftest import keep, with_text_before

from enduse.model import Reading, Role
from enduse.service.articles import Article, article
from enduse.service.ledgers import open_ledger
from enduse.service.names_kept import kept_names
from enduse.web.reader import Stretch, names_of, numbered_claims, stretches

TWO_IN_ONE = reading(
    "transfer planned stated: {supplier:Norland} will send {weapon:rifles} that Averna seized.",
    "diversion occurred stated capture: Norland will send {weapon:rifles} that {to:Averna} seized.",
    "ceasefire agreed stated: {party:Brezova} agreed to a truce.",
)


def shown(where: str, *readings: Reading) -> Article:
    keep(where, *readings)
    return article(where, readings[0].document.id)


def words(found: list[Stretch]) -> str:
    return "".join(piece for stretch in found for piece in stretch.pieces if isinstance(piece, str))


def test_pieces_are_the_text(tmp_path: object) -> None:
    found = shown(f"{tmp_path}/x.db", with_text_before(TWO_IN_ONE, "🚀 قال: before.\r\n\n"))
    marked = stretches(found.text, found.claims)
    assert words(marked) == found.text
    assert [len(stretch.claims) for stretch in marked] == [0, 2, 0, 1]


def test_offsets_of_claims_are_units_of_the_browser(tmp_path: object) -> None:
    found = shown(f"{tmp_path}/x.db", with_text_before(TWO_IN_ONE, "🚀🚀 قال: "))
    encoded = found.text.encode("utf-16-le")
    for numbered in numbered_claims(stretches(found.text, found.claims)):
        said = encoded[2 * numbered.start : 2 * numbered.end].decode("utf-16-le")
        assert said == numbered.kept.claim.sentence.text


def test_of_two_claims_in_a_sentence_the_chosen_one_is_marked(tmp_path: object) -> None:
    found = shown(f"{tmp_path}/x.db", TWO_IN_ONE)
    first = stretches(found.text, found.claims)[0]
    other = next(claim for claim in first.claims if not claim.shown)
    chosen = stretches(found.text, found.claims, other.kept.claim.id)[0]
    assert [claim.number for claim in first.claims] == [1, 2]
    assert (first.shown, chosen.shown) == (1, 2)
    assert first.pieces != chosen.pieces


def test_names_say_what_was_found_and_what_was_not(tmp_path: object) -> None:
    where = f"{tmp_path}/x.db"
    read = looked_up(reading("transfer planned stated: {supplier:Tessaly} will send {weapon:rockets} to Averna."))
    keep(where, read)
    with open_ledger(where) as ledger, ledger.writing() as writer:
        writer.add(kept_names([read]))
    names = names_of(article(where, "doc-1").claims[0])
    assert names[Role.SUPPLIER, 0] == [("actor", "Republic of Tessaly", "its name")]
    assert names[Role.WEAPON, 0] == [("actor", "not found", "no such name")]
