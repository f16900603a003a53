"""A sentence that says nothing is written too."""

from __future__ import annotations

import json

from enduse.export.bench import line
from enduse.model.kept import KeptDocument


def test_sentence_without_claims_is_a_line() -> None:
    document = KeptDocument("doc-1", "a.txt", "0", None, None, None, None, "2031-04-11T09:30:00Z")
    written = line("One. Two 🚀.", document, (5, 11), "One.", [])
    assert json.loads(written) == {
        "id": "a.txt#5", "title": "", "date": "", "source": "", "corpus": "reviewed", "prev": "One.", "text": "Two 🚀.",
        "kind": "reviewed", "claims": [],
    }  # fmt: skip
    assert written.endswith("}\n")
