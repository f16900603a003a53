"""A claim is whole when it is made, and its id is what it says and where."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from enduse.model import ROLES_OF, Claim, ClaimType, Document, Extraction, Mode, Role, Span, Stance, State, Status

LEAD = "Dawn 🚀 broke. "
DOCUMENT = Document("doc-1", LEAD + "Norland sent old rifles to Korvia and Averna.")
SENTENCE = Span.of(DOCUMENT.text, len(LEAD), len(DOCUMENT.text))


def span(words: str) -> Span:
    start = DOCUMENT.text.index(words)
    return Span.of(DOCUMENT.text, start, start + len(words))


ROLES: Mapping[Role, tuple[Span, ...]] = {
    Role.SUPPLIER: (span("Norland"),),
    Role.RECIPIENT: (span("Korvia"), span("Averna")),
    Role.WEAPON: (span("old rifles"),),
}
SENT = Claim(DOCUMENT.sha256, ClaimType.TRANSFER, Stance.STATED, SENTENCE, ROLES, status=Status.OCCURRED)
LOST = Claim(DOCUMENT.sha256, ClaimType.DIVERSION, Stance.STATED, SENTENCE, {}, status=Status.OCCURRED, mode=Mode.LEAK)
TRUCE = Claim(DOCUMENT.sha256, ClaimType.CEASEFIRE, Stance.STATED, SENTENCE, {}, state=State.IN_FORCE)


def claim_of(kind: ClaimType, roles: Mapping[Role, tuple[Span, ...]]) -> Claim:
    ceasefire = kind is ClaimType.CEASEFIRE
    return Claim(
        DOCUMENT.sha256,
        kind,
        Stance.STATED,
        SENTENCE,
        roles,
        status=None if ceasefire else Status.OCCURRED,
        state=State.AGREED if ceasefire else None,
        mode=Mode.SALE if kind is ClaimType.DIVERSION else None,
    )


def test_id_is_equal_on_every_machine_and_in_every_process() -> None:
    assert SENT.id == "clm-8ce7034400c1c51d18c5"


def test_ids_of_a_diversion_and_a_ceasefire_are_equal_in_every_process() -> None:
    assert (LOST.id, TRUCE.id) == ("clm-746ceb196f1b5fbb51c3", "clm-cd9d5adba778614f82a9")


def test_id_does_not_depend_on_the_order_of_roles() -> None:
    assert replace(SENT, roles=dict(reversed(list(ROLES.items())))).id == SENT.id


def test_id_does_not_depend_on_the_order_of_fillers() -> None:
    turned = {**ROLES, Role.RECIPIENT: (span("Averna"), span("Korvia"))}
    assert replace(SENT, roles=turned).id == SENT.id


def test_id_does_not_depend_on_who_read_the_claim() -> None:
    readers = [Extraction(replace(SENT), 0.4, "spans-1"), Extraction(replace(SENT), 0.9, "spans-2")]
    assert {extraction.claim.id for extraction in readers} == {SENT.id}


OTHERS: dict[str, Claim] = {
    "the document": replace(SENT, document_sha256=Document("", "Averna.").sha256),
    "the start": replace(SENT, sentence=Span.of(DOCUMENT.text, len(LEAD) - 2, len(DOCUMENT.text))),
    "the end": replace(SENT, sentence=Span.of(DOCUMENT.text, len(LEAD), len(DOCUMENT.text) - 1)),
    "the type": replace(SENT, type=ClaimType.HOLDING, roles={}),
    "status": replace(SENT, status=Status.PLANNED),
    "stance": replace(SENT, stance=Stance.DENIED),
    "no roles": replace(SENT, roles={}),
    "a filler less": replace(SENT, roles={**ROLES, Role.RECIPIENT: (span("Korvia"),)}),
    "a filler's end": replace(SENT, roles={**ROLES, Role.WEAPON: (span("old"),)}),
    "a filler's start": replace(SENT, roles={**ROLES, Role.WEAPON: (span("rifles"),)}),
    "a filler's role": replace(
        SENT,
        roles={
            Role.RECIPIENT: ROLES[Role.SUPPLIER],
            Role.SUPPLIER: ROLES[Role.RECIPIENT],
            Role.WEAPON: ROLES[Role.WEAPON],
        },
    ),
    "one more role": replace(SENT, roles={**ROLES, Role.CLAIMANT: (span("Norland"),)}),
}


@pytest.mark.parametrize("what", OTHERS)
def test_id_differs_when_the_claim_says_another_thing_or_stands_elsewhere(what: str) -> None:
    assert OTHERS[what].id != SENT.id


def test_claims_that_differ_all_have_ids_of_their_own() -> None:
    claims = [SENT, LOST, TRUCE, *OTHERS.values()]
    assert len({claim.id for claim in claims}) == len(claims)


@pytest.mark.parametrize("state", [state for state in State if state is not State.IN_FORCE])
def test_id_of_a_ceasefire_differs_when_its_state_does(state: State) -> None:
    assert replace(TRUCE, state=state).id != TRUCE.id


@pytest.mark.parametrize("mode", [mode for mode in Mode if mode is not Mode.LEAK])
def test_id_of_a_diversion_differs_when_its_mode_does(mode: Mode) -> None:
    assert replace(LOST, mode=mode).id != LOST.id


@pytest.mark.parametrize(("kind", "role"), [(kind, role) for kind in ClaimType for role in Role])
def test_claim_takes_the_roles_of_its_type_and_refuses_all_others(kind: ClaimType, role: Role) -> None:
    roles = {role: (span("Korvia"),)}
    if role in ROLES_OF[kind]:
        assert claim_of(kind, roles).roles == roles
    else:
        with pytest.raises(ValueError, match=f"a {kind} has no role {role}"):
            claim_of(kind, roles)


NOT_CEASEFIRE = [kind for kind in ClaimType if kind is not ClaimType.CEASEFIRE]
NOT_DIVERSION = [kind for kind in ClaimType if kind is not ClaimType.DIVERSION]


@pytest.mark.parametrize("kind", NOT_CEASEFIRE)
@pytest.mark.parametrize(("status", "state"), [(None, None), (None, State.AGREED), (Status.RISK, State.AGREED)])
def test_act_without_a_status_or_with_a_state_is_refused(
    kind: ClaimType, status: Status | None, state: State | None
) -> None:
    with pytest.raises(ValueError, match=f"a {kind} has a status and no state"):
        replace(claim_of(kind, {}), status=status, state=state)


@pytest.mark.parametrize(("status", "state"), [(None, None), (Status.RISK, None), (Status.RISK, State.AGREED)])
def test_ceasefire_without_a_state_or_with_a_status_is_refused(status: Status | None, state: State | None) -> None:
    with pytest.raises(ValueError, match="a ceasefire has a state and no status"):
        replace(TRUCE, status=status, state=state)


@pytest.mark.parametrize("kind", NOT_DIVERSION)
def test_mode_is_refused_on_all_but_a_diversion(kind: ClaimType) -> None:
    with pytest.raises(ValueError, match=f"a {kind} has no mode"):
        replace(claim_of(kind, {}), mode=Mode.THEFT)


def test_diversion_without_a_mode_is_refused() -> None:
    with pytest.raises(ValueError, match="a diversion has a mode"):
        replace(LOST, mode=None)


OUTSIDE = {
    "before the sentence": span("Dawn"),
    "before it, worded like its end": Span(len(LEAD) - 7, len(LEAD) - 1, "Averna"),
    "across its start": Span.of(DOCUMENT.text, len(LEAD) - 2, len(LEAD) + 7),
    "across its end": Span(len(DOCUMENT.text) - 1, len(DOCUMENT.text) + 1, ".."),
    "past its end": Span(len(DOCUMENT.text), len(DOCUMENT.text) + 6, "Korvia"),
    "one code point off": Span(span("Norland").start + 1, span("Norland").end + 1, "Norland"),
    "another spelling": Span(span("Norland").start, span("Norland").end, "NORLAND"),
}


@pytest.mark.parametrize("where", OUTSIDE)
def test_filler_that_does_not_stand_in_the_sentence_is_refused(where: str) -> None:
    with pytest.raises(ValueError, match=r"supplier '.*' does not stand in the sentence at \["):
        replace(SENT, roles={Role.SUPPLIER: (OUTSIDE[where],)})


def test_second_filler_of_a_role_is_checked_like_the_first() -> None:
    with pytest.raises(ValueError, match="recipient 'Dawn' does not stand in the sentence"):
        replace(SENT, roles={Role.RECIPIENT: (span("Korvia"), span("Dawn"))})


def test_filler_may_be_the_whole_sentence() -> None:
    assert replace(SENT, roles={Role.CONDITION: (SENTENCE,)}).roles[Role.CONDITION] == (SENTENCE,)


def test_one_span_may_fill_two_roles() -> None:
    both = {Role.SUPPLIER: (span("Norland"),), Role.CLAIMANT: (span("Norland"),)}
    assert replace(SENT, roles=both).roles == both


def test_every_role_belongs_to_a_type() -> None:
    assert frozenset[Role]().union(*ROLES_OF.values()) == set(Role)
