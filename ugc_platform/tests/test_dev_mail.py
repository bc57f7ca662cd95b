from __future__ import annotations

import os
import subprocess
import sys

import pytest
from django.core.mail import EmailMultiAlternatives
from django.test import Client, override_settings

from core.mail import CapturingBackend
from core.models import CapturedMail

SECRET = "0123456789abcdef" * 4
ASK = """
import django
django.setup()
from django.urls import Resolver404, resolve
try:
    print(resolve("/dev/mail/").view_name)
except Resolver404:
    print("absent")
"""


def keep(number: int = 1, to: str = "mia@example.com") -> None:
    body = f"Hello {number}\n\nhttps://example.com/a?b=1&c=2 <script>alert(1)</script>"
    CapturingBackend().send_messages([EmailMultiAlternatives(f"Mail {number}", body, "from@example.com", [to])])


@pytest.mark.slow
@pytest.mark.parametrize(
    ("kind", "answer"), [({"DEMO": "1"}, "captured_mail"), ({"DEBUG": "1"}, "captured_mail"), ({}, "absent")]
)
def test_mail_pages_exist_in_demo_and_debug_only(kind: dict[str, str], answer: str, tmp_path) -> None:
    environment = {key: value for key, value in os.environ.items() if key not in ("DEMO", "DEBUG", "TESTING")}
    environment |= {"DJANGO_SETTINGS_MODULE": "ugc_platform.settings", "SECRET_KEY": SECRET, "VAR_DIR": str(tmp_path)}
    found = subprocess.run([sys.executable, "-c", ASK], env=environment | kind, capture_output=True, text=True)
    assert found.stdout.strip() == answer, found.stderr


@pytest.mark.django_db
def test_mail_pages_are_absent_here(client: Client) -> None:
    assert client.get("/dev/mail/").status_code == 404


@pytest.mark.django_db
@override_settings(ROOT_URLCONF="ugc_platform.tests.mail_urls")
def test_mails_list_newest_first_by_key(client: Client) -> None:
    for number in range(25):
        keep(number)

    first = client.get("/dev/mail/")
    second = client.get(f"/dev/mail/?before={first.context['more']}")

    subjects = [mail.subject for mail in [*first.context["mails"], *second.context["mails"]]]
    assert subjects == [f"Mail {number}" for number in range(24, -1, -1)]


@pytest.mark.django_db
@override_settings(ROOT_URLCONF="ugc_platform.tests.mail_urls")
def test_mails_are_found_by_address(client: Client) -> None:
    keep(1)
    keep(2, to="ada@example.com")
    assert [mail.subject for mail in client.get("/dev/mail/?to=ADA").context["mails"]] == ["Mail 2"]
    assert client.get("/dev/mail/?before=nonsense").status_code == 200


@pytest.mark.django_db
@override_settings(ROOT_URLCONF="ugc_platform.tests.mail_urls")
def test_mail_shows_links_and_escapes_the_rest(client: Client) -> None:
    keep()
    html = client.get(f"/dev/mail/{CapturedMail.objects.get().pk}/").content.decode()
    assert '<a href="https://example.com/a?b=1&amp;c=2" rel="nofollow">' in html
    assert "<script>alert" not in html
