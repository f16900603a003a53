"""A document keeps its text as it came and is named by it when nothing else names it."""

from __future__ import annotations

import hashlib
from dataclasses import FrozenInstanceError

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enduse.model import Document

TEXT = "Norland sent rifles to Korvia."
SHA256 = "a7ee2d86635508b2c0009d9a23fbe3709468b1e296c3b6e8758d6703aaacc926"


def test_digest_is_that_of_the_text_in_utf_8() -> None:
    assert Document("a", "Norland 🚀 é").sha256 == hashlib.sha256("Norland 🚀 é".encode()).hexdigest()


def test_digest_is_equal_on_every_machine() -> None:
    assert Document("a", TEXT).sha256 == SHA256


def test_digest_speaks_of_the_text_alone() -> None:
    named = Document(
        "b", TEXT, title="Arms", published_on="2031-04-11", publisher="Averna Herald", url="https://a.example"
    )
    assert named.sha256 == Document("a", TEXT).sha256


@pytest.mark.parametrize("other", [TEXT + " ", TEXT + "\n", TEXT.lower(), TEXT.replace("o", "o\u0301"), ""])
def test_other_text_has_another_digest(other: str) -> None:
    assert Document("a", other).sha256 != Document("a", TEXT).sha256


def test_document_without_id_is_named_by_its_digest() -> None:
    assert Document("", TEXT).id == f"doc-{SHA256[:16]}"


@pytest.mark.parametrize("name", ["doc-1", "news.jsonl:14", " ", "é🚀", "\ud800"])
def test_document_keeps_the_id_it_is_given(name: str) -> None:
    assert Document(name, TEXT).id == name


def test_documents_without_id_differ_when_their_texts_do() -> None:
    assert Document("", TEXT).id != Document("", TEXT + "!").id


@pytest.mark.parametrize("other", ["\ud83d\ude00", "\U0001f600", "?", ""])
def test_text_with_a_broken_surrogate_has_a_digest_of_its_own(other: str) -> None:
    assert Document("", f"{other} x").sha256 != Document("", "\ud83d x").sha256


def test_text_with_a_broken_surrogate_has_the_same_digest_each_time() -> None:
    assert Document("a", "\ud83d x").sha256 == Document("b", "\ud83d x").sha256


def test_halves_of_a_surrogate_pair_have_different_digests() -> None:
    assert Document("", "\ud83d x").sha256 != Document("", "\ude00 x").sha256


@given(st.text(st.characters() | st.sampled_from("🚀\u0301\u202eر\r\n\x00\ud800\udfff")))
def test_text_is_never_edited(text: str) -> None:
    assert Document("", text).text == text


def test_document_cannot_be_changed() -> None:
    document = Document("a", TEXT)
    with pytest.raises(FrozenInstanceError):
        document.text = "Norland sent nothing."  # type: ignore[misc]
