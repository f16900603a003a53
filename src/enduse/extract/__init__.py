"""Turns documents into claims: spans and labels of single sentences, nothing looked up."""
