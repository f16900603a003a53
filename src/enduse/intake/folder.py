"""Finds the files that an input path stands for."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator

from enduse.errors import InputError

from .kind import READABLE, kind_of_name


def files_under(path: str) -> Iterator[str | InputError]:
    """Yield the file that a path names, or every file under the folder that it names.

    Folders are walked in the order of names, through links, each folder once; hidden files are left out without a word,
    everything else that is not read is yielded as an InputError.
    """
    try:
        mode = os.stat(path).st_mode
    except (OSError, ValueError) as error:
        yield InputError(shown(path), reason(error, path))
        return
    if stat.S_ISDIR(mode):
        yield from _walk(path)
    elif stat.S_ISREG(mode) or stat.S_ISFIFO(mode):
        yield path
    else:
        yield InputError(shown(path), f"is {_special(mode)}; give a file, a folder, a pipe, or - for standard input")


def name_of(path: str) -> str:
    """Give the path as a document's id: with /, and U+FFFD for bytes of a file name that are no text."""
    return os.fsencode(path).decode("utf-8", "replace").replace(os.sep, "/")


def shown(path: str) -> str:
    """Give the path as an error names it: on one line, control characters escaped."""
    name = name_of(path)
    return name if name.isprintable() else "".join(c if c.isprintable() else ascii(c)[1:-1] for c in name)


def reason(error: OSError | ValueError, path: str) -> str:
    """Say in one line why a path cannot be read, and what to do."""
    if isinstance(error, FileNotFoundError):
        if os.path.islink(path):
            return f"is a link to {shown(os.readlink(path))!r}, which is not there; mend or remove the link"
        return "is not there; check the path"
    if isinstance(error, PermissionError):
        return "may not be read (permission denied); make it readable (chmod u+r, and u+x on folders)"
    if isinstance(error, OSError) and error.errno == errno.ELOOP:
        return "is a link that leads back to itself; remove the link"
    what = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return f"cannot be read ({what.lower()}); check the path and the disk"


def _walk(top: str) -> Iterator[str | InputError]:
    """Walk without recursion, for folders can nest deeper than Python's stack."""
    waiting, seen = [top], dict[tuple[int, int], str]()
    empty = True
    while waiting:
        path = waiting.pop()
        try:
            status = os.stat(path)
            if stat.S_ISDIR(status.st_mode):
                first = seen.setdefault((status.st_dev, status.st_ino), path)
                if first is path:
                    names = sorted((name for name in os.listdir(path) if not name.startswith(".")), reverse=True)
                    waiting += (os.path.join(path, name) for name in names)
                    continue
                item: str | InputError = InputError(shown(path), f"skipped: is the folder {shown(first)!r} once more")
            else:
                item = _file_in_folder(path, status.st_mode)
        except OSError as error:
            item = InputError(shown(path), reason(error, path))
        empty = False
        yield item
    if empty:
        yield InputError(shown(top), f"holds no files (hidden ones are not read); enduse reads {READABLE}")


def _file_in_folder(path: str, mode: int) -> str | InputError:
    if not stat.S_ISREG(mode):
        return InputError(shown(path), f"skipped: is {_special(mode)}; a pipe is read when named as an input itself")
    if kind_of_name(path) is None:
        suffix = os.path.splitext(path)[1]
        what = f"has the suffix {shown(suffix)!r}" if suffix else "has no suffix"
        advice = f"in folders enduse reads {READABLE}; to try it all the same, name it as an input itself"
        return InputError(shown(path), f"skipped: {what}; {advice}")
    return path


def _special(mode: int) -> str:
    if stat.S_ISFIFO(mode):
        return "a pipe"
    return "a socket" if stat.S_ISSOCK(mode) else "a device"
