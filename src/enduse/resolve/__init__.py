"""Turns a claim's spans into what they stand for: actors, weapons, places, dates, quantities."""
