"""No display without a right, asked of every address there is.

Each route of the site is asked for every id of this small world, as each kind of person who has no right to a work (any
more): nothing of it may come back. A route with a new kind of parameter fails here until VALUES has it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from django.db import transaction
from django.http.response import HttpResponseBase
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from django.utils import timezone

from accounts.models import User
from brands.models import Brand
from brands.tests.factories import brand as new_brand
from creators.tests.factories import creator as new_creator
from galleries import actions as galleries
from galleries.models import Card, WorkPage
from licensing import actions as licensing
from licensing.models import License
from licensing.tests import factories
from licensing.tests.sample_terms import terms
from licensing.tests.test_api import token_of
from moderation.tests.factories import moderator
from notifications.models import Notification
from submissions import actions as submissions
from submissions.models import MediaFile, Rendition, Submission
from submissions.states import State
from submissions.tests.factories import submission

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

NEVER_SHOWN = (State.IN_REVIEW, State.CHANGES_REQUESTED, State.REJECTED, State.QUARANTINED)
# Routes that may say a word of a work to its former licensee, or to whoever has the number, and which. Nothing may show
# a picture, or say its description or what is to be seen in it.
ALLOWED = {
    "brand": {"title": "the brand's own requests, under the name that it asked for"},
    "brand_request": {"title": "what the brand asked for, and was told about it", "credit": "part of the terms"},
    "brand_requests": {"title": "the brand's own requests, under the name that it asked for"},
    "brand_license": {"title": "the name that was granted", "credit": "part of the terms: works in print need it"},
    "brand_licenses": {"title": "the name that was granted"},
    "license_proof": {"title": "the name that was granted", "credit": "part of the terms"},
    "brand_use_new": {"title": "the name that was granted", "credit": "part of the terms"},
    "notifications": {"title": "that the license has ended, and for what"},
    "verify": {
        "title": "the name that was granted, for the parties",
        "credit": "whoever sees it beside a printed work may ask whether that is still right",
    },
}
# Files that are made of no work.
NO_PICTURE = {"trail_tile": "salted hashes; trail/tests/test_published.py looks inside"}
# And what of it anybody may be told who has the number.
OPEN = {"verify": {"credit"}}
# Namespaces that are asked elsewhere.
ELSEWHERE = {"admin": "for staff alone: accounts/tests/test_admin.py and each app's own"}


@dataclass
class World:
    owner: User
    licensee: Brand
    works: list[Submission] = field(default_factory=list)
    values: dict[str, list[str]] = field(default_factory=dict)

    def hidden(self) -> Iterator[Submission]:
        return (work for work in self.works if work.state != State.PUBLISHED)


def words(name: str) -> dict[str, str]:
    """What a work says of itself, as words that nothing else says."""
    return {
        "title": f"Titelwort{name}",
        "description": f"Bildunterschrift{name}",
        "alt_text": f"Sehwort{name}",
        "credit_line": f"Namenszeile{name}",
    }


def granted(work: Submission, brand: Brand) -> License:
    license = factories.license(
        submission=work, brand=brand, terms=terms(attribution={"credit_line": work.credit_line})
    )
    factories.delivery(license)
    factories.use(license=license, credit_line=work.credit_line)
    return license


@pytest.fixture
def world() -> World:
    maker, brand = new_creator(), new_brand(name="Former licensee")
    made = World(factories.owner(brand), brand)
    made.works = [submission(state, creator=maker, **words(state.replace("_", ""))) for state in NEVER_SHOWN]
    for end in (State.WITHDRAWN, State.REMOVED, "revoked"):
        work = submission(State.PUBLISHED, creator=maker, **words(end))
        license = granted(work, brand)
        factories.follow()
        _end(end, work, license)
        made.works.append(Submission.objects.get(pk=work.pk))
    factories.follow()
    for work in made.works:
        galleries.draw(public_id=work.public_id)
    assert Notification.objects.filter(recipient=made.owner).exists()
    made.values = values(made)
    return made


def _end(how: str, work: Submission, license: License) -> None:
    maker, now = work.creator.user, timezone.now()
    if how == State.WITHDRAWN:
        submissions.withdraw(submission=work, actor=maker, reason="", now=now)
    elif how == State.REMOVED:
        submissions.remove(submission=work, actor=moderator(), decision_id="dec_00000000000000000000", now=now)
    else:
        licensing.revoke(license=license, reason="Enough", actor=maker, now=now)


def values(world: World) -> dict[str, list[str]]:
    """What to put in the place of each parameter."""
    works = [work.public_id for work in world.works]
    files = MediaFile.objects.filter(submission__in=world.works)
    licenses = License.objects.all()
    ids = {
        "submission_id": works,
        "license_id": [license.public_id for license in licenses],
        "request_id": [license.request.public_id for license in licenses],
        "use_id": [use.public_id for license in licenses for use in license.uses.all()],
    }
    notices = [work.notice_record.public_id for work in world.works]
    renditions = Rendition.objects.filter(media_file__in=files, width=640)
    said = Notification.objects.filter(recipient=world.owner)
    brands = [brand.slug for brand in Brand.objects.all()]
    return ids | {
        "public_id": [
            *(one for listed in ids.values() for one in listed),
            *(file.public_id for file in files),
            *(rendition.public_id for rendition in renditions),
            *(notification.public_id for notification in said),
            *notices,
        ],
        "number": [license.number for license in licenses],
        "slug": brands,
        "handle": [world.works[0].creator.handle],
        # Of people, keys and samples; no work hangs on them.
        "name": ["gallery"],
        "user_id": [world.owner.public_id],
        "invitation_id": ["inv_00000000000000000000"],
        "token_id": ["tok_00000000000000000000"],
        "token": ["x"],
        "level": ["0"],
        "path": ["000.p/1"],
        "pk": ["1"],
        "uidb36": ["1"],
        "key": ["x"],
        "provider_id": ["x"],
    }


def routes() -> list[tuple[str, str]]:
    """Name and pattern of each route."""
    return list(_below(get_resolver().url_patterns))


def _below(patterns: list[Any], prefix: str = "") -> Iterator[tuple[str, str]]:
    for pattern in patterns:
        place = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver) and pattern.namespace not in ELSEWHERE:
            yield from _below(pattern.url_patterns, place)
        elif isinstance(pattern, URLPattern):
            yield pattern.name or place, place


_PARAMETER = re.compile(r"<(?:\w+:)?(\w+)>|\(\?P<(\w+)>(?:\[[^\]]*\]|[^)])*\)")


def addresses(pattern: str, values: dict[str, list[str]]) -> list[str]:
    found = [""]
    at = 0
    for parameter in _PARAMETER.finditer(pattern):
        between = pattern[at : parameter.start()]
        found = [head + between + one for head in found for one in values[parameter[1] or parameter[2]]]
        at = parameter.end()
    return [f"/{head}{pattern[at:]}".replace("^", "").replace("$", "") for head in found]


def is_file(response: HttpResponseBase) -> bool:
    return str(response.get("Content-Type", "")).startswith(("image/", "application/octet"))


def told(response: HttpResponseBase, work: Submission, address: str = "") -> set[str]:
    """What of the work is in an answer: its words, and addresses of its pictures that nobody who asked had before."""
    body = b"".join(response) if response.streaming else response.content  # type: ignore[attr-defined]
    text = body.decode(errors="replace") + response.get("Location", "")
    named = {"title": work.title, "description": work.description, "alt": work.alt_text, "credit": work.credit_line}
    pictures = Rendition.objects.filter(media_file__submission=work)
    said = {name for name, word in named.items() if word in text}
    said |= {
        "picture"
        for picture in pictures
        if (picture.public_id in text and picture.public_id not in address) or picture.storage_key in text
    }
    return said


def asked(client: Client, address: str, method: str) -> HttpResponseBase:
    """Whatever it changes is undone."""
    with transaction.atomic():
        response = client.get(address, {"q": "Titelwort", "show": "all"}) if method == "GET" else client.post(address)
        transaction.set_rollback(True)
    return response


@pytest.fixture(params=["visitor", "other creator", "other brand", "former licensee"])
def viewer(request: pytest.FixtureRequest, world: World) -> tuple[str, Client]:
    client = Client(raise_request_exception=True)
    users = {
        "other creator": lambda: new_creator().user,
        "other brand": lambda: factories.owner(new_brand(name="Other brand")),
        "former licensee": lambda: world.owner,
    }
    if request.param in users:
        client.force_login(users[request.param]())
    world.values = values(world)
    return request.param, client


def test_nothing_of_a_work_comes_back_from_any_route(world: World, viewer: tuple[str, Client]) -> None:
    who, client = viewer
    public = set(
        Rendition.objects.filter(media_file__submission__state=State.PUBLISHED).values_list("public_id", flat=True)
    )
    leaks = []
    for name, pattern in routes():
        for address in addresses(pattern, world.values):
            for method in ("GET", "POST"):
                response = asked(client, address, method)
                if is_file(response) and name not in NO_PICTURE:
                    leaks += [] if address.split("/")[-2] in public else [(name, method, address, "a file")]
                    continue
                for work in world.hidden():
                    may = set(ALLOWED.get(name, {})) if who == "former licensee" else OPEN.get(name, set())
                    leaks += [(name, method, work.state, part) for part in told(response, work, address) - may]

    assert sorted(set(leaks)) == [], sorted(set(leaks))


def test_each_allowance_is_needed(world: World) -> None:
    """What stands in ALLOWED is there to be seen, so the test above looks in the right places."""
    client = Client()
    client.force_login(world.owner)
    seen: dict[str, set[str]] = {}
    for name, pattern in routes():
        for address in addresses(pattern, world.values) if name in ALLOWED else []:
            answers = [asked(client, address, method) for method in ("GET", "POST")]
            found = (told(answer, work, address) for answer in answers for work in world.hidden())
            seen.setdefault(name, set()).update(*found)

    assert seen == {name: set(parts) for name, parts in ALLOWED.items()}


def test_walk_finds_what_is_there_to_be_found(world: World) -> None:
    """The creator gets at every word and picture, and the file of a license is handed out while it runs."""
    client = Client()
    client.force_login(world.works[0].creator.user)
    work = next(world.hidden())
    found: set[str] = set()
    for name, pattern in routes():
        if name.startswith(("tracking", "rendition")):
            for address in addresses(pattern, world.values):
                found |= told(asked(client, address, "GET"), work)

    assert found == {"title", "description", "alt", "credit", "picture"}
    assert Card.objects.count() == WorkPage.objects.count() == 1
    assert len(routes()) > 90


def test_decision_about_each_work_says_nothing_of_it(world: World) -> None:
    for brand in (world.licensee, new_brand()):
        token = token_of(brand)
        for work in world.works:
            question = {
                "submission": work.public_id, "licensee": brand.public_id, "channel": "website", "territory": "DK",
            }  # fmt: skip
            response = Client().get("/api/v1/rights/decision", question, headers={"authorization": f"Bearer {token}"})
            assert told(response, work) == set()
            licensed = License.objects.filter(submission=work, licensee=brand).exists()
            knows = licensed or work.state == State.PUBLISHED
            assert response.status_code == (200 if knows else 404)
            body = response.json()
            assert not knows or (body["allowed"], body["credit_line"], body["duties"]) == (False, "", [])


def test_file_of_no_license_of_a_work_that_is_gone_is_handed_out(world: World) -> None:
    client = Client()
    client.force_login(world.owner)

    answers = [client.post(f"/licenses/{license.public_id}/file/") for license in License.objects.all()]

    assert [(answer.status_code, answer["Content-Type"].split(";")[0]) for answer in answers] == [
        (409, "text/html")
    ] * 3
