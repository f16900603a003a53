"""Grades what claims tell by the evidence that a grade was given on; people set the letters."""
