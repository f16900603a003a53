"""Remembers documents, claims, evidence and decisions, by adding rows."""
