from __future__ import annotations

import json
import re
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone

from accounts.models import User
from accounts.tests.factories import person
from brands.tests import factories as brands
from creators.models import Creator
from galleries.models import Card, WorkPage
from galleries.tests.factories import in_a_row, published
from submissions import actions, pictures
from submissions.models import Submission
from submissions.states import State
from submissions.tests import factories

pytestmark = pytest.mark.django_db


def get(work: Submission, user: User | None = None, **headers: str) -> Any:
    client = Client(headers=headers)
    if user is not None:
        client.force_login(user)
    return client.get(f"/w/{work.public_id}/")


def text(work: Submission, user: User | None = None, **headers: str) -> str:
    found: str = get(work, user, **headers).content.decode()
    return found


def test_work_page_shows_credit_texts_and_where_to_ask() -> None:
    work = published()

    page = text(work)

    for expected in ("Harbor at dawn", "© Ada Holm", "first day of the herring", "A red boat", "No AI", "harbor"):
        assert expected in page
    assert f'href="/licensing/ask/{work.public_id}/"' in page
    assert f'href="/@{work.creator.handle}/"' in page


@pytest.mark.parametrize("works", [1, 30])
def test_work_page_for_visitors_costs_two_queries(works: int, django_assert_num_queries: Any) -> None:
    work = in_a_row(works)[0]
    with django_assert_num_queries(2):
        assert get(work).status_code == 200


def test_work_page_of_other_people_asks_after_their_releases_too(django_assert_num_queries: Any) -> None:
    work = published(people="others", people_names=("Bo",), releases_stated=True)
    with django_assert_num_queries(3):
        assert "Ask to use this" in text(work)


@pytest.mark.parametrize("works", [1, 30])
def test_work_page_for_somebody_signed_in_costs_six_queries(works: int, django_assert_num_queries: Any) -> None:
    work = in_a_row(works)[0]
    member = brands.brand().memberships.get().user
    for user in (person(), member, work.creator.user):
        client = Client()
        client.force_login(user)
        # Two find out who asks, one what that person is here.
        with django_assert_num_queries(6):
            client.get(f"/w/{work.public_id}/")


@pytest.mark.parametrize("language", ["en", "da"])
def test_kept_page_is_the_page_that_is_drawn_whole(language: str) -> None:
    work = in_a_row(3)[0]
    paths = ("/", "/gallery/", "/gallery/?tag=harbor&q=b&shape=landscape", f"/@{work.creator.handle}/")
    token = re.compile(r'(csrfmiddlewaretoken" value="|X-CSRFToken": ")\w+')

    def read(path: str, **cookies: str) -> str:
        client = Client(headers={"accept-language": language})
        client.cookies.load(cookies)
        response = client.get(path)
        assert response.status_code == 200
        without_space = re.sub(r"\s+", " ", re.sub(r">\s+<", "><", response.content.decode()))
        return token.sub(r"\1", without_space)

    for path in (*paths, f"/w/{work.public_id}/"):
        # A cookie of waiting messages, whatever it says, makes the frame or the whole page be drawn anew.
        assert [read(path), read(path)] == [read(path, messages="?")] * 2


def test_work_page_after_its_creator_was_renamed_shows_the_new_name() -> None:
    work = published()
    assert "Ada Holm</a>" in text(work)
    Creator.objects.update(name="Ida Holm")
    assert "Ida Holm</a>" in text(work)


def test_kept_texts_of_an_older_template_are_drawn_anew(django_assert_num_queries: Any) -> None:
    work = published()
    Card.objects.update(template_hash="older", html_en="OLD", html_da="OLD")
    WorkPage.objects.update(fingerprint="older", html_en="OLD", html_da="OLD")

    assert "OLD" not in text(work) + Client().get("/gallery/").content.decode()

    assert not Card.objects.filter(html_en="OLD").exists()
    with django_assert_num_queries(2):
        assert "Harbor at dawn" in text(work)


def test_missing_kept_texts_are_drawn_when_asked_for() -> None:
    work = published()
    Card.objects.all().delete()
    WorkPage.objects.all().delete()

    assert "Harbor at dawn" in text(work)
    assert "Harbor at dawn" in Client().get("/gallery/").content.decode()
    assert (Card.objects.count(), WorkPage.objects.count()) == (1, 1)


def test_work_page_describes_the_picture_for_search_engines() -> None:
    work = published(description="Ends </script> here & there")

    [block] = re.findall(r'<script type="application/ld\+json">(.*?)</script>', text(work), re.DOTALL)

    page = f"{settings.SITE_URL}/w/{work.public_id}/"
    described = json.loads(block)
    assert described["@type"] == "ImageObject"
    assert described["description"] == "Ends </script> here & there"
    assert described["creditText"] == "© Ada Holm"
    assert described["creator"]["url"] == f"{settings.SITE_URL}/@{work.creator.handle}/"
    assert described["license"] == f"{page}#use"
    assert described["acquireLicensePage"] == f"{settings.SITE_URL}/licensing/ask/{work.public_id}/"
    assert described["thumbnailUrl"] == f"{settings.SITE_URL}{pictures.of(work).src}"
    assert (described["width"], described["height"]) == (640, 480)


def test_picture_for_other_sites_is_gone_when_the_work_is() -> None:
    work = published()
    [address] = re.findall(rf'property="og:image" content="{re.escape(settings.SITE_URL)}([^"]+)"', text(work))
    assert Client().get(address).status_code == 200

    actions.withdraw(submission=work, actor=work.creator.user, reason="", now=timezone.now())

    assert Client().get(address).status_code == 404


def test_work_page_of_rights_held_by_others_says_that_nobody_can_ask() -> None:
    work = published(rights_holder="employer", rights_holder_name="Fjord Ltd")
    for user in (None, person()):
        page = text(work, user)
        assert "Ask to use this" not in page
        assert "The rights in this work are not held by the person who submitted it" in page


def test_work_page_for_its_creator_leads_to_the_studio() -> None:
    work = published()
    page = text(work, work.creator.user)
    assert f"/studio/submissions/{work.public_id}/" in page
    assert "Ask to use this" not in page


def test_work_page_leads_moderators_alone_to_moderation() -> None:
    work = published()
    address = f"/moderation/{work.public_id}/"
    assert address in text(work, factories.moderator())
    assert address not in text(work, person())
    assert address not in text(work)


def test_work_page_shows_other_published_works_of_the_creator() -> None:
    [newest, older] = in_a_row(2)
    factories.submission(State.IN_REVIEW, creator=newest.creator)
    alone = published()

    link = '<a class="work-card__link" href="/w/'
    assert text(newest).count(link) == 1
    assert f"{link}{older.public_id}/" in text(newest)
    assert link not in text(alone)
    assert "More by" not in text(alone)


def test_work_page_shows_members_where_their_brand_stands_and_nobody_else() -> None:
    from licensing.tests import factories as licensing

    asked = licensing.request()
    work = asked.submission
    member = brands.owner(asked.brand).user

    page = text(work, member)

    assert f"/b/{asked.brand.slug}/requests/{asked.public_id}/" in page
    for user in (None, person(), brands.owner(brands.brand()).user, work.creator.user):
        assert asked.public_id not in text(work, user)
