"""What is written is whole, whatever ends the run: Ctrl-C, kill -9, a full disk, a pipe that nobody reads."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.cli.processes import COMMAND, ENVIRONMENT, SECONDS, start

from enduse.cli.output import FileSink, StreamSink, WholeFileSink, interrupt_held_back, is_device
from enduse.errors import EnduseError


class Trickle(io.RawIOBase):
    """A stream that takes three bytes at a time, and sometimes none."""

    def __init__(self) -> None:
        self.data = b""
        self.calls = 0

    def write(self, data: object) -> int | None:
        self.calls += 1
        if self.calls % 3 == 0:
            return None
        piece = bytes(data)[:3]  # type: ignore[call-overload]
        self.data += piece
        return len(piece)


def test_piece_is_written_whole_to_a_stream_that_takes_it_in_parts() -> None:
    stream = Trickle()
    StreamSink(stream).write("Averna and Tessaly")  # type: ignore[arg-type]
    assert stream.data == b"Averna and Tessaly"


def test_character_that_a_terminal_lacks_is_replaced() -> None:
    stream = io.BytesIO()
    StreamSink(stream, "latin-1").write("é → x")
    assert stream.getvalue() == b"\xe9 ? x"


def test_first_ctrl_c_waits_for_the_body() -> None:
    done = False
    with pytest.raises(KeyboardInterrupt), interrupt_held_back():  # noqa: PT012
        os.kill(os.getpid(), signal.SIGINT)
        done = True
    assert done
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_second_ctrl_c_does_not_wait() -> None:
    done = False
    with pytest.raises(KeyboardInterrupt), interrupt_held_back():  # noqa: PT012
        os.kill(os.getpid(), signal.SIGINT)
        os.kill(os.getpid(), signal.SIGINT)
        done = True
    assert not done


def test_file_holds_each_piece_when_it_is_written(tmp_path: Path) -> None:
    sink = FileSink(tmp_path / "out")
    sink.write("one\n")
    assert (tmp_path / "out").read_text() == "one\n"
    sink.close()


def test_whole_file_appears_when_it_is_finished(tmp_path: Path) -> None:
    with WholeFileSink(tmp_path / "out") as sink:
        sink.write("one\n")
        assert not (tmp_path / "out").exists()
        sink.finish()
    assert [file.read_text() for file in tmp_path.iterdir()] == ["one\n"]


def test_whole_file_that_is_not_finished_leaves_nothing(tmp_path: Path) -> None:
    with WholeFileSink(tmp_path / "out") as sink:
        sink.write("one\n")
    assert not list(tmp_path.iterdir())


def test_link_stays_a_link_to_the_new_file(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "out")
    with WholeFileSink(tmp_path / "link") as sink:
        sink.write("one\n")
        sink.finish()
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "out").read_text() == "one\n"


@pytest.mark.parametrize("kind", [FileSink, WholeFileSink])
def test_database_is_not_overwritten(tmp_path: Path, kind: type[FileSink]) -> None:
    (tmp_path / "x.db").write_bytes(b"SQLite format 3\0 and more")
    with pytest.raises(EnduseError, match="is a database"):
        kind(tmp_path / "x.db")
    assert (tmp_path / "x.db").read_bytes().endswith(b"more")


def test_device_is_told_from_a_file(tmp_path: Path) -> None:
    assert is_device(Path(os.devnull))
    assert not is_device(tmp_path / "not there")


def wait_for_lines(path: Path, number: int) -> None:
    until = time.monotonic() + SECONDS
    while not path.exists() or path.read_bytes().count(b"\n") < number:
        assert time.monotonic() < until, "the run wrote nothing"
        time.sleep(0.02)


def assert_whole_lines(path: Path) -> None:
    data = path.read_text()
    assert data.endswith("\n")
    assert all(json.loads(line)["claims"] is not None for line in data.splitlines())


SLOW = "1000:Norland sent rifles to Averna. SLOW"


@pytest.mark.parametrize("workers", ["1", "2"])
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGINT])
def test_interrupted_run_leaves_whole_lines_and_no_process(tmp_path: Path, workers: str, number: int) -> None:
    output = tmp_path / "out.jsonl"
    process = start(SLOW, "-o", str(output), "--workers", workers)
    wait_for_lines(output, 3)
    os.kill(process.pid, number) if number is signal.SIGKILL else os.killpg(process.pid, number)
    # Workers hold the other end of stderr: it comes to an end only when they are gone.
    _, errors = process.communicate(timeout=SECONDS)
    assert_whole_lines(output)
    assert process.returncode == (-9 if number is signal.SIGKILL else 130)
    assert b"Traceback" not in errors


def test_ctrl_c_ends_a_worker_that_is_stuck_and_says_so(tmp_path: Path) -> None:
    output = tmp_path / "out.jsonl"
    process = start("1", "1:STUCK", "-o", str(output), "--workers", "2")
    wait_for_lines(output, 1)
    os.killpg(process.pid, signal.SIGINT)
    _, errors = process.communicate(timeout=SECONDS)
    assert process.returncode == 130
    assert errors.decode().splitlines()[-1] == "enduse: interrupted"


def test_dead_worker_exits_1_and_names_the_first_document_not_read(tmp_path: Path) -> None:
    output = tmp_path / "out.jsonl"
    process = start("1", "1:DIE", "-o", str(output), "--workers", "2")
    _, errors = process.communicate(timeout=SECONDS)
    assert process.returncode == 1
    assert b"a worker process died" in errors
    assert b"Traceback" not in errors


def test_broken_pipe_is_silent() -> None:
    process = start("100000")
    assert process.stdout is not None
    process.stdout.readline()
    process.stdout.close()
    assert process.stderr is not None
    assert process.stderr.read() == b""
    assert process.wait(timeout=SECONDS) == 141


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no /dev/full here")
@pytest.mark.parametrize("where", ["stdout", "output"])
def test_full_disk_is_told_and_exits_1(where: str) -> None:
    with open("/dev/full", "wb") as full:
        process = start("1", stdout=full) if where == "stdout" else start("1", "-o", "/dev/full")
        _, errors = process.communicate(timeout=SECONDS)
    assert process.returncode == 1
    assert b"No space left on device" in errors
    assert b"Traceback" not in errors


def test_line_that_no_longer_fits_on_the_disk_is_taken_back(tmp_path: Path) -> None:
    output = tmp_path / "out.jsonl"
    limited = "import resource, runpy, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000)); sys.argv.pop(0); "
    limited += "runpy.run_path(sys.argv[0], run_name='__main__')"
    command = [sys.executable, "-c", limited, *COMMAND[1:], "50", "-o", str(output)]
    result = subprocess.run(command, env=ENVIRONMENT, capture_output=True, check=False)
    assert result.returncode == 1
    assert b"File too large" in result.stderr
    assert 0 < output.stat().st_size < 2000
    assert_whole_lines(output)
