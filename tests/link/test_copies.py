"""Copies are told from one another and from articles on the same subject, whatever the order of arrival."""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.link.conftest import make_article, make_text

from enduse.errors import UsageError
from enduse.link.copies import Fold, bands, compare, jaccard, may_overlap, signature
from enduse.link.signature import SHARED
from enduse.model import Document
from enduse.model.copy import Copy, CopyKind

WIRE = make_text(7, 240)


def with_header(text: str) -> str:
    return f"AVERNA CITY, May 3 (Agency) — {text}\nAll rights reserved. Read more on our site."


def reordered(text: str) -> str:
    parts = text.split("\n")
    random.Random(1).shuffle(parts)
    return "\n".join(parts)


def with_a_sentence(text: str) -> str:
    return text.replace("\n", "\nThe ministry of Averna gave no answer on Tuesday.\n", 1)


def reworded(text: str) -> str:
    return " ".join("elsewhere" if n % 40 == 20 else word for n, word in enumerate(text.split(" ")))


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        (str.upper, CopyKind.EXACT),
        (lambda text: text.replace(".", " …").replace("\n", " "), CopyKind.EXACT),
        (with_header, CopyKind.NEAR),
        (reordered, CopyKind.NEAR),
        (with_a_sentence, CopyKind.NEAR),
        (reworded, CopyKind.NEAR),
        (lambda text: " ".join(text.split(" ")[:180]), CopyKind.NEAR),
        (lambda text: " ".join(text.split(" ")[:90]), CopyKind.EXCERPT),
        (lambda text: make_text(8, 500) + "\n" + text, CopyKind.QUOTES),
        (lambda _: make_text(8, 240), None),
    ],
)
def test_what_became_of_a_wire_story_is_told(change: Callable[[str], str], kind: CopyKind | None) -> None:
    wire = make_article("wire", WIRE, "2031-05-03", "Agency")
    later = make_article("later", change(WIRE), "2031-05-04", "The Brezova Post")
    copy = compare(later, wire)
    assert copy == compare(wire, later)
    if kind is None:
        assert copy is None
    else:
        assert copy is not None
        assert (copy.kind, copy.id, copy.of) == (kind, "later", "wire")
        assert copy.jaccard == jaccard(later.text, wire.text)


def test_shared_run_of_a_copy_is_in_both_texts() -> None:
    wire = make_article("wire", WIRE, "2031-05-03", "Agency")
    later = make_article("later", with_header(WIRE), "2031-05-04", "Post")
    copy = compare(wire, later)
    assert copy is not None
    assert copy.run is not None
    quoted = later.text[copy.run.start : copy.run.end]
    assert quoted == wire.text[copy.run.of_start : copy.run.of_end]
    assert len(quoted.split()) == copy.run.words == 240


def test_articles_that_share_a_subject_and_names_are_no_copies() -> None:
    one = "Averna's defence ministry said on Monday that 12 trucks with rifles had crossed from Brezova. " + WIRE[:300]
    other = "Twelve lorries of rifles crossed from Brezova, the ministry of Averna said. " + make_text(9, 60)
    assert compare(make_article("a", one), make_article("b", other)) is None


FORM = (
    "Today the president of Averna declared that an emergency exists in the district of {place} and ordered help to "
    "add to what the district does because of the {cause} that began on {day}. The act lets the office of relief "
    "coordinate all work that is to ease the hardship of the people, to save lives, to protect property and public "
    "health, and to lessen or avert the threat of a catastrophe in {place}. The office may name, at its discretion, "
    "what equipment and means are needed. Residents and owners can apply at the office of relief by telephone or "
    "by letter. {name} was named as the officer who coordinates relief in the areas concerned."
)


@pytest.mark.parametrize(("days", "copied"), [("2031-05-04", None), ("2031-09-01", None), (None, None)])
def test_form_filled_in_again_by_one_outlet_is_no_copy(days: str | None, copied: CopyKind | None) -> None:
    first = FORM.format(place="Lower Ostrel", cause="flood", day="1 May", name="J. Varn")
    again = FORM.format(place="Mirna Valley", cause="fire and drought", day="2 May", name="L. Tesk of Drava")
    assert jaccard(first, again) > 0.5
    one = make_article("a", first, "2031-05-03", "Office of the President")
    two = make_article("b", again, days, "office of the president ")
    assert (copy.kind if (copy := compare(one, two)) else None) is copied


def test_outlet_that_prints_its_story_again_next_day_with_a_note_has_copied_it() -> None:
    one = make_article("a", WIRE, "2031-05-03T09:00:00Z", "Post")
    two = make_article("b", WIRE + "\nThis story was updated.", "2031-05-04", "Post")
    assert (copy := compare(one, two)) is not None
    assert copy.kind is CopyKind.NEAR
    assert compare(one, make_article("b", two.text, "2031-05-09", "Post")) is None


def test_short_texts_are_exact_copies_or_none() -> None:
    one, two = "Averna denies that it sent arms to the rebels of Brezova", "Averna denies that it sent arms to Brezova"
    assert compare(make_article("a", one), make_article("b", two)) is None
    copy = compare(make_article("a", "Read  more"), make_article("b", "read more."))
    assert copy is not None
    assert copy.kind is CopyKind.EXACT


@pytest.mark.parametrize("text", ["", "…", " \n"])
def test_text_without_words_is_a_copy_of_nothing(text: str) -> None:
    assert compare(make_article("a", text), make_article("b", text)) is None


@pytest.mark.parametrize(
    ("days", "first"),
    [
        (("2031-05-03", "2031-05-02"), "b"),
        (("2031-05-03T23:30:00-05:00", "2031-05-04T01:00:00Z"), "b"),
        (("2031-05-03", "2031-05-03"), "a"),
        ((None, "2031-05-03"), "b"),
        (("3 May 2031", "2031-05-03"), "b"),
        ((None, None), "a"),
        (("0001-01-01T00:00:00+14:00", "2031-05-03"), "b"),
    ],
)
def test_earliest_is_the_first_dated_and_then_the_smaller_id(days: tuple[str | None, str | None], first: str) -> None:
    fold = Fold()
    one, two = make_article("a", WIRE, days[0]), make_article("b", WIRE, days[1])
    assert len(fold.add(one, [])) == 0
    (copy,) = fold.add(two, [one])
    assert fold.earliest("a") == fold.earliest("b") == copy.of == first


def test_copies_of_a_copy_are_one_group_and_quotes_are_not() -> None:
    wire = make_article("wire", WIRE, "2031-05-03")
    copied = make_article("copied", with_header(WIRE), "2031-05-04")
    quoting = make_article("quoting", make_text(8, 700) + WIRE, "2031-05-05")
    fold = Fold()
    kinds = [copy.kind for document in (quoting, copied, wire) for copy in fold.add(document, [quoting, copied, wire])]
    assert set(kinds) == {CopyKind.NEAR, CopyKind.QUOTES}
    assert fold.group("copied") == ("wire", "copied")
    assert fold.group("quoting") == ("quoting",)


def test_digest_of_two_stories_ties_them_not_together() -> None:
    one, two = make_article("1", make_text(1)), make_article("2", make_text(2))
    digest = make_article("3", make_text(1) + "\n" + make_text(2))
    fold = Fold()
    for document in (one, digest, two):
        fold.add(document, [one, two, digest])
    assert [fold.earliest(name) for name in "123"] == ["1", "2", "3"]


def test_fold_is_rebuilt_from_what_a_ledger_keeps() -> None:
    documents = [make_article(f"{n}", WIRE + f"\nEdition {n}.", f"2031-05-{n + 10}") for n in range(4)]
    before = Fold()
    copies = [copy for n, document in enumerate(documents) for copy in before.add(document, documents[:n])]
    again = Fold()
    for document in reversed(documents):
        again.know(document.id, document.published_on)
    for copy in reversed(copies):
        again.join(copy)
    assert again.group("3") == before.group("3") == ("0", "1", "2", "3")


def test_unknown_document_is_refused() -> None:
    with pytest.raises(UsageError, match="document x is not known to this fold"):
        Fold().earliest("x")


def arrive(documents: Sequence[Document]) -> tuple[dict[str, tuple[str, ...]], set[Copy]]:
    """Bring documents in one by one through an index of bands, as a ledger does; give groups and copies."""
    fold, found = Fold(), set[Copy]()
    index: defaultdict[int, list[Document]] = defaultdict(list)
    for document in documents:
        own = signature(document.text)
        near = Counter(other.id for band in bands(own) for other in index[band])
        known = {other.id: other for band in bands(own) for other in index[band]}
        candidates = [known[name] for name, count in near.items() if count >= SHARED]
        found.update(fold.add(document, [c for c in candidates if may_overlap(own, signature(c.text))]))
        for band in bands(own):
            index[band].append(document)
    return {document.id: fold.group(document.id) for document in documents}, found


CHANGES: list[Callable[[str], str]] = [
    str, str.upper, with_header, reordered, with_a_sentence, reworded,
    lambda text: " ".join(text.split(" ")[:120]), lambda text: make_text(8, 300) + "\n" + text,
]  # fmt: skip


@settings(max_examples=60)
@given(st.data())
def test_groups_and_earliest_hang_not_on_the_order_of_arrival(data: st.DataObject) -> None:
    drawn = data.draw(
        st.lists(
            st.tuples(
                st.integers(0, 2),
                st.lists(st.sampled_from(CHANGES), max_size=2),
                st.sampled_from([None, "2031-05-03", "2031-05-04", "2031-06-01"]),
                st.sampled_from([None, "Agency", "Post"]),
            ),
            min_size=2,
            max_size=7,
        )
    )
    documents = []
    for number, (seed, changes, day, outlet) in enumerate(drawn):
        text = make_text(seed, 150)
        for change in changes:
            text = change(text)
        documents.append(make_article(f"d{number}", text, day, outlet))
    other_order = data.draw(st.permutations(documents))
    assert arrive(documents) == arrive(other_order)
