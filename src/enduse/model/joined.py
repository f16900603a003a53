"""Sets that grow together: what is tied to one another, directly or through others, is one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Generic, TypeVar

Member = TypeVar("Member", str, int)


class Joined(Generic[Member]):
    """Sets that are joined one by one; each is named by its least member. Who is asked for first is a set alone."""

    def __init__(self, members: Iterable[Member] = ()) -> None:
        self._parent: dict[Member, Member] = {member: member for member in members}

    def join(self, left: Member, right: Member) -> bool:
        """Join the sets of two members; False if they were one already."""
        one, other = sorted((self.name(left), self.name(right)))
        self._parent[other] = one
        return one != other

    def name(self, member: Member) -> Member:
        """The least member of the set."""
        while (above := self._parent.setdefault(member, member)) != member:
            member = above
        return member

    def names(self) -> dict[Member, Member]:
        """The name of every member's set."""
        return {member: self.name(member) for member in list(self._parent)}

    def __len__(self) -> int:
        return sum(member == above for member, above in self._parent.items())
