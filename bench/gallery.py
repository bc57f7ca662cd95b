"""The gallery and a work's page beside a bare page of 24 cards; the gallery of 200,000 works beside one of 2,000."""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Callable
from typing import Any

from bench import server

FEW, MANY = 2_000, 200_000
ROUNDS = 9
SECONDS = 1.5
WARM_UP = 1.0
GALLERY = "/gallery/"
WORK = f"/w/sub_{FEW // 2:020d}/"
BARE = "/bench/cards/"
# Not asked for, but good to know: searches, filters and pages further down, where the database has more to do.
FURTHER = {
    "tag": "/gallery/?tag=harbor",
    "search": "/gallery/?q=harbor+bread",
    "rare word": "/gallery/?q=w1234",
    "three filters": "/gallery/?tag=harbor&shape=landscape&ai=none&q=winter",
    "page far down": f"/gallery/?after=sub_{100:020d}",
}


def measure() -> dict[str, Any]:
    with tempfile.TemporaryDirectory(prefix="bench-gallery-") as folder:
        environments = {}
        for works in (FEW, MANY):
            env = environments[works] = server.environment(f"{folder}/{works}")
            server.prepare(env)
            print(f"  filling {works:,} works …", file=sys.stderr, flush=True)
            server.command(env, "-m", "bench.works", str(works))
        queries = json.loads(server.command(environments[MANY], "-m", "bench.gallery", GALLERY, WORK))
        with server.serve(environments[FEW]) as few, server.serve(environments[MANY]) as many:
            return _compare(few, many, queries)


def _compare(few: str, many: str, queries: dict[str, int]) -> dict[str, Any]:
    spent: dict[str, list[float]] = {}

    def asked(name: str, address: str, path: str) -> Callable[[], float]:
        def run() -> float:
            per_second, milliseconds = server.processor_time(
                address, lambda: server.load(f"{address}{path}", seconds=SECONDS), SECONDS
            )
            spent.setdefault(name, []).append(milliseconds)
            return per_second

        server.load(f"{address}{path}", seconds=WARM_UP)
        return run

    runs = {
        "bare": asked("bare", few, BARE),
        "gallery": asked("gallery", few, GALLERY),
        "work": asked("work", few, WORK),
        "gallery of many": asked("gallery of many", many, GALLERY),
        "work of many": asked("work of many", many, WORK),
    }
    found = server.in_turn(runs, rounds=ROUNDS)
    further = server.in_turn({name: asked(name, many, path) for name, path in FURTHER.items()}, rounds=3)
    share = server.ratio(found, "gallery", "bare")
    work_share = server.ratio(found, "work", "bare")
    growth = server.ratio(found, "gallery", "gallery of many")
    return {
        "figures": [
            _figure("gallery page, queries", queries[GALLERY], 5, at_most=True),
            _figure("page of a work, queries", queries[WORK], 6, at_most=True),
            _figure("gallery page of 24 cards, requests per second as a share of a bare one", share, 1.0),
            _figure("page of a work, requests per second as a share of the bare page", work_share, 1.0),
            _figure(f"gallery page, time at {MANY:,} works as a share of {FEW:,}", growth, 1.3, at_most=True),
        ],
        "requests_per_second": {name: [round(one) for one in values] for name, values in (found | further).items()},
        "server_milliseconds_per_request": {
            name: round(sorted(values)[len(values) // 2], 3) for name, values in spent.items()
        },
    }


def _figure(name: str, value: float, limit: float, *, at_most: bool = False) -> dict[str, Any]:
    return {
        "name": name,
        "value": value,
        "limit": f"{'at most' if at_most else 'at least'} {limit:g}",
        "unit": "",
        "holds": value <= limit if at_most else value >= limit,
    }


def _count_queries(paths: list[str]) -> dict[str, int]:
    """How many queries each page takes a visitor, once its texts are kept."""
    import django

    django.setup()
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    counted = {}
    for path in paths:
        client = Client(headers={"host": "127.0.0.1"})
        client.get(path)
        with CaptureQueriesContext(connection) as captured:
            response = client.get(path)
        if response.status_code != 200:
            raise RuntimeError(f"{path} answered {response.status_code}")
        counted[path] = len(captured)
    return counted


if __name__ == "__main__":
    print(json.dumps(_count_queries(sys.argv[1:])))
