"""Every error that enduse raises, the exit code that each one ends a command with, and the status of a web page.

EnduseError
  + UsageError     the command or call itself cannot be carried out         exit 2   status 400
  |   + MissingError   what was named is not in the ledger                  exit 2   status 404
  + InputError     one input cannot be read or used; the run goes on        exit 3   status 422
  + SourceError    something enduse itself needs is missing or broken       exit 1   status 503
  + LedgerError    a ledger cannot be opened, read or written               exit 1   status 503
  + StaleError     a decision came after somebody else's; it is not kept    exit 1   status 409
"""

from __future__ import annotations


class EnduseError(Exception):
    """Base of all errors raised on purpose; its text is one line for a person."""

    exit_code = 1
    http_status = 500


class UsageError(EnduseError):
    """What was asked for cannot be done: a wrong option, name or combination."""

    exit_code = 2
    http_status = 400


class MissingError(UsageError):
    """What was named, by an id or a name, is not in the ledger, or is not the only one that begins so."""

    http_status = 404


class InputError(EnduseError):
    """One document, line or file cannot be read; it is listed and the others go on.

    where: the file, and the line where there are lines ("news.jsonl:14").
    """

    exit_code = 3
    http_status = 422

    def __init__(self, where: str, what: str) -> None:
        super().__init__(where, what)
        self.where = where
        self.what = what

    def __str__(self) -> str:
        return f"{self.where}: {self.what}"


class SourceError(EnduseError):
    """A model or list that ships with enduse, or a register of the user's own, is absent or damaged."""

    http_status = 503


class LedgerError(EnduseError):
    """A ledger is not there, is damaged, was made by a newer enduse, or cannot be written; the text says which."""

    http_status = 503


class StaleError(EnduseError):
    """A claim was decided by somebody else meanwhile, or is theirs to decide now; the text holds both decisions."""

    http_status = 409
