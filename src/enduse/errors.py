"""Every error that enduse raises, and the exit code that each one ends a command with.

EnduseError
  + UsageError     the command or call itself cannot be carried out         exit 2
  + InputError     one input cannot be read or used; the run goes on        exit 3
  + SourceError    something enduse itself needs is missing or broken       exit 1
  + LedgerError    a ledger cannot be opened, read or written               exit 1
  + StaleError     a decision came after somebody else's; it is not kept    exit 1
"""

from __future__ import annotations


class EnduseError(Exception):
    """Base of all errors raised on purpose; its text is one line for a person."""

    exit_code = 1


class UsageError(EnduseError):
    """What was asked for cannot be done: a wrong option, name or combination."""

    exit_code = 2


class InputError(EnduseError):
    """One document, line or file cannot be read; it is listed and the others go on.

    where: the file, and the line where there are lines ("news.jsonl:14").
    """

    exit_code = 3

    def __init__(self, where: str, what: str) -> None:
        super().__init__(where, what)
        self.where = where
        self.what = what

    def __str__(self) -> str:
        return f"{self.where}: {self.what}"


class SourceError(EnduseError):
    """A model or list that ships with enduse, or a register of the user's own, is absent or damaged."""


class LedgerError(EnduseError):
    """A ledger is not there, is damaged, was made by a newer enduse, or cannot be written; the text says which."""


class StaleError(EnduseError):
    """A claim was decided by somebody else meanwhile, or is theirs to decide now; the text holds both decisions."""
