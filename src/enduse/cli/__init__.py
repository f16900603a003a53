"""The command line: it parses, calls one function of the hall, and renders what comes back."""
