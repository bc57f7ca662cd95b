from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone

from accounts.tests.factories import person
from brands.models import Role
from brands.tests.factories import member
from core.errors import Conflict, Invalid, NotAllowed
from licensing import actions
from licensing.models import Use
from licensing.tests import factories
from trail.models import Entry

pytestmark = pytest.mark.django_db


def test_note_use_seals_what_was_typed_and_records_it() -> None:
    license = factories.license()

    use = factories.use(license=license, place="Window of shop 7")

    entry = Entry.objects.get(kind="use.noted")
    assert (entry.subject, entry.topic) == (use.public_id, license.submission.public_id)
    assert "shop 7" not in entry.body
    assert factories.rows_match()


def test_note_use_outside_of_the_terms_is_taken_down_as_well() -> None:
    assert factories.use(license=factories.license(), channel="tv").channel == "tv"


@pytest.mark.parametrize(
    ("field", "changed"),
    [
        ("channel", {"channel": "moon"}),
        ("place", {"place": " "}),
        ("place", {"place": "x" * 201}),
        ("url", {"url": "javascript:alert(1)"}),
        ("url", {"url": "ftp://example.com/"}),
        ("url", {"url": "https://example.com/" + "x" * 500}),
        ("credit_line", {"credit_line": ""}),
        ("starts_on", {"starts_on": date(2999, 1, 1)}),
        ("ends_on", {"ends_on": date(2001, 1, 1)}),
    ],
)
def test_note_use_with_bad_input_is_refused(field: str, changed: dict[str, Any]) -> None:
    license = factories.license()

    with pytest.raises(Invalid) as raised:
        factories.use(license=license, **changed)

    assert list(raised.value.fields) == [field]
    assert not Use.objects.exists()
    assert not Entry.objects.filter(kind="use.noted").exists()


def test_note_use_by_anybody_but_the_licensee_is_refused() -> None:
    license = factories.license()
    viewer = member(license.licensee, Role.VIEWER).user
    for other in (viewer, person(), license.licensor.user):
        with pytest.raises(NotAllowed):
            factories.use(license=license, actor=other)
    assert not Use.objects.exists()


def test_end_use_once() -> None:
    use = factories.use(license=factories.license())
    editor, today, now = factories.owner(use.license.licensee), timezone.now().date(), timezone.now()

    for _ in range(2):
        actions.end_use(use=use, ends_on=today, actor=editor, now=now)
    with pytest.raises(Conflict):
        actions.end_use(use=use, ends_on=today + timedelta(days=1), actor=editor, now=now)

    use.refresh_from_db()
    assert use.ends_on == today
    assert Entry.objects.filter(kind="use.ended").count() == 1
    assert factories.rows_match()


def test_end_use_before_it_began_is_refused() -> None:
    use = factories.use(license=factories.license())
    with pytest.raises(Invalid):
        actions.end_use(
            use=use, ends_on=date(2001, 1, 1), actor=factories.owner(use.license.licensee), now=timezone.now()
        )
    assert not Entry.objects.filter(kind="use.ended").exists()
