from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from brands import actions as brand_actions
from brands.models import Brand, Membership
from brands.secrets import DEMO_TOKEN
from brands.tests.factories import brand as new_brand
from licensing import actions
from licensing.api import WRONG_TOKENS
from licensing.models import License
from licensing.tests import factories
from submissions import actions as submission_actions
from submissions.states import State
from submissions.tests.factories import submission

pytestmark = pytest.mark.django_db
PATH = "/api/v1/rights/decision"


def token_of(brand: Brand) -> str:
    by = Membership.objects.get(brand=brand, role="owner")
    return brand_actions.create_token(by=by, name="shop", now=timezone.now())[1]


@pytest.fixture
def license() -> License:
    return factories.license(now=timezone.now() - timedelta(days=1))


def ask(license: License, token: str, **changed: str):
    question = {
        "submission": license.submission.public_id,
        "licensee": license.licensee.public_id,
        "channel": "website",
        "territory": "DK",
    } | changed
    headers = {"authorization": f"Bearer {token}"} if token else {}
    return Client().get(PATH, question, headers=headers)


def test_decide_with_the_token_of_a_demo_among_real_people_is_refused(license: License, settings: Any) -> None:
    by = Membership.objects.get(brand=license.licensee, role="owner")
    _, token = brand_actions.create_token(by=by, name="shop", of_demo=True, now=timezone.now())
    assert token == DEMO_TOKEN

    assert ask(license, token).status_code == 200
    settings.PRODUCTION = True
    assert ask(license, token).status_code == 401
    assert ask(license, token_of(license.licensee)).status_code == 200


def test_decide_within_the_terms_is_allowed_with_duties(license: License, django_assert_num_queries) -> None:
    token = token_of(license.licensee)

    with django_assert_num_queries(1):
        response = ask(license, token)

    body = response.json()
    assert response.status_code == 200
    assert (body["allowed"], body["reasons"], body["license"]) == (True, [], license.number)
    assert body["credit_line"] == "Photo: Maja Holm"
    assert {"code": "credit_line", "text": "Credit the creator with these words: Photo: Maja Holm"} in body["duties"]
    assert body["evidence"] == "reauthentication"
    assert license.ends_at is not None
    assert body["valid_until"].startswith(license.ends_at.strftime("%Y-%m-%dT%H:%M"))
    assert response["Cache-Control"] == "no-store"


def test_decide_outside_the_terms_names_every_reason(license: License) -> None:
    body = ask(license, token_of(license.licensee), channel="tv", territory="US", purpose="paid").json()

    assert body["allowed"] is False
    assert [reason["code"] for reason in body["reasons"]] == [
        "channel_not_licensed",
        "territory_not_licensed",
        "paid_use_not_licensed",
    ]


def test_decide_after_revocation_says_no_at_once(license: License) -> None:
    token = token_of(license.licensee)
    assert ask(license, token).json()["allowed"] is True

    actions.revoke(
        license=license, reason="No credit.", actor=license.licensor.user, now=timezone.now() - timedelta(seconds=1)
    )

    body = ask(license, token).json()
    assert (body["allowed"], body["reasons"][0]["code"]) == (False, "license_revoked")


def test_decide_after_withdrawal_of_the_work_says_no_at_once(license: License) -> None:
    token = token_of(license.licensee)
    submission_actions.withdraw(
        submission=license.submission,
        actor=license.licensor.user,
        reason="",
        now=timezone.now() - timedelta(seconds=1),
    )

    body = ask(license, token).json()
    assert (body["allowed"], body["reasons"][0]["code"]) == (False, "work_withdrawn")
    assert License.objects.get().in_force(timezone.now()) is False


def test_decide_without_license_says_so(license: License) -> None:
    other = new_brand()
    body = ask(license, token_of(other), licensee=other.public_id).json()
    assert [reason["code"] for reason in body["reasons"]] == ["no_license"]


@pytest.mark.parametrize("token", ["", "ugc_made_up"])
def test_decide_without_a_known_token_is_401(license: License, token: str) -> None:
    response = ask(license, token)
    assert (response.status_code, response["Content-Type"]) == (401, "application/problem+json")
    assert response["WWW-Authenticate"] == "Bearer"


def test_decide_with_the_token_of_another_brand_is_404(license: License) -> None:
    response = ask(license, token_of(new_brand()))
    assert (response.status_code, response.json()["code"]) == (404, "not_found")


def test_decide_with_a_revoked_token_is_401(license: License) -> None:
    token = token_of(license.licensee)
    by = Membership.objects.get(brand=license.licensee, role="owner")
    brand_actions.revoke_token(by=by, token=license.licensee.api_tokens.get(), now=timezone.now())
    assert ask(license, token).status_code == 401


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"territory": "XX"}, "territory"),
        ({"channel": "telepathy"}, "channel"),
        ({"purpose": "fun"}, "purpose"),
        ({"at": "yesterday"}, "at"),
        ({"at": "2027-01-01T00:00:00"}, "at"),
        ({"channel": ""}, "channel"),
    ],
)
def test_decide_on_what_does_not_exist_is_422(license: License, changed: dict[str, str], field: str) -> None:
    response = ask(license, token_of(license.licensee), **changed)
    assert (response.status_code, list(response.json()["fields"])) == (422, [field])


def test_decide_on_unknown_work_is_404(license: License) -> None:
    assert ask(license, token_of(license.licensee), submission="sub_00000000000000000000").status_code == 404


def test_decide_on_a_work_that_is_not_public_is_as_on_one_that_does_not_exist(license: License) -> None:
    token = token_of(new_brand())
    of_token = {"licensee": ""}
    public = ask(license, token, **of_token)
    hidden = [submission(state).public_id for state in State if state != State.PUBLISHED]
    assert len(hidden) > 5

    missing = ask(license, token, submission="sub_00000000000000000000", **of_token)
    answers = [ask(license, token, submission=one, **of_token) for one in hidden]

    assert public.status_code == 200
    assert (missing.status_code, missing["Content-Type"]) == (404, "application/problem+json")
    assert {(one.status_code, one.content, tuple(one.items())) for one in answers} == {
        (404, missing.content, tuple(missing.items()))
    }


def test_decide_on_a_withdrawn_work_is_404_for_who_never_had_a_license(license: License) -> None:
    submission_actions.withdraw(
        submission=license.submission, actor=license.licensor.user, reason="", now=timezone.now()
    )
    answers = [ask(license, token_of(brand), licensee="").status_code for brand in (license.licensee, new_brand())]
    assert answers == [200, 404]


def test_decide_without_licensee_is_about_the_brand_of_the_token(license: License) -> None:
    token = token_of(license.licensee)
    named, left_out = ask(license, token).json(), ask(license, token, licensee="").json()
    assert named.pop("decided_at") < left_out.pop("decided_at")
    assert named.pop("question") | {"at": ""} == left_out.pop("question") | {"at": ""}
    assert named == left_out


def test_decide_with_many_wrong_tokens_is_429_there_and_known_ones_are_answered(license: License) -> None:
    token = token_of(license.licensee)
    most = WRONG_TOKENS.most
    assert [ask(license, f"ugc_{number}").status_code for number in range(most + 1)] == [401] * most + [429]

    refused = ask(license, "ugc_once_more")

    assert (refused["Content-Type"], refused.json()["code"]) == ("application/problem+json", "too_often")
    assert 0 < int(refused["Retry-After"]) <= 300
    assert ask(license, token).status_code == 200
    question = {"submission": "sub_x", "territory": "DK", "channel": "website"}
    elsewhere = Client(REMOTE_ADDR="203.0.113.9").get(PATH, question, headers={"authorization": "Bearer ugc_x"})
    assert elsewhere.status_code == 401


def test_openapi_document_describes_the_decision() -> None:
    document = Client().get("/api/v1/openapi.json").json()
    parameters = document["paths"][PATH]["get"]["parameters"]
    assert [one["name"] for one in parameters] == [
        "submission", "licensee", "territory", "channel", "purpose", "at",
    ]  # fmt: skip
