"""A store that speaks as much S3 as this site needs. It takes nothing that is not signed with its key (SigV4)."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.error import HTTPError
from urllib.parse import parse_qs, unquote, urlsplit
from urllib.request import urlopen
from xml.sax.saxutils import escape

from submissions.tests import sigv4

ROOT = Path(__file__).resolve().parents[2]
BUCKET = "works"
READ_SETTINGS = """
import json
from ugc_platform import settings
names = ("S3_BUCKET", "S3_LINKS", "PICTURE_ORIGINS", "STORAGES")
print(json.dumps({name: getattr(settings, name) for name in names}))
"""


class Store(ThreadingHTTPServer):
    """`objects` by key; `ahead` moves its clock on; `asked` holds method and status of each request, by key."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.objects: dict[str, bytes] = {}
        self.asked: list[tuple[str, str, int]] = []
        self.ahead = timedelta()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def environment(self) -> dict[str, str]:
        """All that a site has to be told to keep its files here."""
        return {
            "S3_BUCKET": BUCKET,
            "S3_ENDPOINT_URL": self.address,
            "S3_ACCESS_KEY": sigv4.ACCESS_KEY,
            "S3_SECRET_KEY": sigv4.SECRET_KEY,
        }

    def settings(self, var_dir: Path, **variables: str) -> dict[str, Any]:
        """What settings.py makes of that environment, and of other `variables`, in a process of its own."""
        environment = {"PATH": os.environ["PATH"], "VAR_DIR": str(var_dir), "TESTING": "1"}
        command = [sys.executable, "-c", READ_SETTINGS]
        environment |= self.environment() | variables
        done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
        read: dict[str, Any] = json.loads(done.stdout)
        return read


class _Handler(BaseHTTPRequestHandler):
    server: Store
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        if not self._is_signed(b""):
            self._answer(403)
        elif self.key == "":
            self._answer(200, _listing(self.server.objects, self.question), "application/xml")
        elif self.key not in self.server.objects:
            self._answer(404)
        else:
            media_type = self.question.get("response-content-type", "binary/octet-stream")
            self._answer(200, self.server.objects[self.key], media_type)

    def do_HEAD(self) -> None:
        self.do_GET()

    def do_PUT(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        if not self._is_signed(body):
            self._answer(403)
            return
        self.server.objects[self.key] = body
        self._answer(200)

    def do_DELETE(self) -> None:
        if not self._is_signed(b""):
            self._answer(403)
            return
        self.server.objects.pop(self.key, None)
        self._answer(204)

    @property
    def key(self) -> str:
        return unquote(urlsplit(self.path).path).removeprefix(f"/{BUCKET}").removeprefix("/")

    @property
    def question(self) -> dict[str, str]:
        given = parse_qs(urlsplit(self.path).query, keep_blank_values=True)
        return {name: values[0] for name, values in given.items()}

    def _is_signed(self, body: bytes) -> bool:
        return sigv4.is_signed(self.command, self.path, self.headers, body, ahead=self.server.ahead)

    def _answer(self, status: int, content: bytes = b"", media_type: str = "application/xml") -> None:
        self.server.asked.append((self.command, self.key, status))
        self.send_response(status)
        self.send_header("Content-Type", media_type)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Last-Modified", "Sat, 01 Nov 2025 00:00:00 GMT")
        self.send_header("ETag", f'"{hashlib.md5(content).hexdigest()}"')
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def log_message(self, format: str, *args: Any) -> None:
        pass


def _listing(objects: dict[str, bytes], question: dict[str, str]) -> bytes:
    """What lies under a prefix, down to the delimiter."""
    prefix, delimiter = question.get("prefix", ""), question.get("delimiter", "")
    files: list[str] = []
    folders: set[str] = set()
    for key in sorted(key for key in objects if key.startswith(prefix)):
        head, cut, _ = key[len(prefix) :].partition(delimiter) if delimiter else (key, "", "")
        if cut:
            folders.add(prefix + head + cut)
        else:
            files.append(key)
    lines = [f"<Contents><Key>{escape(key)}</Key><Size>{len(objects[key])}</Size></Contents>" for key in files]
    lines += [f"<CommonPrefixes><Prefix>{escape(one)}</Prefix></CommonPrefixes>" for one in sorted(folders)]
    listed = f"<ListBucketResult><IsTruncated>false</IsTruncated>{''.join(lines)}</ListBucketResult>"
    return listed.encode()


@contextmanager
def running() -> Iterator[Store]:
    with Store() as store:
        thread = Thread(target=store.serve_forever, daemon=True)
        thread.start()
        yield store
        store.shutdown()
        thread.join()


def fetch(link: str) -> tuple[int, bytes]:
    """As a browser follows a link: the status, and what is there."""
    try:
        with urlopen(link) as answer:
            return answer.status, answer.read()
    except HTTPError as error:
        return error.code, b""
