"""Opens the word lists and model files that ship with enduse, on first use."""
