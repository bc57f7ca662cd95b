from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.http import Http404
from django.utils import timezone

from accounts.models import User
from accounts.tests.factories import person
from brands import actions, queries, secrets
from brands.actions import invitations
from brands.models import ApiToken, Brand, Invitation, Membership, Role
from brands.tests.factories import brand, member, owner
from core import names
from core.errors import Conflict, Invalid, NotAllowed, TooMany
from core.tests.unchanged import nothing_happens
from trail.models import Entry, SealedValue

pytestmark = pytest.mark.django_db


SENTENCES = ["Outway. You get EUR 500 for it. You can take it back at any time", "Outway! You get more", "Outway: free"]


def invited(of: Brand, email: str = "mia@example.com", role: Role = Role.EDITOR) -> Invitation:
    return actions.invite(by=owner(of), email=email, role=role, now=timezone.now())


def token_of(invitation: Invitation) -> str:
    return secrets.invitation_token(invitation.public_id, invitation.expires_at)


def test_open_brand_makes_its_opener_the_owner() -> None:
    user = person()

    made = actions.open_brand(actor=user, name="Blå Bølge A/S", now=timezone.now())

    assert made.slug == "blaa-boelge-as"
    assert owner(made).user == user
    entry = Entry.objects.get(kind="brand.opened")
    assert (entry.subject, entry.topic, entry.actor) == (made.public_id, made.public_id, user.public_id)


@pytest.mark.parametrize(("name", "slug"), [("Join", "join-2"), ("New", "new-2"), ("李", "brand-2")])
def test_open_brand_avoids_reserved_slugs(name: str, slug: str) -> None:
    assert brand(name=name).slug == slug


@pytest.mark.parametrize("name", [*SENTENCES, "Out\nway", "“Outway”", "!!!"])
def test_open_brand_whose_name_is_a_sentence_is_refused(name: str) -> None:
    user = person()

    with nothing_happens(), pytest.raises(Invalid) as caught:
        actions.open_brand(actor=user, name=name, now=timezone.now())

    assert (caught.value.code, list(caught.value.fields)) == ("name_invalid", ["name"])


def test_edit_brand_into_a_sentence_is_refused() -> None:
    of = brand(name="Outway")

    with nothing_happens(), pytest.raises(Invalid) as caught:
        actions.edit_brand(by=owner(of), name=SENTENCES[0], website="", about="New", now=timezone.now())

    assert caught.value.code == "name_invalid"


def test_edit_brand_with_a_name_from_before_the_rules_keeps_it() -> None:
    of = brand(name="Outway")
    Brand.objects.filter(pk=of.pk).update(name="Outway! “Now”")

    actions.edit_brand(by=owner(of), name="Outway! “Now”", website="", about="Hats.", now=timezone.now())

    of.refresh_from_db()
    assert (of.name, of.about) == ("Outway! “Now”", "Hats.")


def test_open_brand_whose_slug_is_taken_gets_a_number() -> None:
    assert [brand(name=name).slug for name in ("Fjord", "Fjörd", "Fjørd")] == ["fjord", "fjoerd", "fjoerd-2"]


LOOKALIKES = [
    "Outway",
    "OUTWAY",
    "Out way",
    " outway",
    "Out-Way",
    "Ｏｕｔｗａｙ",
    "Outwаy",
    "Оutway",
    "Out\u200dway",
    "Outway ’",
]


@pytest.mark.parametrize("name", LOOKALIKES)
def test_open_brand_that_looks_like_another_is_refused(name: str) -> None:
    brand(name="Outway")
    user = person()

    with nothing_happens(), pytest.raises(Invalid) as caught:
        actions.open_brand(actor=user, name=name, now=timezone.now())

    assert (caught.value.code, list(caught.value.fields)) == ("name_taken", ["name"])


@pytest.mark.parametrize("name", ["Outway Odense", "Outwåy", "Out & way", "Outwa", "Outway 2"])
def test_open_brand_with_a_name_of_its_own_is_fine(name: str) -> None:
    brand(name="Outway")

    assert brand(name=name).name == name


def test_edit_brand_into_the_name_of_another_is_refused() -> None:
    brand(name="Outway")
    of = brand(name="Fjord")

    with nothing_happens(), pytest.raises(Invalid) as caught:
        actions.edit_brand(by=owner(of), name="OUTWAY", website="", about="", now=timezone.now())

    assert caught.value.code == "name_taken"


def test_edit_brand_may_write_its_own_name_otherwise_and_frees_the_old_one() -> None:
    of = brand(name="Outway")
    for name in ("OutWay", "Fjord"):
        actions.edit_brand(by=owner(of), name=name, website="", about="", now=timezone.now())

    of.refresh_from_db()
    assert of.name == "Fjord"
    assert brand(name="Outway").name == "Outway"


def test_two_brands_of_one_name_are_refused_by_the_database() -> None:
    brand(name="Outway")
    other = brand(name="Fjord")

    with pytest.raises(IntegrityError), transaction.atomic():
        Brand.objects.filter(pk=other.pk).update(folded_name=names.folded("Outway"))


def test_membership_of_somebody_else_is_404() -> None:
    of = brand()
    assert queries.membership(owner(of).user, of.slug).role == Role.OWNER
    with pytest.raises(Http404):
        queries.membership(person(), of.slug)


def test_invite_seals_the_address_and_keeps_no_token() -> None:
    of = brand()

    invitation = invited(of, "Mia@Example.com")

    assert invitation.email == "mia@example.com"
    assert invitation.token_digest == hashlib.sha256(token_of(invitation).encode()).hexdigest()
    entry = Entry.objects.get(kind="member.invited")
    assert "mia@" not in entry.body
    assert SealedValue.objects.get(entry=entry).person == invitation.public_id


def test_invite_member_or_invited_address_is_refused() -> None:
    of = brand()
    member(of, Role.VIEWER, person("here@example.com"))
    invited(of, "asked@example.com")

    for email in ("HERE@example.com", "Asked@example.com"):
        with pytest.raises(Invalid) as refusal:
            invited(of, email)
        assert set(refusal.value.fields) == {"email"}
    assert Invitation.objects.count() == 1


def test_accept_with_invited_address_joins() -> None:
    of = brand()
    invitation, user = invited(of), person("Mia@example.com")

    joined = actions.accept(invitation=invitation, actor=user, now=timezone.now())

    assert (joined.brand, joined.user, joined.role) == (of, user, Role.EDITOR)
    entry = Entry.objects.get(kind="member.joined")
    assert (entry.subject, entry.topic) == (user.public_id, of.public_id)
    assert entry.facts == {"invitation": invitation.public_id, "role": "editor"}


def test_accept_with_unverified_or_other_address_is_refused() -> None:
    invitation = invited(brand())
    unverified = User.objects.create_user("mia@example.com", name="Mia")

    for user in (unverified, person("other@example.com")):
        with pytest.raises(NotAllowed):
            actions.accept(invitation=invitation, actor=user, now=timezone.now())

    assert Membership.objects.count() == 1
    assert not Entry.objects.filter(kind="member.joined").exists()


def test_accept_after_a_week_is_conflict() -> None:
    invitation, user = invited(brand()), person("mia@example.com")
    with pytest.raises(Conflict):
        actions.accept(invitation=invitation, actor=user, now=timezone.now() + timedelta(days=7))
    assert Membership.objects.count() == 1


def test_accept_canceled_or_accepted_is_conflict() -> None:
    of = brand()
    user = person("mia@example.com")
    canceled = invited(of)
    actions.cancel(by=owner(of), invitation=canceled, now=timezone.now())
    with pytest.raises(Conflict):
        actions.accept(invitation=canceled, actor=user, now=timezone.now())

    accepted = invited(of)
    actions.accept(invitation=accepted, actor=user, now=timezone.now())
    with pytest.raises(Conflict):
        actions.accept(invitation=accepted, actor=user, now=timezone.now())

    assert Entry.objects.filter(kind="member.joined").count() == 1


def test_resend_ends_the_old_link() -> None:
    of = brand()
    invitation = invited(of)
    old = token_of(invitation)

    renewed = actions.resend(by=owner(of), invitation=invitation, now=timezone.now() + timedelta(days=1))

    assert queries.invitation_by_token(token_of(renewed)) == invitation
    with pytest.raises(Http404):
        queries.invitation_by_token(old)
    assert Entry.objects.filter(kind="invitation.resent").count() == 1


def test_last_owner_stays() -> None:
    of = brand()
    only = owner(of)

    with pytest.raises(Conflict):
        actions.remove(by=only, target=only, now=timezone.now())
    with pytest.raises(Conflict):
        actions.change_role(by=only, target=only, role=Role.EDITOR, now=timezone.now())

    assert owner(of) == only
    assert not Entry.objects.filter(kind__in=["member.removed", "member.role_changed"]).exists()


def test_owner_with_a_second_one_may_leave() -> None:
    of = brand()
    first, second = owner(of), member(of, Role.OWNER)
    actions.remove(by=first, target=first, now=timezone.now())
    assert owner(of) == second
    assert Entry.objects.get(kind="member.removed").facts == {"role": "owner", "left": True}


def test_change_role_records_from_and_to() -> None:
    of = brand()
    target = member(of, Role.VIEWER)

    actions.change_role(by=owner(of), target=target, role=Role.EDITOR, now=timezone.now())

    target.refresh_from_db()
    assert target.role == Role.EDITOR
    entry = Entry.objects.get(kind="member.role_changed")
    assert (entry.subject, entry.facts) == (target.user.public_id, {"from": "viewer", "to": "editor"})


def test_create_token_returns_secret_once_and_finds_its_brand() -> None:
    of = brand()

    token, secret = actions.create_token(by=owner(of), name="Shop", now=timezone.now())

    assert secret.startswith("ugc_")
    assert len(secret) == 44
    assert token.hint == secret[-4:]
    assert secret not in str(ApiToken.objects.values())
    assert secret not in Entry.objects.get(kind="token.created").body
    assert queries.token_brand(secret) == of.public_id
    assert queries.token_brand(secret[:-1] + "?") is None


def test_token_brand_is_one_query(django_assert_num_queries) -> None:
    _, secret = actions.create_token(by=owner(brand()), name="Shop", now=timezone.now())
    with django_assert_num_queries(1):
        queries.token_brand(secret)


def test_revoke_token_ends_it() -> None:
    of = brand()
    token, secret = actions.create_token(by=owner(of), name="Shop", now=timezone.now())

    actions.revoke_token(by=owner(of), token=token, now=timezone.now())

    assert queries.token_brand(secret) is None
    with pytest.raises(Conflict):
        actions.revoke_token(by=owner(of), token=token, now=timezone.now())
    assert Entry.objects.filter(kind="token.revoked").count() == 1


def test_people_with_names_owners_and_editors() -> None:
    of = brand()
    editor, viewer = member(of, Role.EDITOR), member(of, Role.VIEWER)
    assert set(queries.people_with(of, Role.OWNER, Role.EDITOR)) == {owner(of).user, editor.user}
    assert set(queries.people_with(of)) == {owner(of).user, editor.user, viewer.user}


def test_invitations_to_one_address_are_bounded_whichever_brand_sends_them() -> None:
    now = timezone.now()
    of, others = brand(), [brand() for _ in range(invitations.MAILS_TO_ADDRESS.most)]
    invitation = actions.invite(by=owner(of), email="mia@example.com", role=Role.EDITOR, now=now)
    for other in others[1:]:
        actions.invite(by=owner(other), email="MIA@example.com", role=Role.EDITOR, now=now)

    with nothing_happens(), pytest.raises(TooMany):
        actions.invite(by=owner(others[0]), email="mia@example.com", role=Role.EDITOR, now=now)
    with nothing_happens(), pytest.raises(TooMany):
        actions.resend(by=owner(of), invitation=invitation, now=now)
    actions.resend(by=owner(of), invitation=invitation, now=now + timedelta(days=1))


def test_invitations_of_one_brand_are_bounded_though_they_are_canceled(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(invitations, "MAILS_OF_BRAND", replace(invitations.MAILS_OF_BRAND, most=2))
    of, now = brand(), timezone.now()
    for number in range(2):
        sent = actions.invite(by=owner(of), email=f"p{number}@example.com", role=Role.EDITOR, now=now)
        actions.cancel(by=owner(of), invitation=sent, now=now)

    with nothing_happens(), pytest.raises(TooMany):
        actions.invite(by=owner(of), email="p3@example.com", role=Role.EDITOR, now=now)
    actions.invite(by=owner(brand()), email="p3@example.com", role=Role.EDITOR, now=now)
