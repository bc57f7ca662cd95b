from __future__ import annotations

import json
import re
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from allauth.account.models import EmailAddress
from django.apps import apps
from django.core import mail
from django.db import DatabaseError, connection
from django.test import Client
from django.utils import timezone

from accounts.models import User
from accounts.tests.factories import PASSWORD, person
from trail.models import Entry, SealedValue

pytestmark = pytest.mark.django_db

URL = "/accounts/signup/"


def typed(**changes: str) -> dict[str, str]:
    return {
        "name": "Mia Berg",
        "email": "mia@example.com",
        "password1": "salt wind over Skagen",
        "date_of_birth_day": "7",
        "date_of_birth_month": "3",
        "date_of_birth_year": "1990",
    } | changes


def born_years_ago(years: int, days: int = 0) -> dict[str, str]:
    today = timezone.now().date()
    born = today.replace(year=today.year - years) + timedelta(days=days)
    return {
        "date_of_birth_day": str(born.day),
        "date_of_birth_month": str(born.month),
        "date_of_birth_year": str(born.year),
    }


def sign_up(client: Client, **changes: str) -> Any:
    return client.post(URL, typed(**changes))


def code_in_mail() -> str:
    found = re.search(r"^([A-Z0-9]{3,4}-?[A-Z0-9]{3,4})$", str(mail.outbox[-1].body), re.MULTILINE)
    assert found is not None
    return found[1]


def assert_nothing_kept(client: Client) -> None:
    assert (User.objects.count(), Entry.objects.count(), len(mail.outbox)) == (0, 0, 0)
    assert "sessionid" not in client.cookies or client.cookies["sessionid"].value == ""


def test_signup_page_asks_in_three_parts_that_browsers_know(client: Client) -> None:
    html = client.get(URL).content.decode()
    assert re.findall(r'autocomplete="(bday-\w+)"', html) == ["bday-day", "bday-month", "bday-year"]
    assert "terms" not in html.lower()


def test_signup_makes_an_account_that_waits_for_its_address(client: Client) -> None:
    response = sign_up(client)

    assert response["Location"] == "/accounts/confirm-email/"
    user = User.objects.get()
    assert (user.name, user.email, user.language) == ("Mia Berg", "mia@example.com", "en")
    assert user.check_password("salt wind over Skagen")
    assert not EmailAddress.objects.get(user=user).verified
    assert "_auth_user_id" not in client.session
    assert [message.to for message in mail.outbox] == [["mia@example.com"]]


def test_signup_records_the_age_band_and_seals_the_date(client: Client) -> None:
    sign_up(client)

    user = User.objects.get()
    entry = Entry.objects.get(kind="account.registered")
    assert (entry.actor, entry.subject, entry.topic) == (user.public_id,) * 3
    assert entry.facts == {"sixteen_or_over": True, "via": "password"}
    sealed = {value.name: json.loads(value.value or "") for value in SealedValue.objects.filter(entry=entry)}
    assert sealed == {"date_of_birth": "1990-03-07", "email": "mia@example.com", "name": "Mia Berg"}
    assert set(SealedValue.objects.values_list("person", flat=True)) == {user.public_id}


def test_signup_keeps_the_date_of_birth_in_no_other_table(client: Client) -> None:
    sign_up(client)

    assert SealedValue.objects.filter(value__contains="1990-03-07").exists()
    for model in apps.get_models():
        if model is SealedValue:
            continue
        for row in model._default_manager.values():
            assert "1990" not in str(row), model


def test_confirm_code_from_mail_signs_in_and_leads_on(client: Client) -> None:
    sign_up(client)

    response = client.post("/accounts/confirm-email/", {"code": code_in_mail()})

    assert response["Location"] == "/welcome/"
    assert client.session["_auth_user_id"] == str(User.objects.get().pk)
    assert EmailAddress.objects.get().verified


def test_sign_in_before_the_address_is_confirmed_asks_for_the_code(client: Client) -> None:
    sign_up(client)
    other = Client()

    response = other.post("/accounts/login/", {"login": "mia@example.com", "password": "salt wind over Skagen"})

    assert response["Location"] == "/accounts/confirm-email/"
    assert "_auth_user_id" not in other.session


@pytest.mark.parametrize("days", [0, -1])
def test_signup_at_sixteen_is_welcome(client: Client, days: int) -> None:
    sign_up(client, **born_years_ago(16, days))
    assert User.objects.count() == 1


def test_signup_under_sixteen_explains_and_keeps_nothing(client: Client) -> None:
    response = sign_up(client, **born_years_ago(16, 1))

    assert response.status_code == 403
    assert "accounts/too_young.html" in [template.name for template in response.templates]
    assert_nothing_kept(client)
    cookie = client.cookies["too_young"]
    assert (cookie["httponly"], cookie["samesite"], cookie["max-age"]) == (True, "Lax", 86400)
    assert cookie.value.startswith("1:")


def test_signup_with_another_year_from_the_same_browser_is_stopped_for_a_day(client: Client) -> None:
    sign_up(client, **born_years_ago(12))

    assert client.get(URL).status_code == 403
    assert sign_up(client).status_code == 403
    assert_nothing_kept(client)
    with time_machine.travel(timezone.now() + timedelta(days=1, seconds=1)):
        assert client.get(URL).status_code == 200
    assert Client().get(URL).status_code == 200


def test_signup_with_a_forged_cookie_is_not_stopped(client: Client) -> None:
    client.cookies["too_young"] = "1"
    assert client.get(URL).status_code == 200


@pytest.mark.parametrize(
    ("year", "message"),
    [
        ("2990", "Your date of birth must be in the past."),
        ("1850", "Check the year of your date of birth."),
        ("x", "Enter a real date in numbers, such as 27 3 1990."),
        ("", "Enter day, month and year."),
    ],
)
def test_signup_with_an_impossible_date_says_so_at_the_field(client: Client, year: str, message: str) -> None:
    response = sign_up(client, date_of_birth_year=year)

    assert response.status_code == 200
    assert response.context["form"].errors == {"date_of_birth": [message]}
    assert User.objects.count() == 0
    assert "too_young" not in client.cookies


@pytest.mark.parametrize("password", ["short", "password1234", "19283746501928", "mia@example.com"])
def test_signup_with_a_weak_password_is_refused(client: Client, password: str) -> None:
    response = sign_up(client, password1=password)
    assert set(response.context["form"].errors) == {"password1"}
    assert User.objects.count() == 0


def test_signup_with_a_known_address_looks_the_same_and_tells_its_owner(client: Client) -> None:
    person("mia@example.com")
    known = sign_up(client)
    told = mail.outbox[-1]
    unknown = sign_up(Client(), email="new@example.com")

    assert (known.status_code, known["Location"]) == (unknown.status_code, unknown["Location"])
    assert client.get("/accounts/confirm-email/").status_code == 200
    assert told.to == ["mia@example.com"]
    assert "already" in told.body
    assert Entry.objects.filter(kind="account.registered").count() == 1


def test_code_page_is_the_same_for_a_known_address(client: Client) -> None:
    person("mia@example.com")
    known, unknown = client, Client()
    sign_up(known, email="mia@example.com")
    sign_up(unknown, email="new@example.com")

    def page(of: Client, email: str) -> str:
        html = of.get("/accounts/confirm-email/").content.decode().replace(email, "…")
        return re.sub(r'(csrfmiddlewaretoken" value=|X-CSRFToken": )"[^"]*"', "", html)

    shown = page(known, "mia@example.com")
    assert "Use another address" in shown
    assert shown == page(unknown, "new@example.com")
    for of in (known, unknown):
        response = of.post("/accounts/confirm-email/", {"action": "change", "email": "other@example.com"})
        assert set(response.context["form"].errors) == {"code"}
    for of in (known, unknown):
        response = of.post("/accounts/logout/", {"next": "/accounts/signup/"})
        assert response["Location"] == "/accounts/signup/"
        assert of.get("/accounts/signup/").status_code == 200


def test_reset_password_of_an_unknown_address_looks_the_same(client: Client) -> None:
    person("mia@example.com")
    known = client.post("/accounts/password/reset/", {"email": "mia@example.com"})
    unknown = client.post("/accounts/password/reset/", {"email": "nobody@example.com"})
    assert (known.status_code, known["Location"]) == (unknown.status_code, unknown["Location"])


def test_sign_in_with_unknown_address_or_wrong_password_says_the_same(client: Client) -> None:
    person("mia@example.com")
    answers = [
        client.post("/accounts/login/", {"login": email, "password": "wrong wrong wrong"}).context["form"].errors
        for email in ("mia@example.com", "nobody@example.com")
    ]
    assert answers[0] == answers[1] != {}


def test_fail_to_record_makes_no_account(client: Client) -> None:
    """What the database refuses in the middle leaves nothing behind."""

    def refuse_entries(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if sql.startswith('INSERT INTO "trail_entry"'):
            raise DatabaseError("disk full")
        return execute(sql, params, many, context)

    with connection.execute_wrapper(refuse_entries), pytest.raises(DatabaseError):
        sign_up(client)
    assert (User.objects.count(), EmailAddress.objects.count()) == (0, 0)


def test_sign_in_sets_the_language_that_the_person_chose(client: Client) -> None:
    person("mia@example.com", language="da")
    client.post("/accounts/login/", {"login": "mia@example.com", "password": PASSWORD})
    assert client.cookies["django_language"].value == "da"
