"""What a server is started with, read once at the door."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from enduse.errors import UsageError

LOOPBACK = ("127.0.0.1", "localhost", "::1")
"""Names of this machine that nobody else can reach."""

PORT = 8417


@dataclass(frozen=True, slots=True)
class Settings:
    """How a ledger is served.

    read_only: nothing can be decided, and the ledger is opened for reading alone.
    reviewer: who signs decisions where there is neither a file of users nor a proxy that names them.
    users: the file of users, their rights and passwords. proxy_header: the header in which a trusted proxy names the
    user; it counts only from the addresses in proxies. proxy_right: what a user may do whom the file does not name.
    hosts: names by which the server may be asked for, beside those of this machine and the host it listens on.
    https: whether visitors come by https, through a proxy, so that cookies are sent by nothing else.
    """

    ledger: str
    read_only: bool = False
    host: str = LOOPBACK[0]
    port: int = PORT
    reviewer: str = "local"
    users: Path | None = None
    proxy_header: str | None = None
    proxy_right: str = "review"
    proxies: tuple[str, ...] = LOOPBACK
    hosts: tuple[str, ...] = ()
    https: bool = False

    def __post_init__(self) -> None:
        if self.host not in LOOPBACK and self.users is None and self.proxy_header is None:
            raise UsageError(
                f"{self.host} can be reached from other machines; say who may come in: --users FILE, "
                "made with: enduse users, or --proxy-header NAME"
            )

    @property
    def address(self) -> str:
        """Where to point a browser."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"http://{host}:{self.port}/"
