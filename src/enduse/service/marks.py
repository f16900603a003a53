"""The roles marked in a claim's quote, as the doors show them."""

from enduse.export.marks import Closing, Opening, pieces_of_quote

__all__ = ["Closing", "Opening", "pieces_of_quote"]
