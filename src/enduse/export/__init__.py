"""Writes readings in the formats of the field, one file a format: from readings to pieces of text."""
