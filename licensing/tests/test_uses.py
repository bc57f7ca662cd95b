from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from accounts.tests.factories import person
from brands.models import Role
from brands.tests.factories import member
from core.errors import Conflict, Invalid, NotAllowed
from core.ids import new_id
from core.tests.unchanged import nothing_happens
from licensing import actions, queries, rows
from licensing.models import License, Use
from licensing.tests import factories
from licensing.tests.sample_terms import terms
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
        ("ends_on", {"ends_on": timezone.now().date()}),
    ],
)
def test_note_use_with_bad_input_is_refused(field: str, changed: dict[str, Any]) -> None:
    license = factories.license()

    with nothing_happens(), pytest.raises(Invalid) as raised:
        factories.use(license=license, **changed)

    assert list(raised.value.fields) == [field]


def test_note_use_by_anybody_but_the_licensee_is_refused() -> None:
    license = factories.license()
    viewer = member(license.licensee, Role.VIEWER).user
    for other in (viewer, person(), license.licensor.user):
        with nothing_happens(), pytest.raises(NotAllowed):
            factories.use(license=license, actor=other)


def test_end_use_once() -> None:
    use = factories.use(license=factories.license())
    editor, today, now = factories.owner(use.license.licensee), timezone.now().date(), timezone.now()
    tomorrow = today + timedelta(days=1)

    for _ in range(2):
        actions.end_use(use=use, ends_on=tomorrow, actor=editor, now=now)
    with pytest.raises(Conflict):
        actions.end_use(use=use, ends_on=tomorrow + timedelta(days=1), actor=editor, now=now)

    use.refresh_from_db()
    assert (use.ends_on, use.last_day) == (tomorrow, today)
    assert (use.is_running(today), use.is_running(tomorrow)) == (True, False)
    assert Entry.objects.get(kind="use.ended").facts["ends_on"] == tomorrow.isoformat()
    assert factories.rows_match()


def test_end_use_before_it_began_is_refused() -> None:
    use = factories.use(license=factories.license())
    for ends_on in (date(2001, 1, 1), use.starts_on):
        with nothing_happens(), pytest.raises(Invalid):
            actions.end_use(use=use, ends_on=ends_on, actor=factories.owner(use.license.licensee), now=timezone.now())


def test_end_use_by_anybody_but_the_licensee_is_refused() -> None:
    use = factories.use(license=factories.license())
    tomorrow = use.starts_on + timedelta(days=1)
    viewer = member(use.license.licensee, Role.VIEWER).user
    for other in (viewer, person(), use.license.licensor.user):
        with nothing_happens(), pytest.raises(NotAllowed):
            actions.end_use(use=use, ends_on=tomorrow, actor=other, now=timezone.now())


def test_use_that_ends_as_it_starts_is_refused_by_the_database() -> None:
    use = factories.use(license=factories.license())
    with pytest.raises(IntegrityError), transaction.atomic():
        Use.objects.filter(pk=use.pk).update(ends_on=use.starts_on)


def test_note_use_twice_with_the_same_form_is_one_use() -> None:
    license, form = factories.license(), new_id("use")

    first = factories.use(license=license, reserved_id=form)
    again = factories.use(license=license, reserved_id=form, place=" Front page ")
    actions.end_use(
        use=first,
        ends_on=first.starts_on + timedelta(days=1),
        actor=factories.owner(license.licensee),
        now=timezone.now(),
    )
    once_more = factories.use(license=license, reserved_id=form)

    assert first == again == once_more == Use.objects.get()
    assert first.public_id == form
    assert Entry.objects.filter(kind="use.noted").count() == 1


@pytest.mark.parametrize(
    "changed",
    [
        {"place": "Back page"},
        {"channel": "print"},
        {"url": ""},
        {"credit_line": "Ada"},
        {"starts_on": date(2026, 1, 1)},
        {"ends_on": date(2200, 1, 1)},
    ],
    ids=lambda changed: "".join(changed),
)
def test_note_use_with_a_used_form_that_says_something_else_is_refused(changed: dict[str, Any]) -> None:
    license, form = factories.license(), new_id("use")
    factories.use(license=license, reserved_id=form)

    with nothing_happens(), pytest.raises(Conflict) as raised:
        factories.use(license=license, reserved_id=form, **changed)

    assert raised.value.code == "form_used"


def test_note_use_of_another_license_with_a_used_form_is_refused() -> None:
    form = new_id("use")
    factories.use(license=factories.license(), reserved_id=form)
    other = factories.license()
    with nothing_happens(), pytest.raises(Conflict):
        factories.use(license=other, reserved_id=form)


def fixed_license(start: datetime, end: datetime) -> License:
    """In force in exactly that time, which may be over by now."""
    term = {"kind": "fixed", "starts_at": start.isoformat(), "ends_at": end.isoformat()}
    return factories.license(terms=terms(term=term), now=start)


MIDNIGHT, NOON = datetime(2026, 6, 11, tzinfo=UTC), datetime(2026, 6, 11, 12, tzinfo=UTC)
JUNE = {day: date(2026, 6, day) for day in range(1, 31)}


@pytest.mark.parametrize(
    ("ends_at", "starts_on", "last_day", "outside"),
    [
        (MIDNIGHT, JUNE[1], JUNE[10], False),
        (MIDNIGHT, JUNE[1], JUNE[11], True),
        (MIDNIGHT, JUNE[11], JUNE[11], True),
        (NOON, JUNE[1], JUNE[10], False),
        (NOON, JUNE[1], JUNE[11], False),
        (NOON, JUNE[11], JUNE[11], False),
        (NOON, JUNE[1], JUNE[12], True),
        (NOON, JUNE[12], JUNE[20], True),
    ],
)
def test_use_is_outside_from_the_day_after_the_license_ends(
    ends_at: datetime, starts_on: date, last_day: date, outside: bool
) -> None:
    license = fixed_license(datetime(2026, 6, 1, tzinfo=UTC), ends_at)
    use = Use(license=license, channel="website", starts_on=starts_on, ends_on=last_day + timedelta(days=1))

    for at in (ends_at - timedelta(days=5), ends_at, ends_at + timedelta(days=50)):
        assert queries.lies_outside(use, license, at) == outside


@pytest.mark.parametrize(
    ("starts_on", "before", "after"), [(JUNE[1], False, True), (JUNE[11], False, True), (JUNE[12], True, True)]
)
def test_use_without_an_end_is_outside_once_the_license_is_over(starts_on: date, before: bool, after: bool) -> None:
    license = fixed_license(datetime(2026, 6, 1, tzinfo=UTC), NOON)
    use = Use(license=license, channel="website", starts_on=starts_on)

    assert queries.lies_outside(use, license, NOON - timedelta(seconds=1)) == before
    assert queries.lies_outside(use, license, NOON) == after


def test_use_before_the_license_or_in_another_channel_is_outside() -> None:
    license = fixed_license(datetime(2026, 6, 5, 18, tzinfo=UTC), NOON)
    at = datetime(2026, 6, 8, tzinfo=UTC)

    def outside(**changed: Any) -> bool:
        given = {"channel": "website", "starts_on": JUNE[5], "ends_on": JUNE[7]} | changed
        return queries.lies_outside(Use(license=license, **given), license, at)

    assert [outside(), outside(starts_on=JUNE[4]), outside(channel="tv")] == [False, True, True]


def test_use_after_a_revocation_is_outside() -> None:
    license = factories.license()
    use = factories.use(license=license)
    now = timezone.now()
    assert not queries.lies_outside(use, license, now)

    license = actions.revoke(license=license, reason="Enough", actor=license.licensor.user, now=now)

    assert queries.lies_outside(use, license, now)


@pytest.mark.parametrize("ends_at", [datetime(2026, 6, 12, tzinfo=UTC), NOON])
def test_period_of_a_license_is_told_with_its_last_day(ends_at: datetime) -> None:
    license = fixed_license(datetime(2026, 6, 1, tzinfo=UTC), ends_at)

    assert (rows.period(license), license.last_day) == ("1 June 2026 to 11 June 2026", JUNE[11])
