"""The workbench in the browser: parses, calls one function of the hall, renders."""
