"""A second design for the reader, without a neural encoder: trigger words, argument frames and linear models."""
