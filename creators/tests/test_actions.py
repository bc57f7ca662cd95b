from __future__ import annotations

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory
from django.utils import timezone

from accounts.tests.factories import person
from core.errors import Conflict, Invalid, NotAllowed
from creators import access, actions, handles, queries
from creators.models import Creator
from creators.tests.factories import creator
from trail.models import Entry, SealedValue

pytestmark = pytest.mark.django_db


def test_open_profile_makes_a_creator_and_seals_the_name() -> None:
    user = person()

    made = actions.open_profile(user=user, name="Ada Holm", handle="@Ada-Holm ", now=timezone.now())

    assert (made.handle, made.name, made.default_credit_line) == ("ada-holm", "Ada Holm", "© Ada Holm")
    assert queries.of(user) == made
    entry = Entry.objects.get(kind="creator.opened")
    assert (entry.subject, entry.topic) == (made.public_id, user.public_id)
    assert "Ada" not in entry.body
    assert set(SealedValue.objects.values_list("name", "person")) == {
        ("name", user.public_id),
        ("handle", user.public_id),
        ("default_credit_line", user.public_id),
    }


@pytest.mark.parametrize("handle", ["ab", "a" * 31, "-ada", "ada-", "a b", "ada.h", "søren", "admin", "Support"])
def test_open_profile_with_bad_handle_is_refused(handle: str) -> None:
    user = person()

    with pytest.raises(Invalid) as refusal:
        actions.open_profile(user=user, name="Ada", handle=handle, now=timezone.now())

    assert set(refusal.value.fields) == {"handle"}
    assert (Creator.objects.count(), Entry.objects.count()) == (0, 0)


def test_open_profile_with_taken_handle_is_refused() -> None:
    creator(handle="ada")

    with pytest.raises(Invalid) as refusal:
        actions.open_profile(user=person(), name="Other", handle="ADA", now=timezone.now())

    assert refusal.value.code == "handle_taken"
    assert (Creator.objects.count(), Entry.objects.count()) == (1, 1)


def test_open_profile_twice_is_conflict() -> None:
    made = creator(handle="ada")
    with pytest.raises(Conflict):
        actions.open_profile(user=made.user, name="Ada", handle="ada-2", now=timezone.now())
    assert Creator.objects.count() == 1


def test_edit_profile_changes_and_seals() -> None:
    made = creator()

    actions.edit_profile(
        creator=made,
        actor=made.user,
        name="Ada H.",
        bio="I paint.",
        default_credit_line=made.default_credit_line,
        now=timezone.now(),
    )

    made.refresh_from_db()
    assert (made.name, made.bio) == ("Ada H.", "I paint.")
    entry = Entry.objects.get(kind="creator.changed")
    assert entry.facts == {"fields": ["bio", "name"]}
    assert "paint" not in entry.body


def test_edit_profile_without_change_records_nothing() -> None:
    made = creator()
    actions.edit_profile(
        creator=made,
        actor=made.user,
        name=made.name,
        bio="",
        default_credit_line=made.default_credit_line,
        now=timezone.now(),
    )
    assert not Entry.objects.filter(kind="creator.changed").exists()


def test_edit_profile_of_somebody_else_is_refused() -> None:
    made = creator()
    with pytest.raises(NotAllowed):
        actions.edit_profile(
            creator=made, actor=person(), name="Mine now", bio="", default_credit_line="", now=timezone.now()
        )
    made.refresh_from_db()
    assert made.name == "Ada Holm"
    assert not Entry.objects.filter(kind="creator.changed").exists()


@pytest.mark.parametrize(
    ("name", "handle"),
    [("Søren Ægir Åby", "soeren-aegir-aaby"), ("  Ada  ", "ada"), ("李", ""), ("x" * 50, "x" * 30)],
)
def test_suggest_folds_names(name: str, handle: str) -> None:
    assert handles.suggest(name) == handle


def test_creator_required_lets_a_creator_in() -> None:
    made = creator()
    request = RequestFactory().get("/studio/")
    request.user = made.user

    @access.creator_required
    def view(request: HttpRequest) -> HttpResponse:
        return HttpResponse(access.current(request).handle)

    assert view(request).content.decode() == made.handle


def test_creator_required_sends_others_to_welcome_and_back() -> None:
    request = RequestFactory().get("/studio/submit/?draft=1")
    request.user = person()

    @access.creator_required
    def view(request: HttpRequest) -> HttpResponse:
        raise AssertionError("shown to somebody without a profile")

    assert view(request)["Location"] == "/welcome/?next=%2Fstudio%2Fsubmit%2F%3Fdraft%3D1"
