from __future__ import annotations

import pytest
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.contrib.auth.models import Group, Permission
from django.test import Client
from django.utils import timezone

from accounts import actions
from accounts.models import User
from accounts.tests.factories import PASSWORD, person
from core.errors import Conflict, NotAllowed
from trail.models import Entry

pytestmark = pytest.mark.django_db


@pytest.fixture
def boss() -> User:
    return person("boss@example.com", is_staff=True, is_superuser=True)


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def set_access(actor: User, user: User, **changes: object) -> None:
    wanted = {"is_active": True, "is_staff": user.is_staff, "is_superuser": user.is_superuser, "groups": []} | changes
    actions.set_access(user=user, actor=actor, now=timezone.now(), **wanted)  # type: ignore[arg-type]


def test_admin_signs_in_where_everybody_does(client: Client) -> None:
    assert client.get("/admin/")["Location"] == "/admin/login/?next=/admin/"
    assert client.get("/admin/login/?next=/admin/")["Location"] == "/accounts/login/?next=%2Fadmin%2F"


def test_admin_is_closed_to_others() -> None:
    assert signed_in(person()).get("/admin/accounts/user/").status_code in (302, 403)


def test_user_page_shows_no_password_and_no_way_to_add_or_delete(boss: User) -> None:
    user = person("mia@example.com")
    client = signed_in(boss)

    html = client.get(f"/admin/accounts/user/{user.pk}/change/").content.decode()

    assert "mia@example.com" in html
    assert user.password not in html
    assert 'name="email"' not in html
    assert 'name="date_joined' not in html
    assert client.get("/admin/accounts/user/add/").status_code == 403
    assert client.get(f"/admin/accounts/user/{user.pk}/delete/").status_code == 403


def test_make_moderator_in_admin_is_recorded(boss: User) -> None:
    user = person()
    group = Group.objects.create(name="Judges")

    signed_in(boss).post(f"/admin/accounts/user/{user.pk}/change/", {"is_active": "on", "groups": [str(group.pk)]})

    assert list(user.groups.all()) == [group]
    entry = Entry.objects.get(kind="account.access_changed")
    assert (entry.actor, entry.subject) == (boss.public_id, user.public_id)
    nothing = {"active": True, "staff": False, "administrator": False, "groups": []}
    assert entry.facts == {"from": nothing, "to": nothing | {"groups": ["Judges"]}}


def test_save_without_a_change_records_nothing(boss: User) -> None:
    user = person()
    signed_in(boss).post(f"/admin/accounts/user/{user.pk}/change/", {"is_active": "on"})
    assert not Entry.objects.filter(kind="account.access_changed").exists()


def test_staff_who_are_no_administrators_cannot_give_rights() -> None:
    staff = person(is_staff=True)
    staff.user_permissions.add(*Permission.objects.filter(content_type__app_label="accounts"))
    client = signed_in(staff)
    url = f"/admin/accounts/user/{staff.pk}/change/"

    assert 'name="is_superuser"' not in client.get(url).content.decode()
    client.post(url, {"is_active": "on", "is_staff": "on", "is_superuser": "on"})

    staff.refresh_from_db()
    assert not staff.is_superuser
    with pytest.raises(NotAllowed):
        set_access(staff, staff, is_superuser=True)
    assert not Entry.objects.filter(kind="account.access_changed").exists()


def test_closed_account_is_signed_out_at_once(boss: User) -> None:
    user = person()
    client = signed_in(user)
    assert client.get("/accounts/").status_code == 200

    set_access(boss, user, is_active=False)

    assert client.get("/accounts/").status_code == 302
    Client().post("/accounts/login/", {"login": user.email, "password": PASSWORD})
    assert Entry.objects.get(kind="account.access_changed").facts["to"]["active"] is False


def test_last_administrator_remains(boss: User) -> None:
    for change in ({"is_superuser": False}, {"is_active": False}):
        with pytest.raises(Conflict):
            set_access(boss, boss, **change)
    boss.refresh_from_db()
    assert boss.is_superuser
    assert boss.is_active
    assert not Entry.objects.filter(kind="account.access_changed").exists()


def test_authenticators_show_no_secret(boss: User) -> None:
    authenticator = TOTP.activate(person(), generate_totp_secret()).instance
    html = signed_in(boss).get(f"/admin/mfa/authenticator/{authenticator.pk}/change/").content.decode()
    assert authenticator.data["secret"] not in html


@pytest.mark.parametrize(
    "path",
    [
        "accounts/user",
        "account/emailaddress",
        "mfa/authenticator",
        "consent/notice",
        "consent/record",
        "consent/evidence",
        "creators/creator",
        "brands/brand",
        "brands/invitation",
        "brands/apitoken",
        "core/job",
        "trail/entry",
        "trail/cursor",
    ],
)
def test_admin_list_opens_and_adds_nothing(boss: User, path: str) -> None:
    client = signed_in(boss)
    assert client.get(f"/admin/{path}/?q=x").status_code == 200
    assert client.get(f"/admin/{path}/add/").status_code == 403
