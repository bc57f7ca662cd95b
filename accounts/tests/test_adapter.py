from __future__ import annotations

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.test import override_settings

from accounts.adapter import MfaAdapter
from accounts.tests.factories import person


@pytest.mark.django_db
def test_key_of_an_authenticator_app_is_encrypted_in_the_database() -> None:
    secret = generate_totp_secret()
    TOTP.activate(person(), secret)
    stored = Authenticator.objects.get().data["secret"]
    assert secret not in stored
    assert MfaAdapter().decrypt(stored) == secret


def test_decrypt_after_the_secret_key_changed_uses_the_old_one() -> None:
    closed = MfaAdapter().encrypt("key")
    with override_settings(SECRET_KEY="new", SECRET_KEY_FALLBACKS=["development-only-secret-never-for-real-people"]):
        assert MfaAdapter().decrypt(closed) == "key"
