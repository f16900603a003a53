"""A list of questions about one transfer, each with the claims that speak to it, or a blank that says so; no score."""

from __future__ import annotations

from dataclasses import dataclass

from .custody import Arms, Backing, Holder, Said


@dataclass(frozen=True, slots=True)
class Entry:
    """Claims of one act that speak to a criterion. note: what they leave open, "" where nothing is to be said."""

    said: tuple[Said, ...]
    backing: Backing
    note: str = ""

    def __post_init__(self) -> None:
        if not self.said:
            raise ValueError("an entry of a checklist stands on claims; give at least one")


@dataclass(frozen=True, slots=True)
class Criterion:
    """One question. source: the text that asks it. facts: what registers say beside the claims.

    blank: why there are no entries, "" where there are some; it never means that there is no risk. not_read: what the
    question asks too, and enduse reads no claims of; "" where there is nothing.
    """

    key: str
    title: str
    source: str
    entries: tuple[Entry, ...]
    facts: tuple[str, ...]
    blank: str
    not_read: str

    def __post_init__(self) -> None:
        if bool(self.entries) == bool(self.blank):
            raise ValueError(f"criterion {self.key} has {'entries and a blank' if self.blank else 'neither'}; give one")


@dataclass(frozen=True, slots=True)
class Checklist:
    """The criteria for one transfer, planned or told as done. id: the claim's or event's that it was asked for.

    flags: what must be looked at whatever else is known, in words. register: for each of the arms its category of the
    UN Register of Conventional Arms, or that it lies outside. read, documents: claims that were read, and their
    documents: a blank means that nothing was found in these.
    """

    id: str
    said: tuple[Said, ...]
    supplier: tuple[Holder, ...]
    recipient: tuple[Holder, ...]
    arms: tuple[Arms, ...]
    flags: tuple[str, ...]
    register: tuple[str, ...]
    criteria: tuple[Criterion, ...]
    read: int
    documents: int
