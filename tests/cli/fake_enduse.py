"""The command line with the fake reader, as a process of its own: `python fake_enduse.py read 3 -o out.jsonl`."""

from tests.service.fakes import fake_read

from enduse.cli.main import cli

if __name__ == "__main__":
    cli(obj=fake_read, prog_name="enduse")
