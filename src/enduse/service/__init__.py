"""What anyone can ask of enduse: the only place where the rooms meet."""
