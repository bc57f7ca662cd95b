"""The rights decision over HTTP, beside a bare view with one indexed ORM query and JSON under the same server."""

from __future__ import annotations

import json
import tempfile
from typing import Any
from urllib.parse import urlencode

from bench import server

SECONDS = 4.0
ROUNDS = 3
LICENSES = 40

# Real requests and grants; then a token as an owner of the brand makes it.
_FILL = f"""
import json
from django.utils import timezone
from brands import actions as brands
from brands.models import Membership
from brands.tests.factories import brand
from licensing.tests import factories
house = brand()
made = [factories.license(brand=house) for _ in range({LICENSES})]
by = Membership.objects.get(brand=house, role="owner")
token = brands.create_token(by=by, name="bench", now=timezone.now())[1]
works = [license.submission.public_id for license in made]
print(json.dumps({{"token": token, "licensee": house.public_id, "submission": works[len(works) // 2]}}))
"""


def measure() -> dict[str, Any]:
    """Answers per second of both, in turn on one server, and their ratio; at least 0.8 is asked for."""
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        env = server.environment(folder, CELERY_BROKER_URL="memory://")
        server.prepare(env)
        made = json.loads(server.command(env, "manage.py", "shell", "--no-imports", "-c", _FILL).splitlines()[-1])
        question = {"submission": made["submission"], "licensee": made["licensee"], "territory": "DK"}
        headers = {"Authorization": f"Bearer {made['token']}"}
        with server.serve(env) as address:
            decision = f"{address}/api/v1/rights/decision?{urlencode(question | {'channel': 'website'})}"
            bare = f"{address}/bench/orm-json/?{urlencode({'submission': made['submission']})}"
            for url in (decision, bare):
                server.load(url, seconds=1, headers=headers)
            found = server.alternate(
                {
                    "decision": lambda: server.load(decision, seconds=SECONDS, headers=headers),
                    "bare": lambda: server.load(bare, seconds=SECONDS, headers=headers),
                },
                rounds=ROUNDS,
            )
    share = found["decision"] / found["bare"]
    return {
        "per_second": found,
        "figures": [
            {
                "name": "rights decision over HTTP, of a bare view with one ORM query and JSON",
                "value": share * 100,
                "unit": "%",
                "limit": "≥ 80 %",
                "holds": share >= 0.8,
            },
        ],
    }


if __name__ == "__main__":
    print(json.dumps(measure(), indent=1))
