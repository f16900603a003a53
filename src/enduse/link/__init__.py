"""Finds documents that are copies of one another; grouping claims into events is not there yet."""
