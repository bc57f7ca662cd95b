from __future__ import annotations

import html
import re
from datetime import timedelta

import pytest
from django.conf import settings
from django.core import mail
from django.test import Client
from django.utils import timezone

from accounts.models import User
from accounts.tests.factories import person
from brands import actions, queries, secrets
from brands.models import ApiToken, Brand, Invitation, Membership, Role
from brands.tasks import send_invitation
from brands.tests.factories import brand, member, owner
from core import jobs
from core.tests.unchanged import nothing_happens
from trail import sealed
from trail.models import Entry

pytestmark = pytest.mark.django_db


def page_of(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def page_of_owner(of: Brand) -> Client:
    return page_of(owner(of).user)


def invited(of: Brand, email: str = "mia@example.com") -> Invitation:
    return actions.invite(by=owner(of), email=email, role=Role.EDITOR, now=timezone.now())


def link_in_mail() -> str:
    found = re.search(r"http://[^/]+(/b/join/\w+/)", str(mail.outbox[-1].body))
    assert found is not None
    return found[1]


def test_new_brand_opens_it_and_leads_to_it() -> None:
    user = person()

    response = page_of(user).post("/b/new/", {"name": "  Nord\nlys ", "website": "nordlys.example", "about": ""})

    assert response["Location"] == "/b/nord-lys/"
    made = Brand.objects.get()
    assert (made.name, made.website) == ("Nord lys", "https://nordlys.example")
    assert owner(made).user == user


def test_new_brand_whose_name_is_a_sentence_is_told_what_to_leave_out() -> None:
    client = page_of(person())
    typed = {"name": "Outway. You get EUR 500 for it", "website": "", "about": ""}

    english, danish = client.post("/b/new/", typed), client.post("/b/new/", typed, headers={"accept-language": "da"})

    assert "Write a name or a few words, not sentences: leave out “.”." in english.content.decode()
    assert "Skriv et navn eller nogle få ord, ikke sætninger: Udelad ».«." in danish.content.decode()
    assert not Brand.objects.exists()
    assert not Entry.objects.exists()


@pytest.mark.parametrize(
    ("language", "told"), [("en", "Add what tells yours apart"), ("da", "Tilføj noget, der skiller jeres ud")]
)
def test_new_brand_with_a_taken_name_is_told_at_the_field(language: str, told: str) -> None:
    brand(name="Fjord")
    client = page_of(person())

    with nothing_happens(besides="sessions.Session"):
        response = client.post(
            "/b/new/", {"name": "FJORD", "website": "", "about": "Hats."}, headers={"accept-language": language}
        )

    assert list(response.context["form"].errors) == ["name"]
    text = response.content.decode()
    assert told in text
    assert "Hats." in text


def test_settings_with_a_taken_name_are_told_at_the_field() -> None:
    brand(name="Fjord")
    of = brand(name="Outway")

    response = page_of_owner(of).post("/b/outway/settings/", {"name": "Fj ord", "website": "", "about": ""})

    assert list(response.context["form"].errors) == ["name"]
    of.refresh_from_db()
    assert of.name == "Outway"


def test_settings_keep_a_name_from_before_the_rules() -> None:
    of = brand(name="Fjord")
    Brand.objects.filter(pk=of.pk).update(name="Fjord! “Now”")
    client = page_of_owner(of)
    typed = {"name": "Fjord! “Now”", "website": "", "about": "Hats."}

    assert client.post("/b/fjord/settings/", typed).status_code == 302
    assert client.post("/b/fjord/settings/", typed | {"name": "Fjord! Then"}).status_code == 200

    of.refresh_from_db()
    assert (of.name, of.about) == ("Fjord! “Now”", "Hats.")


def test_new_brand_without_a_name_says_so() -> None:
    response = page_of(person()).post("/b/new/", {"name": "", "website": "javascript:alert(1)"})
    assert set(response.context["form"].errors) == {"name", "website"}
    assert Brand.objects.count() == 0


@pytest.mark.parametrize("path", ["members/", "tokens/", "settings/", "members/usr_x/remove/", "tokens/tok_x/revoke/"])
def test_pages_of_a_brand_of_others_are_404(path: str) -> None:
    of = brand()
    assert page_of(person()).get(f"/b/{of.slug}/{path}").status_code == 404
    assert Client().get(f"/b/{of.slug}/{path}").status_code == 302


@pytest.mark.parametrize("role", [Role.EDITOR, Role.VIEWER])
@pytest.mark.parametrize(("path", "status"), [("members/", 200), ("tokens/", 403), ("settings/", 403)])
def test_pages_by_role(role: Role, path: str, status: int) -> None:
    of = brand()
    assert page_of(member(of, role).user).get(f"/b/{of.slug}/{path}").status_code == status
    assert page_of_owner(of).get(f"/b/{of.slug}/{path}").status_code == 200


def test_members_shows_addresses_to_owners_only() -> None:
    of = brand()
    editor = member(of, Role.EDITOR, person("eva@example.com", name="Eva"))
    invited(of)

    seen_by_owner = page_of_owner(of).get(f"/b/{of.slug}/members/").content.decode()
    seen_by_editor = page_of(editor.user).get(f"/b/{of.slug}/members/").content.decode()

    assert "eva@example.com" in seen_by_owner
    assert "mia@example.com" in seen_by_owner
    assert "Eva" in seen_by_editor
    assert "@example.com" not in seen_by_editor


@pytest.mark.parametrize("rows", [1, 30])
def test_members_takes_the_same_queries_for_any_number(rows: int, django_assert_num_queries) -> None:
    of = brand()
    for number in range(rows):
        member(of, Role.VIEWER)
        invited(of, f"guest{number}@example.com")
    client = page_of_owner(of)
    with django_assert_num_queries(6):
        client.get(f"/b/{of.slug}/members/")


@pytest.mark.parametrize("rows", [1, 30])
def test_tokens_takes_the_same_queries_for_any_number(rows: int, django_assert_num_queries) -> None:
    of = brand()
    for number in range(rows):
        actions.create_token(by=owner(of), name=f"Shop {number}", now=timezone.now())
    client = page_of_owner(of)
    with django_assert_num_queries(5):
        client.get(f"/b/{of.slug}/tokens/")


def test_invite_sends_one_mail_with_a_link_that_joins() -> None:
    of = brand(name="Nordlys")
    page_of_owner(of).post(f"/b/{of.slug}/members/", {"email": "mia@example.com", "role": "editor"})
    jobs.run_all()
    assert [message.to for message in mail.outbox] == [["mia@example.com"]]
    assert "Nordlys" in mail.outbox[0].subject
    mia = person("mia@example.com")
    client = page_of(mia)
    link = link_in_mail()

    assert client.get(link).status_code == 200
    assert Membership.objects.filter(user=mia).count() == 0
    response = client.post(link)

    assert response["Location"] == f"/b/{of.slug}/"
    assert queries.membership(mia, of.slug).role == Role.EDITOR


def test_invite_twice_says_so_at_the_field() -> None:
    of = brand()
    invited(of)
    response = page_of_owner(of).post(f"/b/{of.slug}/members/", {"email": "MIA@example.com", "role": "viewer"})
    assert set(response.context["form"].errors) == {"email"}
    assert Invitation.objects.count() == 1


def test_invite_by_editor_is_refused_and_nobody_is_told() -> None:
    of = brand()
    editor = member(of, Role.EDITOR)

    response = page_of(editor.user).post(f"/b/{of.slug}/members/", {"email": "mia@example.com", "role": "owner"})

    assert response.status_code == 403
    jobs.run_all()
    assert (Invitation.objects.count(), mail.outbox) == (0, [])
    assert not Entry.objects.filter(kind="member.invited").exists()


def test_invitation_mail_is_in_the_language_of_the_person() -> None:
    person("mia@example.com", language="da")
    invitation = invited(brand())
    send_invitation(invitation.public_id)
    assert len(mail.outbox) == 1


def test_invitation_mail_after_cancel_is_not_sent() -> None:
    of = brand()
    invitation = invited(of)
    actions.cancel(by=owner(of), invitation=invitation, now=timezone.now())
    jobs.run_all()
    assert mail.outbox == []


def test_resend_and_cancel_from_the_page() -> None:
    of = brand()
    invitation = invited(of)
    client = page_of_owner(of)
    before = invitation.token_digest

    client.post(f"/b/{of.slug}/invitations/{invitation.public_id}/resend/")
    invitation.refresh_from_db()
    assert invitation.token_digest != before

    client.post(f"/b/{of.slug}/invitations/{invitation.public_id}/cancel/")
    invitation.refresh_from_db()
    assert invitation.canceled_at is not None
    assert client.post(f"/b/{of.slug}/invitations/{invitation.public_id}/resend/").status_code == 404


def test_resend_invitation_of_another_brand_is_404() -> None:
    elsewhere = invited(brand())
    of = brand()
    response = page_of_owner(of).post(f"/b/{of.slug}/invitations/{elsewhere.public_id}/resend/")
    assert response.status_code == 404
    assert not Entry.objects.filter(kind="invitation.resent").exists()


def test_join_as_somebody_else_explains_and_refuses() -> None:
    invitation = invited(brand())
    link = f"/b/join/{secrets.invitation_token(invitation.public_id, invitation.expires_at)}/"
    client = page_of(person("other@example.com"))

    assert client.get(link).context["state"] == "other_address"
    assert client.post(link).status_code == 403
    assert Membership.objects.count() == 1


def test_join_signed_out_offers_both_ways_back_to_the_link() -> None:
    invitation = invited(brand())
    link = f"/b/join/{secrets.invitation_token(invitation.public_id, invitation.expires_at)}/"

    html = Client().get(link).content.decode()

    assert f"/accounts/login/?next={link.replace('/', '%2F')}" in html
    assert f"/accounts/signup/?next={link.replace('/', '%2F')}" in html
    Client().post(link)
    assert Membership.objects.count() == 1


@pytest.mark.parametrize("ending", ["canceled", "run_out", "accepted"])
def test_join_after_the_end_says_why(ending: str) -> None:
    of = brand()
    invitation = invited(of)
    link = f"/b/join/{secrets.invitation_token(invitation.public_id, invitation.expires_at)}/"
    mia = person("mia@example.com")
    if ending == "canceled":
        actions.cancel(by=owner(of), invitation=invitation, now=timezone.now())
    elif ending == "accepted":
        actions.accept(invitation=invitation, actor=mia, now=timezone.now())
    else:
        invitation.expires_at = timezone.now() - timedelta(seconds=1)
        invitation.save(update_fields=["expires_at"])

    response = page_of(mia).get(link)

    assert (response.status_code, response.context["state"]) == (200, ending)
    assert page_of(mia).post(link).status_code == 409


def test_join_with_a_made_up_link_is_404() -> None:
    assert page_of(person()).get("/b/join/abc/").status_code == 404


def test_change_role_from_the_page() -> None:
    of = brand()
    target = member(of, Role.VIEWER)
    client = page_of_owner(of)

    client.post(f"/b/{of.slug}/members/{target.user.public_id}/role/", {"role": "editor"})
    target.refresh_from_db()
    assert target.role == Role.EDITOR

    client.post(f"/b/{of.slug}/members/{target.user.public_id}/role/", {"role": "king"})
    target.refresh_from_db()
    assert target.role == Role.EDITOR


def test_remove_asks_first() -> None:
    of = brand()
    target = member(of, Role.VIEWER, person(name="Vera"))
    client = page_of_owner(of)
    url = f"/b/{of.slug}/members/{target.user.public_id}/remove/"

    assert "Vera" in client.get(url).content.decode()
    assert Membership.objects.filter(pk=target.pk).exists()
    client.post(url)

    assert not Membership.objects.filter(pk=target.pk).exists()
    assert page_of(target.user).get(f"/b/{of.slug}/members/").status_code == 404


def test_leave_as_last_owner_is_refused() -> None:
    of = brand()
    only = owner(of)
    url = f"/b/{of.slug}/members/{only.user.public_id}/remove/"
    assert page_of_owner(of).get(url).status_code == 409
    assert page_of_owner(of).post(url).status_code == 409
    assert Membership.objects.filter(pk=only.pk).exists()


def test_create_token_shows_the_secret_once() -> None:
    of = brand()
    client = page_of_owner(of)

    response = client.post(f"/b/{of.slug}/tokens/", {"name": "Shop"})

    secret = response.context["secret"]
    assert secret in response.content.decode()
    assert "no-store" in response["Cache-Control"]
    assert queries.token_brand(secret) == of.public_id
    again = client.get(f"/b/{of.slug}/tokens/").content.decode()
    assert secret not in again
    assert f"…{secret[-4:]}" in again
    assert secret not in str(dict(client.session))


def test_tokens_shows_a_call_to_copy_that_works_once_the_token_is_in_it() -> None:
    of = brand()
    client = page_of_owner(of)
    secret = client.post(f"/b/{of.slug}/tokens/", {"name": "Shop"}).context["secret"]

    text = html.unescape(client.get(f"/b/{of.slug}/tokens/").content.decode())

    call = re.search(r'curl -H "Authorization: (.+)" "(.+)"', text)
    assert call is not None
    address = call[2].removeprefix(settings.SITE_URL)
    answers = [Client().get(address, headers={"authorization": call[1].replace("TOKEN", one)}) for one in (secret, "x")]
    # The work does not exist, but the token is taken.
    assert [answer.status_code for answer in answers] == [404, 401]


def test_revoke_token_from_the_page() -> None:
    of = brand()
    token, secret = actions.create_token(by=owner(of), name="Shop", now=timezone.now())
    url = f"/b/{of.slug}/tokens/{token.public_id}/revoke/"
    client = page_of_owner(of)

    client.get(url)
    assert queries.token_brand(secret) == of.public_id
    client.post(url)

    assert queries.token_brand(secret) is None


def test_revoke_token_of_another_brand_is_404() -> None:
    token, _ = actions.create_token(by=owner(brand()), name="Shop", now=timezone.now())
    of = brand()
    assert page_of_owner(of).post(f"/b/{of.slug}/tokens/{token.public_id}/revoke/").status_code == 404
    assert ApiToken.objects.get(pk=token.pk).revoked_at is None


def test_settings_change_the_name_and_keep_the_address() -> None:
    of = brand(name="Fjord")
    page_of_owner(of).post("/b/fjord/settings/", {"name": "Fjord & Field", "website": "", "about": "Hats."})
    of.refresh_from_db()
    assert (of.name, of.slug, of.about) == ("Fjord & Field", "fjord", "Hats.")
    entry = Entry.objects.get(kind="brand.changed")
    assert entry.facts == {"fields": ["about", "name"]}
    assert "Hats." not in entry.body
    assert sealed.latest([of.public_id])[of.public_id] == {"name": "Fjord & Field", "website": "", "about": "Hats."}
