"""Pages about one's own account that allauth does not have."""

from __future__ import annotations

from allauth.account import views as allauth_views
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import check_for_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from django.views.i18n import set_language as set_language_cookie

from accounts import actions, reauthentication, zones
from accounts.access import user_of
from accounts.forms.settings import NameForm, TimeZoneForm
from accounts.models import User
from core.forgery import open_to_visitors


@login_required
def overview(request: HttpRequest) -> HttpResponse:
    """Everything about one's account on one page, each part with the way to change it."""
    user = user_of(request)
    form = NameForm(request.POST or None, initial={"name": user.name})
    if request.method == "POST" and form.is_valid():
        actions.rename(user=user, name=form.cleaned_data["name"], now=timezone.now())
        messages.success(request, _("Your name is saved."))
        return redirect("account_overview")
    return _show(request, form, _zone_form(request))


@login_required
@require_POST
def choose_time_zone(request: HttpRequest) -> HttpResponse:
    user = user_of(request)
    form = _zone_form(request)
    if not form.is_valid():
        return _show(request, NameForm(initial={"name": user.name}), form)
    actions.choose_time_zone(user=user, time_zone=form.cleaned_data["time_zone"])
    messages.success(request, _("Your time zone is saved."))
    return redirect("account_overview")


def _zone_form(request: HttpRequest) -> TimeZoneForm:
    typed = request.POST if "time_zone" in request.POST else None
    initial = {"time_zone": user_of(request).time_zone}
    return TimeZoneForm(typed, initial=initial, in_browser=zones.in_browser(request))


def _show(request: HttpRequest, form: NameForm, zone_form: TimeZoneForm) -> HttpResponse:
    context = {"form": form, "zone_form": zone_form, "now": timezone.now(), **_security_of(user_of(request))}
    return render(request, "accounts/overview.html", context)


def _security_of(user: User) -> dict[str, object]:
    kinds = list(Authenticator.objects.filter(user=user).values_list("type", flat=True))
    return {
        "addresses": EmailAddress.objects.filter(user=user).order_by("-primary", "email"),
        "has_password": user.has_usable_password(),
        "passkeys": kinds.count(Authenticator.Type.WEBAUTHN),
        "has_app": Authenticator.Type.TOTP in kinds,
        "has_recovery_codes": Authenticator.Type.RECOVERY_CODES in kinds,
        "sessions": len(UserSession.objects.purge_and_list(user)),
        "services": SocialAccount.objects.filter(user=user).count(),
        "services_offered": bool(settings.SOCIAL_PROVIDERS),
    }


@login_required
def again(request: HttpRequest) -> HttpResponse:
    """For people who sign in with another service only: sign in there once more, or choose a password here."""
    next_url = request.GET.get("next", "")
    if not url_has_allowed_host_and_scheme(next_url, allowed_hosts=None):
        next_url = settings.LOGIN_REDIRECT_URL
    return render(request, "accounts/again.html", {"next_url": next_url})


@login_required
def choose_password(request: HttpRequest) -> HttpResponse:
    """allauth's page for people without a password, which asks them for nothing: first they prove what they have."""
    now = timezone.now()
    if not user_of(request).has_usable_password() and not reauthentication.is_recent(request, now=now):
        return reauthentication.ask(request, request.get_full_path(), now=now)
    return allauth_views.password_set(request)  # type: ignore[no-any-return]


@open_to_visitors
def set_language(request: HttpRequest) -> HttpResponse:
    """Django's view, and for people who are signed in also the language of their mails."""
    response = set_language_cookie(request)
    language = request.POST.get("language", "")
    if isinstance(request.user, User) and check_for_language(language):
        actions.choose_language(user=request.user, language=language)
    return response
