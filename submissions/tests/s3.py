"""A store that speaks as much S3 as reading takes: signed requests, and links that end when they say."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

BUCKET = "works"


class Store(ThreadingHTTPServer):
    """`objects` by key; `ahead` moves its clock on."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.objects: dict[str, bytes] = {}
        self.ahead = timedelta()

    def settings(self) -> dict[str, Any]:
        """What settings.py makes of the environment for a store at this address."""
        return {
            "BACKEND": "storages.backends.s3.S3Storage",
            "OPTIONS": {
                "bucket_name": BUCKET,
                "endpoint_url": f"http://127.0.0.1:{self.server_port}",
                "region_name": "eu-north-1",
                "access_key": "key",
                "secret_key": "secret",
                "querystring_auth": True,
            },
        }


class _Handler(BaseHTTPRequestHandler):
    server: Store

    def do_GET(self) -> None:
        where = urlsplit(self.path)
        asked = {name: values[0] for name, values in parse_qs(where.query).items()}
        found = self.server.objects.get(unquote(where.path).removeprefix(f"/{BUCKET}/"))
        allowed = self.headers.get("Authorization", "").startswith("AWS4-HMAC-SHA256") or self._link_runs(asked)
        status, content = (200, found) if allowed and found is not None else (404 if allowed else 403, b"")
        self.send_response(status)
        self.send_header("Content-Type", asked.get("response-content-type", "binary/octet-stream"))
        self.send_header("Content-Length", str(len(content or b"")))
        self.send_header("Last-Modified", "Sat, 01 Nov 2025 00:00:00 GMT")
        self.send_header("ETag", '"1"')
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(content or b"")

    def do_HEAD(self) -> None:
        self.do_GET()

    def _link_runs(self, asked: dict[str, str]) -> bool:
        if "X-Amz-Signature" not in asked:
            return False
        signed_at = datetime.strptime(asked["X-Amz-Date"], "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
        return datetime.now(UTC) + self.server.ahead <= signed_at + timedelta(seconds=int(asked["X-Amz-Expires"]))

    def log_message(self, format: str, *args: Any) -> None:
        pass


@contextmanager
def running() -> Iterator[Store]:
    with Store() as store:
        thread = Thread(target=store.serve_forever, daemon=True)
        thread.start()
        yield store
        store.shutdown()
        thread.join()
