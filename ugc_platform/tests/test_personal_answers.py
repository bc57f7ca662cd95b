"""What somebody who is signed in is sent stays in no cache: asked of every address there is."""

from __future__ import annotations

import pytest
from django.test import Client

from accounts.tests.factories import PASSWORD, person
from submissions.models import Rendition
from submissions.states import State
from submissions.tests.factories import submission
from ugc_platform.tests.test_every_route import World, addresses, asked, routes, values, world

__all__ = ["world"]

pytestmark = pytest.mark.django_db
KEPT_NOWHERE = "private, no-store"
# Routes whose answers say themselves how they are kept, and how.
# The trail's tiles and keys are public, and the same for everybody.
OTHERWISE = {
    "rendition": {"private, no-cache"},
    "trail_tile": {"public, max-age=31536000, immutable"},
    "trail_keys": {"max-age=300", "public, max-age=300"},
}


@pytest.mark.slow
@pytest.mark.timeout(400)
def test_no_route_lets_a_cache_keep_what_signed_in_people_are_sent(world: World) -> None:
    world.values = values(world)
    for user in (world.owner, world.works[0].creator.user):
        client = Client()
        client.force_login(user)
        session = client.cookies["sessionid"].value
        kept = []
        for name, pattern in routes():
            for address in addresses(pattern, world.values):
                for method in ("GET", "POST"):
                    client.cookies["sessionid"] = session
                    said = asked(client, address, method).get("Cache-Control", "")
                    if "no-store" not in said and said not in OTHERWISE.get(name, set()):
                        kept.append((name, method, address, said))
        assert kept == []


@pytest.mark.slow
def test_each_exception_is_needed_and_visitors_are_let_keep(world: World) -> None:
    """There are answers that the test above would name, were nobody signed in."""
    world.values = values(world)
    said = {
        asked(Client(), address, "GET").get("Cache-Control", "")
        for name, pattern in routes()
        if name in {"gallery", "help"}
        for address in addresses(pattern, world.values)
    }
    assert said == {"private, no-cache", ""}


def test_page_after_signing_out_and_in_is_kept_nowhere() -> None:
    user = person()
    client = Client()

    signed_in = client.post("/accounts/login/", {"login": user.email, "password": PASSWORD})
    home = client.get("/home/")
    signed_out = client.post("/accounts/logout/")

    assert [answer["Cache-Control"] for answer in (signed_in, home, signed_out)] == [KEPT_NOWHERE] * 3
    assert client.get("/help/").get("Cache-Control") is None


def test_picture_of_a_work_keeps_its_own_rule_for_people_who_are_signed_in() -> None:
    work = submission(State.PUBLISHED)
    client = Client()
    client.force_login(work.creator.user)
    address = f"/media/r/{Rendition.objects.filter(media_file__submission=work)[0].public_id}/"

    response = client.get(address)

    assert (response.status_code, response["Cache-Control"]) == (200, "private, no-cache")


def test_refused_form_and_missing_page_are_kept_nowhere() -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(person())

    answers = [client.post("/accounts/logout/"), client.get("/nowhere/")]

    assert [(one.status_code, one["Cache-Control"]) for one in answers] == [(403, KEPT_NOWHERE), (404, KEPT_NOWHERE)]
