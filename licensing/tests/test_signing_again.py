"""The sign-in with which a creator signs: for one license, by a way that has been theirs for a day."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.test import Client
from django.utils import timezone

from accounts.reauthentication import Proof
from accounts.tests.factories import PASSWORD
from accounts.tests.test_reauthentication import totp_code
from accounts.tests.test_taking_over import NEW_PASSWORD, reset_password
from core.errors import NotAllowed
from core.models import Job
from licensing import shown
from licensing.models import License, LicenseRequest
from licensing.states import RequestState
from licensing.tests import factories
from licensing.tests.test_brand_pages import signed_in
from licensing.tests.test_creator_pages import creator_of, opened, sign_url
from submissions.tests.factories import submission
from trail.models import Entry

pytestmark = pytest.mark.django_db


def assert_not_signed(asked: LicenseRequest) -> None:
    asked.refresh_from_db()
    assert asked.state in {RequestState.SENT, RequestState.SEEN}
    assert not License.objects.exists()
    assert not Entry.objects.filter(kind="license.granted").exists()
    assert not Job.objects.filter(kind__startswith="licensing").exists()


def test_password_that_was_reset_signs_nothing_for_a_day() -> None:
    asked = factories.request()
    user, mallory = creator_of(asked), Client()
    reset_password(mallory, user)
    mallory.post("/accounts/login/", {"login": user.email, "password": NEW_PASSWORD})

    page = mallory.get(sign_url(asked))
    mallory.post(f"/accounts/reauthenticate/?next={sign_url(asked)}", {"password": NEW_PASSWORD})
    again = mallory.get(sign_url(asked))
    posted = mallory.post(sign_url(asked), form_of(asked))

    assert page.status_code == again.status_code == posted.status_code == 403
    assert "You can sign from" in page.content.decode()
    assert_not_signed(asked)


def test_password_that_was_reset_signs_a_day_later() -> None:
    asked = factories.request()
    user, client = creator_of(asked), Client()
    reset_password(client, user)

    with time_machine.travel(timezone.now() + timedelta(hours=24, seconds=1)):
        client.post("/accounts/login/", {"login": user.email, "password": NEW_PASSWORD})
        client.get(sign_url(asked))
        client.post(f"/accounts/reauthenticate/?next={sign_url(asked)}", {"password": NEW_PASSWORD})
        assert client.get(sign_url(asked)).status_code == 200


def test_app_of_today_leads_to_the_password_which_signs() -> None:
    asked = factories.request()
    user = creator_of(asked)
    client = signed_in(user)
    secret = generate_totp_secret()
    TOTP.activate(user, secret)
    client.get(sign_url(asked))

    client.post("/accounts/2fa/reauthenticate/", {"code": totp_code(secret)})
    by_app = client.get(sign_url(asked))

    assert by_app["Location"].startswith("/accounts/reauthenticate/?next=")
    client.post("/accounts/reauthenticate/", {"password": PASSWORD})
    assert client.get(sign_url(asked)).status_code == 200


def test_app_that_is_gone_proves_nothing() -> None:
    asked = factories.request()
    user = creator_of(asked)
    client = signed_in(user)
    secret = generate_totp_secret()
    app = TOTP.activate(user, secret).instance
    client.get(sign_url(asked))
    client.post("/accounts/2fa/reauthenticate/", {"code": totp_code(secret)})

    app.delete()

    assert client.get(sign_url(asked))["Location"].startswith("/accounts/reauthenticate/?next=")


def test_password_changed_with_the_old_one_signs_at_once() -> None:
    asked = factories.request()
    client = signed_in(creator_of(asked))
    client.post("/accounts/password/change/", {"oldpassword": PASSWORD, "password1": NEW_PASSWORD})
    client.get(sign_url(asked))

    client.post("/accounts/reauthenticate/", {"password": NEW_PASSWORD})

    assert client.get(sign_url(asked)).status_code == 200


def test_grant_by_a_way_that_is_new_is_refused_by_the_act_itself() -> None:
    asked = factories.request()
    now = timezone.now()
    with pytest.raises(NotAllowed) as refused:
        factories.grant(asked, proof=Proof("webauthn", now, new_until=now + timedelta(seconds=1)))
    assert refused.value.code == "way_is_new"
    assert_not_signed(asked)


@pytest.mark.parametrize("first", [True, False], ids=["the others afterwards", "the others first"])
def test_one_sign_in_signs_one_license(first: bool) -> None:
    """Three pages opened, one sign-in, three forms sent: as somebody does who finds a creator's browser."""
    asked = factories.request()
    others = [factories.request(submission=submission(creator=asked.submission.creator)) for _ in range(2)]
    client = signed_in(creator_of(asked))
    for other in others:
        client.get(sign_url(other))
    posted = opened(asked, client)
    if first:
        assert client.post(sign_url(asked), posted)["Location"].endswith("/granted/")

    answers = [client.post(sign_url(other), form_of(other)) for other in others]

    assert ["/accounts/reauthenticate/" in answer["Location"] for answer in answers] == [True, True]
    assert Entry.objects.filter(kind="license.granted").count() == License.objects.count() == int(first)
    assert not License.objects.exclude(request=asked).exists()


def form_of(asked: LicenseRequest) -> dict[str, str]:
    text_hash = shown.to_sign(asked, asked.current_offer, "en").hash
    return {"offer_hash": asked.current_offer.terms_hash, "text_hash": text_hash, "agreed": "on"}
