"""Two people at once, on real connections: whoever is first wins, the other is told, nothing happens twice."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

import pytest
from django.db import close_old_connections, connection
from django.utils import timezone

from brands.tests.factories import brand as new_brand
from consent.models import Evidence
from core.errors import DomainError
from core.ids import new_id
from licensing import actions
from licensing.models import License, LicenseRequest
from licensing.states import LicenseState, RequestState
from licensing.tests import factories
from licensing.tests.sample_terms import terms
from submissions import actions as submission_actions
from submissions.tests.factories import submission
from trail.models import Entry

pytestmark = pytest.mark.django_db(transaction=True)

EXCLUSIVE = {"exclusivity": {"kind": "exclusive", "category": "Shoes"}}


def at_once(*acts: Callable[[], Any]) -> list[Any]:
    """Run them in threads that start together; what each returned, or the code of its refusal."""
    barrier = threading.Barrier(len(acts))
    results: list[Any] = [None] * len(acts)

    def run(place: int, act: Callable[[], Any]) -> None:
        try:
            barrier.wait(timeout=20)
            results[place] = act()
        except DomainError as refusal:
            results[place] = refusal.code
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(place, act)) for place, act in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    close_old_connections()
    return results


def told(kind: str) -> int:
    return Entry.objects.filter(kind=kind).count()


def test_grant_four_times_at_once_is_one_license() -> None:
    asked = factories.request()

    results = at_once(*[lambda: factories.grant(asked).pk] * 4)

    assert set(results) == {License.objects.get().pk}
    assert (told("license.granted"), Evidence.objects.filter(act="license.grant").count()) == (1, 1)
    assert factories.rows_match()


def test_two_exclusive_grants_at_once_are_one() -> None:
    work = submission()
    requests = [factories.request(submission=work, terms=terms(**EXCLUSIVE)) for _ in range(3)]

    results = at_once(*[lambda asked=asked: factories.grant(asked).pk for asked in requests])

    assert sorted(map(str, results))[1:] == ["exclusive_overlap"] * 2
    assert (License.objects.count(), told("license.granted")) == (1, 1)


def test_exclusive_and_plain_grant_at_once_are_one() -> None:
    work = submission()
    exclusive = factories.request(submission=work, terms=terms(**EXCLUSIVE))
    plain = factories.request(submission=work)

    results = at_once(lambda: factories.grant(exclusive).pk, lambda: factories.grant(plain).pk)

    assert results.count("exclusive_overlap") == 1
    assert License.objects.count() == 1


def test_grant_while_the_brand_withdraws_is_one_of_both() -> None:
    asked = factories.request()
    owner = factories.owner(asked.brand)

    results = at_once(
        lambda: factories.grant(asked).pk,
        lambda: actions.withdraw_request(request=asked, actor=owner, now=timezone.now()).pk,
    )

    asked = LicenseRequest.objects.get()
    granted = License.objects.count() == 1
    assert asked.state == (RequestState.GRANTED if granted else RequestState.WITHDRAWN)
    assert results.count("request_not_open") == 1
    assert told("license.granted") + told("request.withdrawn") == 1
    assert factories.rows_match()


def test_grant_while_declining_is_one_of_both() -> None:
    asked = factories.request()
    creator = asked.submission.creator.user

    results = at_once(
        lambda: factories.grant(asked).pk,
        lambda: actions.decline(request=asked, reason="", actor=creator, now=timezone.now()).pk,
    )

    assert results.count("request_not_open") == 1
    assert told("license.granted") + told("request.declined") == 1


def test_grant_while_the_work_is_withdrawn_leaves_both_whole() -> None:
    asked = factories.request()
    work = asked.submission

    results = at_once(
        lambda: factories.grant(asked).pk,
        lambda: submission_actions.withdraw(submission=work, actor=work.creator.user, reason="", now=timezone.now()).pk,
    )

    work.refresh_from_db()
    assert work.state == "withdrawn"
    assert results[0] in ("work_not_available", *License.objects.values_list("pk", flat=True))
    assert factories.rows_match()


def test_revoke_while_granting_again_is_one_revocation() -> None:
    asked = factories.request()
    license = factories.grant(asked)
    creator = license.licensor.user

    def revoke() -> int:
        return actions.revoke(license=license, reason="Enough", actor=creator, now=timezone.now()).pk

    results = at_once(revoke, lambda: factories.grant(asked).pk, revoke)

    assert results == [license.pk] * 3
    assert License.objects.get().state == LicenseState.REVOKED
    assert (told("license.granted"), told("license.revoked")) == (1, 1)
    assert factories.rows_match()


def test_send_the_same_form_four_times_at_once_is_one_request() -> None:
    work, brand, form, now = submission(), new_brand(), new_id("req"), timezone.now()

    results = at_once(*[lambda: factories.request(submission=work, brand=brand, reserved_id=form, now=now).pk] * 4)

    assert set(results) == {LicenseRequest.objects.get().pk}
    assert told("request.sent") == 1


def test_two_members_ask_at_once_is_one_request() -> None:
    work, brand = submission(), new_brand()

    results = at_once(*[lambda: factories.request(submission=work, brand=brand).pk] * 2)

    assert results.count("request_open") == 1
    assert LicenseRequest.objects.count() == 1
