"""A real HTTP server on this computer that holds weights, and misbehaves as told."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import numpy as np

CONTENT = np.random.default_rng(0).bytes(300_000)
NAME = f"net-{hashlib.sha256(CONTENT).hexdigest()[:8]}.pth"


@dataclass
class Site:
    """What the server does; `ranges` are the Range headers that it was sent."""

    files: dict[str, bytes] = field(default_factory=lambda: {NAME: CONTENT})
    breaks_after: list[int] = field(default_factory=list)  # bytes, of each connection in turn
    understands_ranges: bool = True
    status: int = 200
    claims: int | None = None  # bytes that it promises
    sends_on: dict[str, tuple[str, str]] = field(default_factory=dict)  # to another name; the SHA-256 it says
    gate: threading.Event = field(default_factory=threading.Event)  # where `waits`, the second half's
    waits: bool = False
    ranges: list[str | None] = field(default_factory=list)


class Handler(BaseHTTPRequestHandler):
    def __init__(self, site: Site, *args: object) -> None:
        self.site = site
        super().__init__(*args)

    def do_GET(self) -> None:
        site, wanted = self.site, self.headers.get("Range")
        name = self.path.rpartition("/")[2]
        if name in site.sends_on:
            self.send_response(302)
            self.send_header("Location", site.sends_on[name][0])
            self.send_header("X-Linked-ETag", f'"{site.sends_on[name][1]}"')
            self.end_headers()
            return
        site.ranges.append(wanted)
        content = site.files.get(self.path.rpartition("/")[2])
        if content is None or site.status != 200:
            self.send_error(404 if content is None else site.status)
            return
        begin = int(wanted.removeprefix("bytes=").rstrip("-")) if wanted and site.understands_ranges else 0
        if begin >= len(content):
            self.send_response(416)
            self.send_header("Content-Range", f"bytes */{len(content)}")
            self.end_headers()
            return
        self.send_response(206 if begin else 200)
        if begin:
            self.send_header("Content-Range", f"bytes {begin}-{len(content) - 1}/{len(content)}")
        self.send_header("Content-Length", str(site.claims or len(content) - begin))
        self.end_headers()
        rest = content[begin:]
        if site.waits:
            half = len(content) // 2
            self.wfile.write(rest[:half])
            self.wfile.flush()
            site.gate.wait(20)
            rest = rest[half:]
        self.wfile.write(rest[: site.breaks_after.pop(0)] if site.breaks_after else rest)

    def log_message(self, *args: object) -> None:
        """Quiet."""


@contextmanager
def serving(site: Site) -> Iterator[str]:
    """The address of its files."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, site))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/weights"
    finally:
        site.gate.set()
        server.shutdown()
        thread.join()
        server.server_close()
