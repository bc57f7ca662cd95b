"""Where allauth's ways meet ours."""

from __future__ import annotations

import base64
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.reauthentication import get_reauthentication_flows
from allauth.core.exceptions import ImmediateHttpResponse, ReauthenticationRequired
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from cryptography.fernet import Fernet, MultiFernet
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts import age_gate, guessing, known_devices, reauthentication, second_step
from accounts.backends import may_be_here
from accounts.models import User

WAYS = {"reauthenticate": _("Use your password"), "mfa_reauthenticate:webauthn": _("Use your passkey")}
USE_APP, USE_RECOVERY_CODE = _("Use your authenticator app"), _("Use a recovery code")


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """The age gate, limits on guessing, the site's name in mails, and the language that the person chose."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "too_many_login_attempts": _(
            "Too many wrong tries. Wait a few minutes, sign in with a passkey, or set a new password by mail."
        ),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        if age_gate.is_closed(request):
            raise ImmediateHttpResponse(age_gate.explain(request))
        return True

    def get_reauthentication_methods(self, user: User | AnonymousUser) -> list[dict[str, str]]:
        """In our words, and naming what this person has: codes may be those of an app, or recovery codes alone.

        People who have nothing else here prove it at the service that they sign in with.
        """
        methods: list[dict[str, str]] = super().get_reauthentication_methods(user)
        if not isinstance(user, User):
            return methods
        for method in methods:
            by_code = USE_APP if second_step.has_app(user) else USE_RECOVERY_CODE
            method["description"] = str(WAYS.get(method["id"], by_code))
        return methods or [{"id": "elsewhere", "description": "", "url": reverse(reauthentication.ELSEWHERE)}]

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """allauth takes those people's word for it; they are asked as well."""
        required: bool = super().is_reauthentication_required(app=app, **kwargs)
        only_elsewhere = required and not get_reauthentication_flows(self.request.user)
        if only_elsewhere and not reauthentication.is_recent(self.request, now=timezone.now()):
            raise ReauthenticationRequired
        return required

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:
        """allauth counts for the account alone, so that five guesses from anywhere lock its owner out."""
        key = super()._get_login_attempts_cache_key(request, **credentials)
        return f"{key}:{guessing.place(request, credentials.get('email', ''))}"

    def _delete_login_attempts_cached_email(self, request: HttpRequest, **credentials: Any) -> None:
        super()._delete_login_attempts_cached_email(request, **credentials)
        guessing.forgive(credentials["email"])

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        if guessing.is_held_off(request, credentials.get("email", "")):
            raise self.validation_error("too_many_login_attempts")
        super().pre_authenticate(request, **credentials)

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        guessing.count_wrong_password(credentials.get("email", ""))

    def pre_login(self, request: HttpRequest, user: User, **kwargs: Any) -> HttpResponse | None:
        if not may_be_here(user):
            return self.respond_user_inactive(request, user)  # type: ignore[no-any-return]
        return super().pre_login(request, user, **kwargs)  # type: ignore[no-any-return]

    def login(self, request: HttpRequest, user: User) -> None:
        super().login(request, user)
        reauthentication.take_up(request)

    def logout(self, request: HttpRequest) -> None:
        reauthentication.lay_aside(request)
        super().logout(request)

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        guessing.count_mail(self.request, email)
        super().send_mail(template_prefix, email, {"site_name": settings.SITE_NAME, **context})

    def post_login(self, request: HttpRequest, user: User, **kwargs: Any) -> HttpResponse:
        response: HttpResponse = super().post_login(request, user, **kwargs)
        response.set_cookie(
            settings.LANGUAGE_COOKIE_NAME,
            user.language,
            max_age=settings.LANGUAGE_COOKIE_AGE,
            samesite="Lax",
            secure=settings.SESSION_COOKIE_SECURE,
        )
        known_devices.remember(response, user)
        return response


class MfaAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """Keys of authenticator apps and recovery codes are encrypted: a copy of the database is no second factor."""

    def _get_site_name(self) -> str:
        return str(settings.SITE_NAME)

    def generate_authenticator_name(self, user: User, type: str) -> str:
        number = Authenticator.objects.filter(user=user, type=type).count() + 1
        return gettext("Passkey %(number)s") % {"number": number}

    def encrypt(self, text: str) -> str:
        return _cipher().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return _cipher().decrypt(encrypted_text.encode()).decode()


def _cipher() -> MultiFernet:
    """Old secret keys still open what they closed."""
    return MultiFernet(Fernet(_key(secret)) for secret in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS))


def _key(secret: str) -> bytes:
    derived = HKDF(algorithm=hashes.SHA256(), length=32, salt=None, info=b"accounts.mfa").derive(secret.encode())
    return base64.urlsafe_b64encode(derived)
