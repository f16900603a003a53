"""Makes invented articles of any length, and copies of them."""

from __future__ import annotations

import random

from enduse.model import Document

WORDS = """averna brezova minister convoy rifles crates border ceasefire spokesman said that the of in on to and a an
shipment launchers river port customs seized sixty monitors village militia brigade signed talks denied reports truck
northern capital ammunition inspectors photographs radio statement council embargo licence export tuesday
night""".split()  # noqa: SIM905


def make_text(seed: int, words: int = 200) -> str:
    dice = random.Random(seed)
    chosen = [dice.choice(WORDS) + (str(dice.randrange(90)) if dice.random() < 0.3 else "") for _ in range(words)]
    parts = [" ".join(chosen[at : at + 12]).capitalize() + "." for at in range(0, words, 12)]
    return "\n".join(" ".join(parts[at : at + 3]) for at in range(0, len(parts), 3))


def make_article(name: str, text: str, day: str | None = None, outlet: str | None = None) -> Document:
    return Document(name, text, None, day, outlet)
