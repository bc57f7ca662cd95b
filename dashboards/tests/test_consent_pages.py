from __future__ import annotations

import pytest
from django.test import Client
from django.utils import timezone

from accounts.models import User
from accounts.tests.factories import person
from consent import actions
from consent.models import Record
from creators.tests.factories import creator
from submissions.tests.factories import submission

pytestmark = pytest.mark.django_db


def given(user: User, subject: str = "sub_1", language: str = "en") -> Record:
    notice = actions.current_notice("submission", language)
    return actions.give(person=user, notice=notice, subject=subject, method="session", now=timezone.now())


def test_consents_without_any_say_what_will_be_here(client: Client) -> None:
    client.force_login(person())
    assert "No consents yet" in client.get("/studio/consents/").content.decode()


def test_consents_show_own_ones_only(client: Client) -> None:
    user = person()
    mine, other = given(user, "sub_mine"), given(person(), "sub_other")
    client.force_login(user)

    html = client.get("/studio/consents/").content.decode()

    assert mine.public_id in html
    assert f'href="/studio/consents/{mine.public_id}/withdraw/"' in html
    assert other.public_id not in html
    assert client.get(f"/studio/consents/{other.public_id}/").status_code == 404


def test_consent_shows_the_exact_words_in_the_language_agreed_to(client: Client) -> None:
    user = person()
    record = given(user, language="da")
    client.force_login(user)

    html = client.get(f"/studio/consents/{record.public_id}/").content.decode()

    assert '<div class="prose" lang="da">' in html
    for block in record.notice.blocks:
        for line in block.lines:
            assert line in html
    assert record.notice.text_hash in html


def test_withdrawn_consent_says_when(client: Client) -> None:
    user = person()
    record = given(user)
    actions.withdraw(record=record, actor=user, now=timezone.now())
    client.force_login(user)

    html = client.get("/studio/consents/").content.decode()

    assert "withdrawn on" in html
    assert "/withdraw/" not in html
    assert "/withdraw/" not in client.get(f"/studio/consents/{record.public_id}/").content.decode()


def test_consents_name_the_work_that_each_is_about(client: Client) -> None:
    by = creator()
    harbor, mittens = submission(creator=by, title="Harbor"), submission(creator=by, title="Mittens")
    client.force_login(by.user)

    response = client.get("/studio/consents/")

    assert [row.work for row in response.context["rows"]] == [mittens, harbor]
    html = response.content.decode()
    for work in (harbor, mittens):
        assert f'<a href="/studio/submissions/{work.public_id}/">{work.title}</a>' in html
        assert f'href="/studio/consents/{work.notice_record.public_id}/"' in html


def test_consent_names_its_work_and_how_to_withdraw(client: Client) -> None:
    work = submission(title="Harbor")
    client.force_login(work.creator.user)

    html = client.get(f"/studio/consents/{work.notice_record.public_id}/").content.decode()

    assert f'<a href="/studio/submissions/{work.public_id}/">Harbor</a>' in html
    assert f'href="/studio/consents/{work.notice_record.public_id}/withdraw/"' in html


def test_consents_page_by_key(client: Client) -> None:
    user = person()
    records = [given(user, f"sub_{number}") for number in range(25)]
    client.force_login(user)

    first = client.get("/studio/consents/")
    second = client.get(f"/studio/consents/{first.context['next_url']}")

    shown = [row.record for row in [*first.context["rows"], *second.context["rows"]]]
    assert shown == records[::-1]
    assert second.context["next_url"] == ""


@pytest.mark.parametrize("rows", [1, 20])
def test_consents_take_the_same_queries_for_any_number(rows: int, client: Client, django_assert_num_queries) -> None:
    by = creator()
    for _ in range(rows):
        submission(creator=by)
    client.force_login(by.user)
    with django_assert_num_queries(7):
        client.get("/studio/consents/")


def test_consents_signed_out_lead_to_sign_in(client: Client) -> None:
    assert client.get("/studio/consents/")["Location"] == "/accounts/login/?next=/studio/consents/"
