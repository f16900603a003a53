"""Lets `python -m enduse` be the command `enduse`."""

from enduse.cli.main import main

if __name__ == "__main__":
    main()
