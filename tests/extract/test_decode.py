"""What the encoder says of a sentence becomes the claims it says, each filler cut out of the text."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from enduse.extract.decode import Floats, Output, best_path, claims
from enduse.extract.encode import Encoded, encode
from enduse.extract.labels import (
    LABEL_SIZES,
    MODES,
    SLOTS,
    STANCES,
    STATES,
    STATUSES,
    TAGGED_ROLES,
    TAGS,
    TYPES,
)
from enduse.extract.sentences import sentences
from enduse.extract.wordpiece import WordPieces
from enduse.model import ROLES_OF, ClaimType, Document, Extraction, Mode, Role, Stance, State, Status

CUTTER = WordPieces(["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *"abcdefghijklmnopqrstuvwxyz.", "rifle", "##s"])

TEXT = "Averna sent 200 rifles to rebels."
TAGS_OF_TEXT = "B-supplier - B-quantity B-weapon - - B-recipient -"
"""A tag a piece; "rifles" is two pieces, every other word one."""

THRESHOLD = 0.5

TEXTS = st.text(st.characters() | st.sampled_from("abcABC . \n é\u0301🚀\u202eرع\r\n\x00\ud800!?1"), max_size=40)


def encoded_of(text: str) -> Encoded:
    return encode(CUTTER, text, (0, len(text)), None)


def silence(text: str) -> Output:
    """Says nothing of a sentence; its tags are all outside."""
    return Output(
        np.zeros(len(SLOTS), dtype=np.float32),
        np.zeros((len(SLOTS), sum(LABEL_SIZES)), dtype=np.float32),
        {slot: np.zeros((len(encoded_of(text).pieces), TAGS + 3), dtype=np.float32) for slot in range(len(SLOTS))},
    )


def column(tag: str) -> int:
    kind, _, name = tag.partition("-")
    if name == Role.CLAIMANT:
        return TAGS + "OBI".index(kind)
    return "_BI".index(kind) + 2 * TAGGED_ROLES.index(Role(name))


def say(
    output: Output, claim_type: ClaimType, presence: float, tags: str = "", *, rank: int = 0, score: float = 1
) -> Output:
    """Fill one slot of an output; tags: one a piece, "-" for none, "O" for surely none, "+" between those of one."""
    row = SLOTS.index((claim_type, rank))
    output.presence[row] = presence
    for place, of_piece in enumerate(tags.split()):
        output.tags[row][place, [0, TAGS]] = 20 if of_piece == "O" else 0
        for tag in of_piece.split("+") if of_piece not in {"-", "O"} else []:
            output.tags[row][place, column(tag)] = score
    return output


def label(output: Output, claim_type: ClaimType, *, status: Status, state: State, mode: Mode, stance: Stance) -> Output:
    starts = np.cumsum([0, *LABEL_SIZES]).tolist()
    places = (STATUSES.index(status), STATES.index(state), MODES.index(mode), STANCES.index(stance))
    for start, place in zip(starts, places, strict=False):
        output.labels[SLOTS.index((claim_type, 0)), start + place] = 1
    return output


def read(output: Output, text: str = TEXT) -> list[Extraction]:
    document = Document("d", text)
    return claims(document, (0, len(text)), encoded_of(text), output, threshold=THRESHOLD, reader="by-hand")


def roles(extraction: Extraction) -> dict[Role, list[str]]:
    return {role: [span.text for span in spans] for role, spans in extraction.claim.roles.items()}


def test_silence_gives_no_claim() -> None:
    assert read(silence(TEXT)) == []


@pytest.mark.parametrize(("presence", "count"), [(0.0, 0), (0.4375, 0), (0.5, 1), (0.75, 1), (1.0, 1), (np.nan, 0)])
def test_claim_is_read_when_its_presence_reaches_the_threshold(presence: float, count: int) -> None:
    assert len(read(say(silence(TEXT), ClaimType.TRANSFER, presence))) == count


@pytest.mark.parametrize("claim_type", TYPES)
def test_slot_gives_a_claim_of_its_type(claim_type: ClaimType) -> None:
    assert [e.claim.type for e in read(say(silence(TEXT), claim_type, 0.75))] == [claim_type]


def test_score_is_the_presence_and_the_reader_is_named() -> None:
    (extraction,) = read(say(silence(TEXT), ClaimType.TRANSFER, 0.75))
    assert (extraction.score, extraction.reader) == (0.75, "by-hand")


def test_tags_become_the_fillers_of_their_roles() -> None:
    (extraction,) = read(say(silence(TEXT), ClaimType.TRANSFER, 0.75, TAGS_OF_TEXT))
    assert roles(extraction) == {
        Role.SUPPLIER: ["Averna"],
        Role.QUANTITY: ["200"],
        Role.WEAPON: ["rifles"],
        Role.RECIPIENT: ["rebels"],
    }


def test_claim_keeps_its_sentence_and_its_document() -> None:
    text = "Rain fell. " + TEXT
    sentence = (11, len(text))
    output = say(silence(TEXT), ClaimType.TRANSFER, 0.75, TAGS_OF_TEXT)
    document = Document("d", text)
    (found,) = claims(
        document, sentence, encode(CUTTER, text, sentence, (0, 10)), output, threshold=THRESHOLD, reader="by-hand"
    )
    assert (found.claim.sentence.text, found.claim.document_sha256) == (TEXT, document.sha256)
    assert roles(found)[Role.SUPPLIER] == ["Averna"]


@pytest.mark.parametrize(
    ("claim_type", "status", "state", "mode"),
    [
        (ClaimType.TRANSFER, Status.PROMISED, None, None),
        (ClaimType.DIVERSION, Status.PROMISED, None, Mode.THEFT),
        (ClaimType.INTERDICTION, Status.PROMISED, None, None),
        (ClaimType.HOLDING, Status.PROMISED, None, None),
        (ClaimType.CEASEFIRE, None, State.VIOLATED, None),
    ],
)
def test_claim_has_the_labels_that_its_type_has(
    claim_type: ClaimType, status: Status | None, state: State | None, mode: Mode | None
) -> None:
    output = label(
        say(silence(TEXT), claim_type, 0.75),
        claim_type,
        status=Status.PROMISED,
        state=State.VIOLATED,
        mode=Mode.THEFT,
        stance=Stance.DENIED,
    )
    (claim,) = (e.claim for e in read(output))
    assert (claim.status, claim.state, claim.mode, claim.stance) == (status, state, mode, Stance.DENIED)


def test_second_slot_counts_beside_the_first() -> None:
    output = say(silence(TEXT), ClaimType.TRANSFER, 0.75, "B-supplier")
    say(output, ClaimType.TRANSFER, 0.625, "- - - - - - B-supplier", rank=1)
    assert [(roles(e)[Role.SUPPLIER], e.score) for e in read(output)] == [(["Averna"], 0.75), (["rebels"], 0.625)]


def test_second_slot_counts_for_nothing_when_the_first_is_below_the_threshold() -> None:
    output = say(silence(TEXT), ClaimType.TRANSFER, 0.25, "B-supplier")
    assert read(say(output, ClaimType.TRANSFER, 1.0, "- - - - - - B-supplier", rank=1)) == []


def test_second_slot_does_not_stand_beside_the_first_of_another_type() -> None:
    output = say(silence(TEXT), ClaimType.TRANSFER, 0.75)
    say(output, ClaimType.DIVERSION, 1.0, rank=1)
    assert [e.claim.type for e in read(output)] == [ClaimType.TRANSFER]


def test_two_slots_that_say_the_same_are_one_claim_with_the_score_of_the_first() -> None:
    output = say(silence(TEXT), ClaimType.TRANSFER, 0.625, TAGS_OF_TEXT)
    say(output, ClaimType.TRANSFER, 0.75, TAGS_OF_TEXT, rank=1)
    assert [e.score for e in read(output)] == [0.625]


@pytest.mark.parametrize(
    ("claim_type", "role"), [(t, role) for t in TYPES for role in TAGGED_ROLES if role not in ROLES_OF[t]]
)
def test_role_that_the_type_cannot_fill_is_left_out(claim_type: ClaimType, role: Role) -> None:
    output = say(silence(TEXT), claim_type, 0.75, f"B-{role} I-{role} - - - - I-{role}", score=9)
    (extraction,) = read(output)
    assert roles(extraction) == {}


def test_word_goes_to_the_best_role_that_the_type_can_fill() -> None:
    output = say(silence(TEXT), ClaimType.TRANSFER, 0.75, "B-holder", score=9)
    (extraction,) = read(say(output, ClaimType.TRANSFER, 0.75, "B-supplier"))
    assert roles(extraction) == {Role.SUPPLIER: ["Averna"]}


@pytest.mark.parametrize(
    ("tags", "fillers"),
    [
        ("B-weapon", ["Averna"]),
        ("B-weapon I-weapon", ["Averna sent"]),
        ("B-weapon I-weapon I-weapon", ["Averna sent 200"]),
        ("B-weapon O B-weapon", ["Averna", "200"]),
        ("B-weapon B-weapon", ["Averna sent"]),
        ("- - - - - - B-weapon B-weapon", ["rebels", "."]),
        ("- - - - - - B-weapon I-weapon", ["rebels."]),
        ("- I-weapon", ["Averna sent"]),
        ("B-weapon - I-weapon", ["Averna sent 200"]),
        ("I-weapon", []),
        ("O I-weapon", []),
        ("B-weapon O I-weapon", ["Averna"]),
        ("O B-weapon I-weapon O B-weapon", ["sent 200"]),
        ("- - B-weapon I-weapon - I-weapon", ["200 rifles"]),
        ("- - - - B-weapon", []),
    ],
)
def test_filler_begins_goes_on_inside_and_is_joined_over_blanks(tags: str, fillers: list[str]) -> None:
    (extraction,) = read(say(silence(TEXT), ClaimType.TRANSFER, 0.75, tags, score=9))
    assert roles(extraction).get(Role.WEAPON, []) == fillers


def test_claimant_is_joined_like_the_other_roles() -> None:
    tags = "B-claimant I-claimant O B-claimant"
    (extraction,) = read(say(silence(TEXT), ClaimType.TRANSFER, 0.75, tags))
    first, second = roles(extraction)[Role.CLAIMANT]
    assert (first, second) == ("Averna sent", "rifles")


def test_a_run_of_words_that_name_nothing_fills_no_role() -> None:
    place = TEXT.replace("-", " - ").split().index("to")
    (extraction,) = read(say(silence(TEXT), ClaimType.TRANSFER, 0.75, "O " * place + "B-recipient"))
    assert Role.RECIPIENT not in extraction.claim.roles


def is_legal(path: Sequence[int]) -> bool:
    """Tell whether every inside (2, 4, …) follows the begin or inside of its own role."""
    return all(tag % 2 or tag == 0 or before in (tag - 1, tag) for before, tag in zip([0, *path], path, strict=False))


@given(arrays(np.float32, st.tuples(st.integers(0, 4), st.just(5)), elements=st.integers(-9, 9)))
def test_best_path_scores_highest_of_all_where_an_inside_follows_its_own_role(scores: Floats) -> None:
    def worth(path: Sequence[int]) -> float:
        return sum(float(scores[word, tag]) for word, tag in enumerate(path))

    path = best_path(scores)
    assert is_legal(path)
    assert worth(path) == max(worth(other) for other in product(range(5), repeat=len(scores)) if is_legal(other))


@pytest.mark.parametrize(
    ("of_first", "of_second", "fillers"),
    [
        (9, 9, ["Averna", "rebels"]),
        (9, 4.1, ["Averna", "rebels"]),  # a share of 0.75, beside the 20 other tags that a transfer allows
        (9, 3.0, ["Averna"]),
        (3.0, 9, ["rebels"]),
        (3.0, 2.0, ["Averna"]),
    ],
)
def test_filler_beside_the_likeliest_of_its_role_must_be_sure(
    of_first: float, of_second: float, fillers: list[str]
) -> None:
    output = say(silence(TEXT), ClaimType.TRANSFER, 0.75, "B-supplier", score=of_first)
    say(output, ClaimType.TRANSFER, 0.75, "- - - - - - B-supplier", score=of_second)
    (extraction,) = read(output)
    assert roles(extraction) == {Role.SUPPLIER: fillers}


def test_no_filler_ends_in_a_word_that_names_nothing() -> None:
    output = say(silence(TEXT), ClaimType.TRANSFER, 0.75, "- - - B-weapon - I-weapon", score=9)
    (extraction,) = read(output)
    assert roles(extraction) == {Role.WEAPON: ["rifles"]}


def test_claimant_may_also_be_the_party() -> None:
    (extraction,) = read(say(silence(TEXT), ClaimType.CEASEFIRE, 0.75, "B-party+B-claimant"))
    assert roles(extraction) == {Role.PARTY: ["Averna"], Role.CLAIMANT: ["Averna"]}


def test_quotes_stand_where_they_say_past_an_emoji() -> None:
    text = "🚀👩‍🚀 " + TEXT
    before = len(encoded_of("🚀👩‍🚀").pieces)
    (extraction,) = read(say(silence(text), ClaimType.TRANSFER, 0.75, "- " * before + TAGS_OF_TEXT), text)
    (recipient,) = extraction.claim.roles[Role.RECIPIENT]
    assert (recipient.text, recipient.start) == ("rebels", text.index("rebels"))


def test_sentence_without_pieces_gives_a_claim_without_roles() -> None:
    row = Encoded([2, 3, 3], [0, 0, 1], [0, 0, 0], 2, [])
    output = say(silence(" "), ClaimType.TRANSFER, 0.75)
    (extraction,) = claims(Document("d", TEXT), (0, 6), row, output, threshold=THRESHOLD, reader="by-hand")
    assert roles(extraction) == {}


@pytest.mark.parametrize("score", [-np.inf, -3e38, np.inf, np.nan])
def test_words_without_a_usable_score_fill_no_role(score: float) -> None:
    output = say(silence(TEXT), ClaimType.HOLDING, 0.75)
    output.tags[SLOTS.index((ClaimType.HOLDING, 0))].fill(score)
    (extraction,) = read(output)
    assert roles(extraction) == {}


@st.composite
def outputs(draw: st.DrawFn, text: str, sentence: tuple[int, int]) -> Output:
    """Arrays of any numbers, infinite ones and none among them."""
    rng = np.random.default_rng(draw(st.integers(0, 2**32)))
    odd = draw(st.lists(st.floats(width=32), max_size=4))

    def array(*shape: int) -> Floats:
        values = rng.random(shape, dtype=np.float32)
        if odd:
            values = np.where(rng.random(shape) < 0.3, rng.choice(np.array(odd, dtype=np.float32), shape), values)
        return values.astype(np.float32)

    pieces = len(encode(CUTTER, text, sentence, None).pieces)
    tags = {slot: array(pieces, TAGS + 3) for slot in range(len(SLOTS))}
    return Output(array(len(SLOTS)), array(len(SLOTS), sum(LABEL_SIZES)), tags)


@settings(deadline=None)
@given(TEXTS, st.data())
def test_claims_of_any_arrays_quote_the_text(text: str, data: st.DataObject) -> None:
    document = Document("d", text)
    for sentence in sentences(text):
        output = data.draw(outputs(text, sentence))
        row = encode(CUTTER, text, sentence, None)
        for extraction in claims(document, sentence, row, output, threshold=THRESHOLD, reader="by-hand"):
            claim = extraction.claim
            spans = [claim.sentence, *(span for fillers in claim.roles.values() for span in fillers)]
            assert all(text[span.start : span.end] == span.text for span in spans)


@settings(deadline=None)
@given(TEXTS, st.data())
def test_claims_of_any_arrays_differ_and_reach_the_threshold(text: str, data: st.DataObject) -> None:
    for sentence in sentences(text):
        output = data.draw(outputs(text, sentence))
        row = encode(CUTTER, text, sentence, None)
        found = claims(Document("d", text), sentence, row, output, threshold=THRESHOLD, reader="by-hand")
        assert len({e.claim.id for e in found}) == len(found)
        assert all(e.score >= THRESHOLD for e in found)
