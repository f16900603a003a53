"""One module a step; none of them takes a row away."""
