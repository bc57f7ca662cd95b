"""A small OpenID Connect provider on loopback: discovery, token and user info, for one made-up person."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs

import jwt

CLIENT, SECRET, CODE, ACCESS = "tilsagn", "client-secret-of-the-test-that-is-long", "code-1", "access-1"
PERSON = {"sub": "42", "email": "mia@example.com", "email_verified": True, "name": "Mia Berg"}


class Provider(ThreadingHTTPServer):
    asked: list[dict[str, list[str]]]

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"


class Answer(BaseHTTPRequestHandler):
    server: Provider

    def do_GET(self) -> None:
        address = self.server.address
        if self.path == "/.well-known/openid-configuration":
            self._send(
                {
                    "issuer": address,
                    "authorization_endpoint": f"{address}/authorize",
                    "token_endpoint": f"{address}/token",
                    "userinfo_endpoint": f"{address}/userinfo",
                    "jwks_uri": f"{address}/jwks",
                }
            )
        elif self.path == "/userinfo" and self.headers["Authorization"] == f"Bearer {ACCESS}":
            self._send(PERSON)
        else:
            self.send_error(404)

    def do_POST(self) -> None:
        form = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
        self.server.asked.append(form)
        if self.path != "/token" or form.get("code") != [CODE]:
            self.send_error(400)
            return
        token = jwt.encode({**PERSON, "iss": self.server.address, "aud": CLIENT, "exp": 4102444800}, SECRET, "HS256")
        self._send({"access_token": ACCESS, "token_type": "Bearer", "id_token": token})

    def _send(self, value: Any) -> None:
        body = json.dumps(value).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *arguments: Any) -> None:
        """Quiet."""


@contextmanager
def running() -> Iterator[Provider]:
    with Provider(("127.0.0.1", 0), Answer) as server:
        server.asked = []
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()
