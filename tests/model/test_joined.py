"""Sets that are joined have one name, the least, whatever the order of joining."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from enduse.model.joined import Joined


def test_what_was_never_joined_stands_alone() -> None:
    sets = Joined(["b", "a"])
    assert (sets.name("a"), sets.name("b"), sets.name("new"), len(sets)) == ("a", "b", "new", 3)


def test_join_says_whether_they_were_apart() -> None:
    sets: Joined[int] = Joined()
    assert (sets.join(3, 2), sets.join(2, 1), sets.join(1, 3)) == (True, True, False)
    assert sets.names() == {1: 1, 2: 1, 3: 1}
    assert len(sets) == 1


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=12), st.randoms())
def test_the_order_of_joining_changes_no_name(pairs: list[tuple[int, int]], random: object) -> None:
    shuffled = sorted(pairs, key=lambda _: random.random())  # type: ignore[attr-defined]
    one, other = Joined(range(10)), Joined(range(10))
    for left, right in pairs:
        one.join(left, right)
    for left, right in shuffled:
        other.join(right, left)
    assert one.names() == other.names()


def test_joined_sets_are_named_by_their_least_member() -> None:
    sets = Joined("abc")
    assert sets.join("c", "b")
    assert not sets.join("b", "c")
    assert (sets.name("c"), len(sets)) == ("b", 2)
