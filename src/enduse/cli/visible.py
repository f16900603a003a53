"""Makes the characters visible that could steer a terminal or turn the order of its text."""

from __future__ import annotations

import re

_STEERING = re.compile(
    "[\x00-\x1f\x7f-\x9f"  # controls, ESC among them
    "\u061c\u202a-\u202e\u2066-\u2069"  # bidirectional embeddings, overrides and isolates
    "\u200b\u2028\u2029\u2060-\u2065\u206a-\u206f\ufeff\ufff9-\ufffb"  # breaks, invisible operators, annotations
    "\ud800-\udfff\U000e0000-\U000e007f]"  # lone surrogates, tags
)


def visible(text: str) -> str:
    """Replace every steering character by a sign for it: ESC by ␛, others by their number (⟨U+202E⟩).

    Line breaks and tabs become a space. Marks of direction and joiners that honest text needs are left.
    """
    return _STEERING.sub(_sign, text)


def _sign(match: re.Match[str]) -> str:
    code = ord(match[0])
    if match[0] in "\t\n\r\x0b\x0c":
        return " "
    if code < 0x20:
        return chr(0x2400 + code)
    return "\N{SYMBOL FOR DELETE}" if code == 0x7F else f"⟨U+{code:04X}⟩"
