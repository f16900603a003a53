"""What every ledger promises, on SQLite and on PostgreSQL."""

from __future__ import annotations

import random
import threading
from collections.abc import Callable, Sequence

import pytest
from sqlalchemy import text
from tests.contracts.samples import (
    AT,
    EMOJI,
    LATER,
    NORLAND,
    SILENT,
    add,
    claim,
    dump,
    every_kind,
    found,
    hash_of,
    ids,
    keep,
)
from tests.service.fakes import reading

from enduse.errors import InputError, LedgerError
from enduse.ledger import migrate
from enduse.ledger.check import problems
from enduse.ledger.engine import engine_of
from enduse.ledger.load import load
from enduse.ledger.store import Ledger
from enduse.ledger.write import Added
from enduse.model import Claim, Document, Reading, Role, Span
from enduse.model.kept import ClaimFilter, Decision
from enduse.model.record import (
    Judgement,
    Resolution,
    Retraction,
    Verdict,
)


def test_same_record_twice_adds_one_row(ledger: Ledger) -> None:
    first = keep(ledger, [NORLAND, EMOJI, SILENT])
    assert (first.documents, first.readings, first.claims, first.extractions) == (3, 3, 3, 3)
    assert add(ledger, *every_kind()).records == 12
    before = dump(ledger)
    assert keep(ledger, [NORLAND, EMOJI, SILENT, NORLAND]) == Added()
    assert add(ledger, *every_kind()) == Added()
    assert dump(ledger) == before


def test_other_content_under_a_known_id_is_a_conflict(ledger: Ledger) -> None:
    keep(ledger, [NORLAND])
    other = Document("a.txt", NORLAND.document.text, title="Another title", publisher="Averna Herald")
    added = keep(ledger, [Reading(other, NORLAND.extractions)])
    assert added.documents == 0
    assert [str(c).partition(": ")[2] for c in added.conflicts] == [
        "is in the ledger with other content; retract it before adding this one"
    ]
    assert found(ledger)[0].documents[0].title == "A plan in Averna"


def test_another_score_of_the_same_reader_is_a_conflict(ledger: Ledger) -> None:
    keep(ledger, [NORLAND])
    with ledger.writing() as writer:
        rows = writer.add_claims({claim(0).id: claim(0)}, {})
        writer.add_scores({(rows[claim(0).id], "fake-1"): 0.5})
    assert [claim(0).id in str(c) for c in writer.added.conflicts] == [True]


def test_retracted_record_stays_retracted_after_dump_and_load(ledger: Ledger, new_place: Callable[[], str]) -> None:
    keep(ledger, [NORLAND])
    add(ledger, Retraction(claim(0).id, True, "ana", AT, "invented"))
    assert ids(ledger) == {claim(1).id}
    with Ledger.open(new_place(), create=True) as second:
        assert load(second, dump(ledger), "x.jsonl").failed == []
        assert ids(second) == {claim(1).id}
        assert keep(second, [NORLAND]) == Added()
        assert ids(second) == {claim(1).id}


def test_retracted_record_can_be_added_again_with_other_content(ledger: Ledger, new_place: Callable[[], str]) -> None:
    keep(ledger, [NORLAND])
    first = found(ledger)[0].documents[0]
    digest = dump_of_document(ledger, first.id)
    add(ledger, Retraction(first.id, True, "ana", AT, "wrong title", digest=digest))
    assert ids(ledger) == set()
    again = Document("a.txt", NORLAND.document.text, title="The right title", publisher="Averna Herald")
    added = keep(ledger, [Reading(again, NORLAND.extractions)])
    assert (added.documents, added.conflicts) == (1, [])
    assert [d.title for d in found(ledger)[0].documents] == ["The right title"]
    with Ledger.open(new_place(), create=True) as second:
        assert load(second, dump(ledger), "x.jsonl").failed == []
        assert hash_of(second) == hash_of(ledger)


def dump_of_document(ledger: Ledger, id_: str) -> str:
    with ledger.reading() as connection:
        return str(connection.execute(text("SELECT digest FROM documents WHERE id = :id"), {"id": id_}).scalar_one())


def test_retraction_can_be_taken_back(ledger: Ledger) -> None:
    keep(ledger, [NORLAND])
    add(ledger, Retraction(claim(0).id, True, "ana", AT), Retraction(claim(0).id, False, "ana", LATER))
    assert claim(0).id in ids(ledger)


def test_dump_and_load_give_the_same_ledger_line_for_line(ledger: Ledger, new_place: Callable[[], str]) -> None:
    keep(ledger, [NORLAND, EMOJI, SILENT], at="2031-01-01T00:00:00.000000Z")
    add(ledger, *every_kind(), at="2031-02-01T00:00:00.000000Z")
    with Ledger.open(new_place(), create=True) as second:
        done = load(second, dump(ledger), "x.jsonl")
        assert done.failed == []
        assert dump(second) == dump(ledger)
        assert hash_of(second) == hash_of(ledger)
        assert load(second, dump(ledger), "x.jsonl").added == [Added()]


def test_content_hash_does_not_depend_on_the_order_of_adding(ledger: Ledger, new_place: Callable[[], str]) -> None:
    keep(ledger, [NORLAND, EMOJI, SILENT])
    add(ledger, *every_kind())
    shuffled = [SILENT, EMOJI, NORLAND]
    with Ledger.open(new_place(), create=True) as second:
        for one in shuffled:
            keep(second, [one])
        records = every_kind()
        random.Random(3).shuffle(records)
        for record in records:
            add(second, record)
        assert hash_of(second) == hash_of(ledger)
        add(second, Judgement(claim(0).id, Verdict.UNSURE, "ben", LATER))
        assert hash_of(second) != hash_of(ledger)


def test_quote_that_its_text_does_not_hold_is_refused(ledger: Ledger) -> None:
    wrong = Claim(
        SILENT.document.sha256, claim(0).type, claim(0).stance, claim(0).sentence, {}, status=claim(0).status
    )  # fmt: skip
    keep(ledger, [SILENT])
    with pytest.raises(LedgerError, match="quote of a claim is not what its text says"), ledger.writing() as writer:
        writer.add_claims({wrong.id: wrong}, writer.add_texts({SILENT.document.sha256: SILENT.document.text}))
    assert ids(ledger) == set()


def test_role_that_its_quote_does_not_hold_is_refused(ledger: Ledger) -> None:
    keep(ledger, [NORLAND])
    change = text(
        'INSERT INTO claims SELECT "row" + 9, \'clm-x\', text, type, status, state, mode, stance, "start", "end", '
        "quote, replace(roles, 'Norland', 'Morland'), entry FROM claims"
    )
    with pytest.raises(LedgerError, match="role of a claim is not what its quote says"), ledger.writing() as writer:
        writer.connection.execute(change)


@pytest.mark.parametrize("change", ["UPDATE {} SET entry = entry", "DELETE FROM {}"])
@pytest.mark.parametrize(
    "table", ["texts", "documents", "claims", "extractions", "judgements", "retractions", "leases", "visits"]
)
def test_rows_are_never_changed_or_taken_away(ledger: Ledger, table: str, change: str) -> None:
    keep(ledger, [NORLAND])
    add(ledger, *every_kind())
    with pytest.raises(LedgerError, match=f"only grows: rows of {table}"), ledger.writing() as writer:
        writer.connection.execute(text(change.format(table)))
    assert list(problems(ledger)) == []


def test_error_within_a_transaction_leaves_nothing_of_it(ledger: Ledger) -> None:
    keep(ledger, [SILENT])
    before = dump(ledger)

    def fail() -> None:
        with ledger.writing() as writer:
            writer.add_readings([NORLAND], "fake-1")
            raise RuntimeError("by the way")

    with pytest.raises(RuntimeError, match="by the way"):
        fail()
    assert dump(ledger) == before


def test_offsets_count_code_points_past_an_emoji(ledger: Ledger) -> None:
    keep(ledger, [EMOJI])
    kept = found(ledger)[0].claim
    assert kept == claim(0, EMOJI)
    assert EMOJI.document.text[kept.sentence.start : kept.sentence.end] == kept.sentence.text


def test_text_that_no_database_can_hold_is_refused(ledger: Ledger) -> None:
    for bad in ("a\0b", "a\ud800b"):
        with pytest.raises(InputError, match="a ledger cannot keep"):
            keep(ledger, [Reading(Document("x", bad), ())])


def test_new_reader_adds_readings_and_leaves_those_of_the_old_one(ledger: Ledger) -> None:
    keep(ledger, [NORLAND])
    add(ledger, Judgement(claim(0).id, Verdict.ACCEPTED, "ana", AT))
    newer = Reading(NORLAND.document, tuple(type(x)(x.claim, 0.5, "fake-2") for x in NORLAND.extractions[:1]))
    added = keep(ledger, [newer], "fake-2")
    assert (added.documents, added.claims, added.readings, added.extractions) == (0, 0, 1, 1)
    kept = {k.claim.id: k for k in found(ledger)}
    assert [(s.reader, s.score) for s in kept[claim(0).id].scores] == [("fake-1", 0.9312), ("fake-2", 0.5)]
    assert kept[claim(0).id].decision is Decision.ACCEPTED
    assert ids(ledger, ClaimFilter(reader="fake-2")) == {claim(0).id}


def test_any_past_state_can_be_asked_for(ledger: Ledger) -> None:
    keep(ledger, [NORLAND], at="2031-01-01T00:00:00.000000Z")
    add(ledger, Judgement(claim(0).id, Verdict.REJECTED, "ana", AT), at="2031-02-01T00:00:00.000000Z")
    add(ledger, Retraction(claim(1).id, True, "ana", AT), at="2031-03-01T00:00:00.000000Z")
    states = {day: ids(ledger, ClaimFilter(as_of=f"2031-{day}T23:59:59Z")) for day in ("01-01", "02-01", "03-01")}
    assert states == {"01-01": {claim(0).id, claim(1).id}, "02-01": {claim(1).id}, "03-01": set()}
    assert ids(ledger, ClaimFilter(as_of="2030-12-31T00:00:00Z")) == set()
    assert ids(ledger) == set()


def test_correction_takes_the_place_of_what_it_corrects(ledger: Ledger) -> None:
    keep(ledger, [NORLAND, EMOJI])
    add(ledger, Judgement(claim(1).id, Verdict.CORRECTED, "ben", AT, replacement=claim(0, EMOJI).id))
    assert ids(ledger) == {claim(0).id, claim(0, EMOJI).id}
    assert ids(ledger, ClaimFilter(decision=Decision.CORRECTED)) == {claim(0, EMOJI).id}
    add(ledger, Judgement(claim(1).id, Verdict.ACCEPTED, "ana", LATER))
    assert claim(1).id in ids(ledger)


def test_two_writers_lose_and_double_nothing(ledger: Ledger) -> None:
    many = [
        reading(f"transfer occurred stated: {{supplier:Norland}} sent {{weapon:shell {n}}} away.") for n in range(40)
    ]
    errors: list[BaseException] = []

    def write(order: Sequence[Reading]) -> None:
        try:
            with Ledger.open(ledger.where) as own:
                for one in order:
                    keep(own, [one])
        except BaseException as error:
            errors.append(error)

    writers = [threading.Thread(target=write, args=(order,)) for order in (many, many[::-1])]
    for thread in writers:
        thread.start()
    for thread in writers:
        thread.join()
    assert errors == []
    assert len(found(ledger)) == 40
    assert list(problems(ledger)) == []


def test_whole_ledger_has_no_problems(ledger: Ledger) -> None:
    keep(ledger, [NORLAND, EMOJI, SILENT])
    add(ledger, *every_kind())
    assert list(problems(ledger)) == []


def test_resolution_of_an_unknown_claim_is_left_out(ledger: Ledger) -> None:
    added = add(ledger, Resolution("clm-0", Role.WEAPON, 0, "weapon", "tank", "class", "as named", "weapons-1"))
    assert (added.records, [error.what for error in added.conflicts]) == (
        0,
        ["is of clm-0, which is not in the ledger"],
    )


def test_span_of_a_kept_claim_is_as_long_as_its_quote(ledger: Ledger) -> None:
    keep(ledger, [NORLAND])
    spans = [span for kept in found(ledger) for role in kept.claim.roles.values() for span in role]
    assert len(spans) == 5
    assert all(span == Span.of(NORLAND.document.text, span.start, span.end) for span in spans)


def test_ledger_of_the_first_step_keeps_all_its_rows(
    new_place: Callable[[], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    place = new_place()
    with monkeypatch.context() as patch:
        patch.setattr(migrate, "HEAD", "0001")
        with Ledger.open(place, create=True) as old:
            keep(old, [NORLAND, EMOJI])
            add(old, *every_kind()[:10])
    engine = engine_of(place)
    assert migrate.upgrade(engine, place) == ("0001", migrate.HEAD)
    engine.dispose()
    with Ledger.open(place) as ledger:
        assert list(problems(ledger)) == []
        assert sum('"kind": "judgement"' in line for line in dump(ledger)) == 2
        assert add(ledger, *every_kind()).records == 2
