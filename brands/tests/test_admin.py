from __future__ import annotations

import pytest
from django.test import Client
from django.utils import timezone

from accounts.tests.factories import person
from brands import actions
from brands.models import Role
from brands.tests.factories import brand, owner

pytestmark = pytest.mark.django_db


def test_admin_shows_no_digest_of_tokens_and_invitations(client: Client) -> None:
    of = brand()
    token, _ = actions.create_token(by=owner(of), name="Shop", now=timezone.now())
    invitation = actions.invite(by=owner(of), email="mia@example.com", role=Role.EDITOR, now=timezone.now())
    client.force_login(person(is_staff=True, is_superuser=True))

    shown = [
        client.get(f"/admin/brands/{path}/change/").content.decode()
        for path in (f"apitoken/{token.pk}", f"invitation/{invitation.pk}", f"brand/{of.pk}")
    ]

    assert "Shop" in shown[0]
    assert "mia@example.com" in shown[1]
    assert "Olga Owner" in shown[2]
    assert token.digest not in shown[0]
    assert invitation.token_digest not in shown[1]
