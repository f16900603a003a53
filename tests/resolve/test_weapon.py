"""Names give their designation, words their class, and what is open stays open, with the reason."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from enduse.lexicon.weapons import Weapon, key, open_weapons, register_of
from enduse.model.referent import Level, Scheme
from enduse.resolve.weapon import resolve_weapon

if TYPE_CHECKING:
    from tests.resolve.conftest import Rows


def test_every_case_is_looked_up_as_a_reader_would(cases: Callable[[str], Rows]) -> None:
    rows = cases("weapons.tsv")
    assert len(rows) >= 150
    wrong = []
    for row in rows:
        found = resolve_weapon(row["filler"], context=row["context"])
        wanted = (row["code"] or None, row["level"] or None, row["candidates"].split())
        if (found.code, found.level, [candidate.code for candidate in found.candidates]) != wanted:
            wrong.append(f"{row['filler']!r}: {found}, not {wanted}")
    assert not wrong, "\n".join(wrong)


def test_a_word_for_a_kind_is_never_raised_to_one_weapon() -> None:
    register = open_weapons()
    wrong = []
    for kind in register.classes.values():
        for word in kind.words:
            found = resolve_weapon(word.rstrip("?+"))
            named = kind.id if not kind.id.startswith("none.") and word[-1] not in "?+" else None
            if found.code != named or found.level is Level.DESIGNATION:
                wrong.append(f"{word!r} of {kind.id}: {found}")
    assert not wrong, "\n".join(wrong)


def test_a_name_of_one_row_gives_that_row() -> None:
    register = open_weapons()
    wrong = [
        f"{alias!r} of {row.id}: {found}"
        for row in register.weapons.values()
        for alias in row.aliases
        if not {"?", "+"} & set(alias[-2:]) and (found := resolve_weapon(alias.rstrip("^"))).code != row.id
    ]
    assert not wrong, "\n".join(wrong)


def test_a_shared_name_never_gives_one_row_without_a_reason_to() -> None:
    register = open_weapons()
    shared = [alias for row in register.weapons.values() for alias in row.aliases if "?" in alias[-2:]]
    assert len(shared) > 100
    open_names = [alias for alias in shared if not _decided_by_marks(alias)]
    found = {alias: resolve_weapon(alias.rstrip("?^+")) for alias in open_names}
    assert not [alias for alias, referent in found.items() if referent.level is Level.DESIGNATION and referent.code]


def _decided_by_marks(alias: str) -> bool:
    """Whether only one of the rows that share a name has it without a word of its class beside it."""
    entries = open_weapons().entries(key(alias.rstrip("?^+")))
    return sum(not (entry.worded or entry.cased) for entry in entries) < 2


def test_air_defence_is_never_made_manpads() -> None:
    words = ["anti-aircraft weapons", "anti-aircraft missiles", "air defense systems", "weapons to shoot down planes"]
    assert {resolve_weapon(word).code for word in words} == {"air_defence.unspecified", "air_defence.sam"}


@pytest.mark.parametrize("filler", ["", " ", "—", "💥", "the", "'s", "7", "weapons" * 40, "S-300 " * 40])
def test_odd_fillers_are_answered_with_a_reason(filler: str) -> None:
    found = resolve_weapon(filler, context=filler)
    assert found.scheme is Scheme.WEAPON
    assert found.why


def test_why_quotes_the_words_that_decided() -> None:
    assert resolve_weapon("Russian AT-4").why == "'Russian' decides: 'AT-4' is a name of 9K111 Fagot"
    assert resolve_weapon("T-72B3").why == "'T-72B3' is a variant of T-72"
    assert resolve_weapon("them").why.startswith("'them' belongs to the words that point to something said elsewhere")
    assert "nothing in the filler or the sentence decides" in resolve_weapon("Osa").why


def test_look_up_uses_the_register_it_is_given() -> None:
    shipped = open_weapons()
    own = Weapon("norland_1", "Norland 1", "armour.tank", ("Norland 1",), "-", "I", "-", "invented")
    register = register_of([own], shipped.classes.values())
    assert resolve_weapon("Norland-1 tanks", register=register).code == "norland_1"
    assert resolve_weapon("T-72 tanks", register=register).code == "armour.tank"
    assert resolve_weapon("Norland-1 tanks").code == "armour.tank"


def test_answers_are_the_same_each_time() -> None:
    fillers = ["Osa", "Leopard tanks", "S-300 and S-400 air defense systems", "shoulder-fired missiles"]
    assert [resolve_weapon(filler) for filler in fillers] == [resolve_weapon(filler) for filler in fillers]
