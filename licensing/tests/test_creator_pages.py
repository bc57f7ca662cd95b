from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from accounts.models import User
from accounts.tests.factories import PASSWORD, person
from brands.models import Brand
from creators.tests.factories import creator as new_creator
from licensing import actions
from licensing.models import License, LicenseRequest
from licensing.states import LicenseState, RequestState
from licensing.tests import factories
from licensing.tests.sample_terms import terms
from licensing.tests.test_brand_pages import queries_of, signed_in
from submissions import actions as submission_actions
from submissions.tests.factories import submission
from trail.models import Entry

pytestmark = pytest.mark.django_db


def creator_of(asked: LicenseRequest) -> User:
    return asked.submission.creator.user


def sign_url(asked: LicenseRequest) -> str:
    return f"/studio/requests/{asked.public_id}/sign/"


def opened(asked: LicenseRequest, client: Client) -> dict[str, str]:
    """Walk to the page with the text, as a browser does; the hidden fields of its form."""
    assert "/accounts/reauthenticate/" in client.get(sign_url(asked))["Location"]
    again = client.post(f"/accounts/reauthenticate/?next={sign_url(asked)}", {"password": PASSWORD})
    assert again["Location"] == sign_url(asked)
    text = client.get(sign_url(asked)).content.decode()
    hidden = {name: text.split(f'name="{name}" value="')[1].split('"')[0] for name in ("offer_hash", "text_hash")}
    return hidden | {"agreed": "on"}


def test_request_page_shows_the_deed_the_terms_and_who_asks() -> None:
    asked = factories.request()
    Brand.objects.filter(pk=asked.brand_id).update(website="https://nordlys.example")
    client = signed_in(creator_of(asked))

    text = client.get(f"/studio/requests/{asked.public_id}/").content.decode()

    for part in ("They may", "They must", "They may not", "If you change your mind", "https://nordlys.example"):
        assert part in text
    assert "We love your boat." in text
    assert "DKK" in text
    asked.refresh_from_db()
    assert asked.state == RequestState.SEEN


def test_decline_in_one_tap_is_remembered() -> None:
    asked = factories.request()
    client = signed_in(creator_of(asked))
    address = f"/studio/requests/{asked.public_id}/"

    for _ in range(2):
        response = client.post(address + "decline/", {"reason": "Not for me"}, follow=True)

    asked.refresh_from_db()
    assert asked.state == RequestState.DECLINED
    assert "cannot ask for the same again" in response.content.decode()
    assert Entry.objects.filter(kind="request.declined").count() == 1


def test_get_never_grants_or_declines() -> None:
    asked = factories.request()
    client = signed_in(creator_of(asked))
    assert client.get(f"/studio/requests/{asked.public_id}/decline/").status_code == 405
    client.get(sign_url(asked))
    asked.refresh_from_db()
    assert asked.state == RequestState.SENT


def test_grant_needs_a_sign_in_then_is_confirmed_with_its_number() -> None:
    asked = factories.request()
    client = signed_in(creator_of(asked))

    response = client.post(sign_url(asked), opened(asked, client), follow=True)

    license = License.objects.get()
    text = response.content.decode()
    assert license.number in text
    assert "What happens next" in text
    assert "revoke it at any time" in text
    evidence = license.evidence
    assert (evidence.method, evidence.detail) == ("reauthentication", "password")
    assert evidence.text.startswith("License for “")
    assert factories.rows_match()


def test_grant_replayed_is_one_license() -> None:
    asked = factories.request()
    client = signed_in(creator_of(asked))
    posted = opened(asked, client)

    places = {client.post(sign_url(asked), posted)["Location"] for _ in range(3)}

    assert places == {f"/studio/licenses/{License.objects.get().public_id}/granted/"}
    assert client.get(sign_url(asked)).status_code == 302


def test_grant_with_an_old_sign_in_asks_again() -> None:
    asked = factories.request()
    client = signed_in(creator_of(asked))
    posted = opened(asked, client)
    session = client.session
    for record in session["account_authentication_methods"]:
        record["at"] -= 3600
    session.save()

    response = client.post(sign_url(asked), posted)

    assert "/accounts/reauthenticate/" in response["Location"]
    assert not License.objects.exists()


def test_grant_without_the_tick_is_refused() -> None:
    asked = factories.request()
    client = signed_in(creator_of(asked))

    response = client.post(sign_url(asked), opened(asked, client) | {"agreed": ""})

    assert response.status_code == 422
    assert "Tick the box" in response.content.decode()
    assert not License.objects.exists()


@pytest.mark.parametrize("moved", ["offer_hash", "text_hash"])
def test_grant_of_what_has_moved_is_a_conflict(moved: str) -> None:
    asked = factories.request()
    client = signed_in(creator_of(asked))

    response = client.post(sign_url(asked), opened(asked, client) | {moved: "0" * 64})

    assert response.status_code == 409
    assert "Nothing was signed" in response.content.decode()
    assert not License.objects.exists()


def test_grant_after_the_brand_was_renamed_is_a_conflict() -> None:
    asked = factories.request()
    client = signed_in(creator_of(asked))
    posted = opened(asked, client)
    Brand.objects.filter(pk=asked.brand_id).update(name="Another name")

    assert client.post(sign_url(asked), posted).status_code == 409
    assert not License.objects.exists()


def test_grant_after_withdrawal_of_request_or_work_is_a_conflict() -> None:
    asked, other = factories.request(), factories.request()
    for one, act in (
        (
            asked,
            lambda: actions.withdraw_request(request=asked, actor=factories.owner(asked.brand), now=timezone.now()),
        ),
        (
            other,
            lambda: submission_actions.withdraw(
                submission=other.submission, actor=creator_of(other), reason="", now=timezone.now()
            ),
        ),
    ):
        client = signed_in(creator_of(one))
        posted = opened(one, client)
        act()
        assert client.post(sign_url(one), posted).status_code == 409
    assert not License.objects.exists()


def test_request_that_overlaps_an_exclusive_says_so_before_signing() -> None:
    work = submission()
    factories.license(submission=work, terms=terms(exclusivity={"kind": "exclusive", "category": "Shoes"}))
    asked = factories.request(submission=work)

    text = signed_in(work.creator.user).get(f"/studio/requests/{asked.public_id}/").content.decode()

    assert "exclusive license" in text
    assert sign_url(asked) not in text


def test_signing_page_is_never_framed_or_cached() -> None:
    asked = factories.request()
    client = signed_in(creator_of(asked))
    opened(asked, client)

    for address in (sign_url(asked), f"/studio/requests/{asked.public_id}/"):
        response = client.get(address)
        assert response["X-Frame-Options"] == "DENY"
        assert "frame-ancestors 'none'" in response["Content-Security-Policy"]


def test_signing_in_danish_keeps_danish_evidence() -> None:
    asked = factories.request()
    client = signed_in(creator_of(asked))
    client.cookies["django_language"] = "da"

    client.post(sign_url(asked), opened(asked, client))

    evidence = License.objects.get().evidence
    assert (evidence.language, evidence.text[:10]) == ("da", "Licens til")


def test_revoke_shows_what_follows_then_ends_it() -> None:
    license = factories.license()
    factories.use(license=license, place="Window of shop 7")
    client = signed_in(license.licensor.user)
    address = f"/studio/licenses/{license.public_id}/revoke/"

    text = client.get(address).content.decode()
    assert "Window of shop 7" in text
    assert License.objects.get().state == LicenseState.ACTIVE
    assert client.post(address, {"reason": ""}).status_code == 422
    client.post(address, {"reason": "Wrong shoes"})
    replay = client.post(address, {"reason": "Wrong shoes"})

    assert License.objects.get().state == LicenseState.REVOKED
    assert Entry.objects.filter(kind="license.revoked").count() == 1
    assert replay.status_code in (302, 409)
    brand_page = signed_in(factories.owner(license.licensee)).get(
        f"/b/{license.licensee.slug}/licenses/{license.public_id}/"
    )
    assert "Wrong shoes" in brand_page.content.decode()


def test_revoke_of_what_cannot_be_revoked_is_refused() -> None:
    license = factories.license(terms=terms(revocation={"allowed": False}))
    client = signed_in(license.licensor.user)
    address = f"/studio/licenses/{license.public_id}/"

    assert "revoke/" not in client.get(address).content.decode()
    assert client.get(address + "revoke/").status_code == 403
    assert client.post(address + "revoke/", {"reason": "No"}).status_code == 403
    assert License.objects.get().state == LicenseState.ACTIVE


def test_pages_of_another_creator_are_not_found() -> None:
    license = factories.license()
    asked = factories.request()
    recorded = Entry.objects.count()
    strangers = [new_creator().user, new_creator(user=factories.owner(asked.brand)).user]
    strangers.append(new_creator(user=person(is_staff=True, is_superuser=True)).user)
    for user in strangers:
        client = signed_in(user)
        recorded_for: list[Any] = []
        for address in (
            f"/studio/requests/{asked.public_id}/",
            sign_url(asked),
            f"/studio/licenses/{license.public_id}/",
            f"/studio/licenses/{license.public_id}/granted/",
            f"/studio/licenses/{license.public_id}/revoke/",
        ):
            recorded_for.append(client.get(address).status_code)
        for address in (
            f"/studio/requests/{asked.public_id}/decline/",
            sign_url(asked),
            f"/studio/licenses/{license.public_id}/revoke/",
        ):
            recorded_for.append(client.post(address, {"reason": "x", "agreed": "on"}).status_code)
        assert recorded_for == [404] * 8
    assert Entry.objects.filter(topic__startswith="sub_").count() <= recorded
    assert License.objects.get().state == LicenseState.ACTIVE


def test_pages_without_sign_in_lead_to_it() -> None:
    asked = factories.request()
    for address in ("/studio/requests/", f"/studio/requests/{asked.public_id}/", sign_url(asked), "/studio/licenses/"):
        assert Client().get(address)["Location"].startswith("/accounts/login/")


def test_list_pages_have_a_constant_number_of_queries() -> None:
    maker = new_creator()
    client = signed_in(maker.user)
    work = submission(creator=maker)
    factories.license(submission=work)
    addresses = ["/studio/requests/?show=answered", "/studio/licenses/?show=all"]
    before = [queries_of(client, address) for address in addresses]

    for _ in range(29):
        factories.license(submission=work)

    assert [queries_of(client, address) for address in addresses] == before
    assert client.get(addresses[1]).content.decode().count('class="row-card"') == 24


def test_empty_lists_say_what_to_do() -> None:
    client = signed_in(new_creator().user)
    assert "Nothing waits for you" in client.get("/studio/requests/").content.decode()
    assert "You have granted no license" in client.get("/studio/licenses/").content.decode()
