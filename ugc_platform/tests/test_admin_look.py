"""Admin is a part of this site: its name, its look, its language, and the way back."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import django.contrib.admin
import pytest
from django.conf import settings
from django.test import Client

from accounts.tests.factories import PASSWORD, person
from trail.models import Entry

pytestmark = pytest.mark.django_db

STYLES = Path(django.contrib.admin.__file__).parent / "static" / "admin" / "css"
OURS = (Path(settings.BASE_DIR) / "static" / "css" / "admin.css").read_text()
TOKENS = (Path(settings.BASE_DIR) / "static" / "css" / "tokens.css").read_text()


def defined_in(text: str) -> set[str]:
    return set(re.findall(r"^\s+(--[a-z-]+):", text, flags=re.MULTILINE))


@pytest.fixture
def boss(client: Client) -> Client:
    client.force_login(person("boss@example.com", is_staff=True, is_superuser=True))
    return client


def captions(html: str) -> list[str]:
    return [name.strip() for name in re.findall(r'<a href="[^"]+" class="section"[^>]*>([^<]+)</a>', html)]


def test_admin_has_our_name_and_a_way_back(boss: Client) -> None:
    html = boss.get("/admin/").content.decode()

    assert f"Back to {settings.SITE_NAME}</a>" in html
    assert f"<span>{settings.SITE_NAME}</span>" in html
    assert "Django administration" not in html
    assert "css/admin" in html
    assert "admin/js/theme" not in html


def test_admin_wears_the_look_that_was_chosen(boss: Client) -> None:
    boss.cookies["theme"] = "dark"

    assert "theme-dark" in boss.get("/admin/accounts/user/").content.decode()


def test_every_color_of_django_is_one_of_ours() -> None:
    assert defined_in((STYLES / "base.css").read_text()) - defined_in(OURS) == set()


def test_every_token_that_admin_uses_is_defined() -> None:
    used = set(re.findall(r"var\((--[a-z-]+)", OURS))

    assert used - defined_in(TOKENS) - defined_in(OURS) == set()


def test_each_name_in_admin_stands_there_once(boss: Client) -> None:
    found = captions(boss.get("/admin/").content.decode())

    assert {"People", "E-mail addresses", "Passkeys and second step", "Licensing", "Trail"} <= set(found)
    assert [name for name, times in Counter(found).items() if times > 1] == []


def test_names_in_admin_are_danish_for_danes(boss: Client) -> None:
    boss.cookies["django_language"] = "da"
    found = captions(boss.get("/admin/").content.decode())

    assert {"Personer", "E-mailadresser", "Adgangsnøgler og ekstra trin", "Licenser", "Logbog"} <= set(found)


def test_password_changes_where_it_is_recorded(boss: Client) -> None:
    before = Entry.objects.count()
    typed = {"old_password": PASSWORD, "new_password1": "a-new-one-for-admin", "new_password2": "a-new-one-for-admin"}

    assert boss.get("/admin/password_change/")["Location"] == "/accounts/password/change/"
    assert boss.post("/admin/password_change/", typed)["Location"] == "/accounts/password/change/"
    assert boss.login(email="boss@example.com", password="a-new-one-for-admin") is False
    assert Entry.objects.count() == before
