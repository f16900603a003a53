"""Makes the reader's model again and measures it; outside the package, and needed by nobody who only reads."""
