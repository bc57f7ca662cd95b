"""Who is told what, by the real actions and the real reader."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone

from accounts import actions as accounts
from accounts.models import User
from accounts.tests.factories import person
from brands import actions as brand_actions
from brands.models import Role
from brands.tests import factories as brands
from core.ids import new_id
from creators.tests import factories as creators
from licensing import actions as licensing
from licensing.tests import factories as licenses
from licensing.tests.factories import follow
from licensing.tests.sample_terms import terms
from notifications.models import Notification
from notifications.sentences import worded
from submissions import actions as submissions
from submissions.tests import factories as works
from trail import recording

pytestmark = pytest.mark.django_db


def told(user: User) -> list[str]:
    """What this person was told since the last time, oldest first."""
    follow()
    rows = list(Notification.objects.filter(recipient=user, read_at=None).order_by("pk"))
    Notification.objects.filter(recipient=user).update(read_at=timezone.now())
    return [row.kind for row in rows]


def newest(user: User) -> Notification:
    return Notification.objects.filter(recipient=user).order_by("-pk")[0]


@pytest.mark.parametrize(
    ("state", "kinds"),
    [
        ("received", []),
        ("in_review", []),
        ("published", ["submission.published"]),
        ("changes_requested", ["submission.changes_requested"]),
        ("rejected", ["submission.rejected"]),
        ("removed", ["submission.published", "submission.removed"]),
        ("withdrawn", []),
        ("quarantined", ["submission.quarantined.our_fault"]),
    ],
)
def test_creator_is_told_what_others_did_to_the_work(state: str, kinds: list[str]) -> None:
    work = works.submission(state)
    assert told(work.creator.user) == kinds
    if kinds:
        row = newest(work.creator.user)
        assert row.url == f"/studio/submissions/{work.public_id}/"
        assert row.context == {"work": work.title}


def test_creator_is_told_of_a_file_that_cannot_be_shown() -> None:
    work = works.submission("processing")
    works.failed(work, code="truncated")
    assert told(work.creator.user) == ["submission.quarantined"]


def test_moderator_is_not_told_of_their_own_decision() -> None:
    works.submission("published")
    follow()
    assert Notification.objects.values("recipient").distinct().count() == 1


def test_request_tells_its_creator_who_asks_and_until_when() -> None:
    asked = licenses.request()
    creator = asked.submission.creator.user
    assert told(creator) == ["submission.published", "request.sent"]
    row = newest(creator)
    assert row.url == f"/studio/requests/{asked.public_id}/"
    said = worded(row.kind, row.context)
    assert said.title == f"{asked.brand.name} asks for “{asked.submission.title}”"
    assert told(asked.sent_by) == []


def test_declined_request_tells_owners_and_editors_but_no_viewer() -> None:
    asked = licenses.request()
    editor = brands.member(asked.brand, Role.EDITOR).user
    viewer = brands.member(asked.brand, Role.VIEWER).user
    licensing.decline(request=asked, reason="", actor=asked.submission.creator.user, now=timezone.now())
    assert told(asked.sent_by) == told(editor) == ["request.declined.brand"]
    assert told(viewer) == []
    assert newest(editor).url == f"/b/{asked.brand.slug}/requests/{asked.public_id}/"
    assert "request.declined" not in told(asked.submission.creator.user)


def test_withdrawn_request_tells_its_creator() -> None:
    asked = licenses.request()
    licensing.withdraw_request(request=asked, actor=asked.sent_by, now=timezone.now())
    assert told(asked.submission.creator.user)[-1] == "request.withdrawn"
    assert told(asked.sent_by) == []


def test_request_that_ran_out_tells_both_sides() -> None:
    past = timezone.now() - timedelta(days=15)
    asked = licenses.request(now=past)
    licensing.expire_due(timezone.now())
    assert told(asked.submission.creator.user)[-1] == "request.expired"
    assert told(asked.sent_by) == ["request.expired.brand"]


def test_license_from_grant_to_revocation_tells_both_sides() -> None:
    license = licenses.license(terms=terms(revocation={"allowed": True, "notice_days": 0}))
    creator, owner = license.licensor.user, licenses.owner(license.licensee)
    assert told(creator)[-1] == "license.granted"
    assert told(owner) == ["license.granted.brand"]
    assert newest(owner).url == f"/b/{license.licensee.slug}/licenses/{license.public_id}/"
    assert newest(creator).url == f"/studio/licenses/{license.public_id}/"

    licenses.use(license=license)
    assert told(creator) == ["use.noted"]
    assert "Front page" in worded("use.noted", newest(creator).context).body
    assert told(owner) == []

    licensing.revoke(license=license, reason="My own reasons", actor=creator, now=timezone.now())
    assert told(creator) == ["license.revoked"]
    assert told(owner) == ["license.revoked.brand"]
    assert "My own reasons" not in str(newest(owner).context)


def test_license_at_its_end_tells_both_sides() -> None:
    license = licenses.license()
    told(license.licensor.user), told(licenses.owner(license.licensee))
    assert license.ends_at
    licensing.expire_due(license.ends_at)
    assert told(license.licensor.user) == ["license.expired"]
    assert told(licenses.owner(license.licensee)) == ["license.expired.brand"]


def test_work_taken_back_tells_who_holds_or_wants_a_license() -> None:
    license = licenses.license()
    work = license.submission
    asked = licenses.request(submission=work)
    holder, asking = licenses.owner(license.licensee), asked.sent_by
    told(holder)
    submissions.withdraw(submission=work, actor=work.creator.user, reason="", now=timezone.now())
    assert told(holder) == ["license.revoked.brand"]
    assert told(asking) == ["request.lapsed.brand"]
    assert told(license.licensor.user)[-1] != "submission.withdrawn.licensee"


def test_license_that_outlives_its_work_says_what_ended_and_what_did_not() -> None:
    said = worded("submission.withdrawn.licensee", {"work": "Fog", "creator": "Mia", "number": "L26-AAAA-BBBB"})

    assert said.title == "Mia took “Fog” back"
    assert said.body.startswith("What ended: it is no longer shown here")
    assert "What did not end: your license L26-AAAA-BBBB." in said.body


def test_work_taken_down_tells_creator_and_license_holder() -> None:
    license = licenses.license()
    holder = licenses.owner(license.licensee)
    told(holder)
    submissions.remove(
        submission=license.submission, actor=works.moderator(), decision_id=new_id("dec"), now=timezone.now()
    )
    assert told(license.licensor.user)[-1] == "submission.removed"
    assert told(holder) == ["submission.removed.licensee"]


def test_brand_tells_members_what_others_did() -> None:
    brand = brands.brand()
    by = brands.owner(brand)
    other = brands.member(brand, Role.OWNER).user
    target = brands.member(brand, Role.VIEWER)
    now = timezone.now()

    brand_actions.change_role(by=by, target=target, role=Role.EDITOR, now=now)
    assert told(target.user) == ["member.role_changed"]
    assert worded("member.role_changed", newest(target.user).context).body == "It is now: Editor."

    brand_actions.create_token(by=by, name="Shop", now=now)
    assert told(other) == ["token.created"]
    assert told(by.user) == []

    brand_actions.remove(by=by, target=target, now=now)
    assert told(target.user) == ["member.removed"]
    assert newest(target.user).url == "/home/"
    assert told(other) == []


def test_member_who_leaves_is_told_to_the_owners() -> None:
    brand = brands.brand()
    owner = brands.owner(brand)
    leaving = brands.member(brand, Role.EDITOR, person(name="Eske"))
    brand_actions.remove(by=leaving, target=leaving, now=timezone.now())
    assert told(owner.user) == ["member.left"]
    assert told(leaving.user) == []
    assert newest(owner.user).context["person"] == "Eske"


def test_person_is_told_that_an_administrator_changed_their_access() -> None:
    admin, user = person(is_superuser=True), person()
    accounts.set_access(
        user=user, actor=admin, is_active=True, is_staff=True, is_superuser=False, groups=[], now=timezone.now()
    )
    assert told(user) == ["account.access_changed"]
    assert told(admin) == []


def test_person_on_both_sides_is_told_once() -> None:
    creator = creators.creator()
    brand = brands.brand(creator.user)
    license = licenses.license(submission=works.submission(creator=creator), brand=brand)
    follow()
    assert Notification.objects.filter(recipient=creator.user, kind__startswith="license.granted").count() == 1
    assert license.licensor == creator


def test_somebody_whose_account_is_closed_is_not_told() -> None:
    work = works.submission("in_review")
    User.objects.filter(pk=work.creator.user.pk).update(is_active=False)
    submissions.reject(submission=work, actor=works.moderator(), decision_id=new_id("dec"), now=timezone.now())
    assert told(work.creator.user) == []


def test_kind_of_a_later_version_stops_nobody() -> None:
    with transaction.atomic():
        recording.record("future.invented", actor="system", at=timezone.now(), subject="xyz_1")
    work = works.submission("published")
    assert told(work.creator.user) == ["submission.published"]
