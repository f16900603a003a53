"""Ingests with the fake reader, and prints after each chunk how many documents are kept."""

import sys

from tests.service.fakes import FakeReader

from enduse.errors import InputError
from enduse.service.ingest import ingest

if __name__ == "__main__":
    for outcome in ingest([sys.argv[1]], sys.argv[2], make_reader=FakeReader):
        if not isinstance(outcome, InputError):
            print(outcome.new_documents, flush=True)
