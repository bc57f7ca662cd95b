from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accounts.models import User
from accounts.tests.factories import person
from brands.models import Brand, Role
from brands.tests.factories import brand as new_brand
from brands.tests.factories import member
from licensing import actions
from licensing.models import LicenseRequest, Use
from licensing.states import RequestState
from licensing.tests import factories
from submissions.models import Submission
from submissions.tests.factories import submission
from trail.models import Entry

pytestmark = pytest.mark.django_db


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def filled(**changed: Any) -> dict[str, Any]:
    """What a browser posts from the form, all fields of it."""
    return {
        "channels": ["website", "organic_social"],
        "paid_use": "no",
        "territories": ["DK", "SE"],
        "term_kind": "months",
        "term_months": "12",
        "term_first_day": "2026-01-01",
        "term_last_day": "",
        "exclusivity_kind": "none",
        "exclusivity_category": "",
        "sublicensing_agencies": "",
        "attribution_required": "yes",
        "attribution_credit_line": "© Ada Holm",
        "attribution_placement": "beside",
        "compensation_kind": "flat_fee",
        "compensation_amount": "1500",
        "compensation_currency": "DKK",
        "compensation_product": "",
        "revocation_allowed": "yes",
        "revocation_notice_days": "0",
        "after_end_printed_matter": "withdraw",
        "after_end_running_ads": "stop",
        "ai_generative_training": "no",
        "ai_other_training": "no",
        "ai_input_or_reference": "no",
        "ai_face_or_voice_replica": "no",
        "ai_text_and_data_mining": "no",
        "message": "We love your boat.",
        "answer_by": (timezone.now() + timedelta(days=10)).date().isoformat(),
        "reserved": "",
    } | changed


def form_url(brand: Brand, work: Submission) -> str:
    return f"/b/{brand.slug}/request/{work.public_id}/"


def test_ask_leads_to_the_form_of_the_only_brand() -> None:
    brand, work = new_brand(), submission()

    response = signed_in(factories.owner(brand)).get(f"/licensing/ask/{work.public_id}/")

    assert (response.status_code, response["Location"]) == (302, form_url(brand, work))


def test_ask_with_several_brands_lets_the_person_choose() -> None:
    user, work = person(), submission()
    brands = [new_brand(user), new_brand(user)]

    text = signed_in(user).get(f"/licensing/ask/{work.public_id}/").content.decode()

    assert all(form_url(brand, work) in text for brand in brands)


def test_ask_without_a_brand_leads_to_the_welcome_page() -> None:
    work = submission()
    response = signed_in(person()).get(f"/licensing/ask/{work.public_id}/")
    assert response["Location"] == f"/welcome/?next=%2Flicensing%2Fask%2F{work.public_id}%2F"


def test_ask_as_viewer_says_who_can() -> None:
    viewer = member(new_brand(), Role.VIEWER).user
    response = signed_in(viewer).get(f"/licensing/ask/{submission().public_id}/")
    assert "owners and editors" in response.content.decode()


def test_ask_for_what_is_not_published_is_not_found() -> None:
    client = signed_in(factories.owner(new_brand()))
    assert client.get(f"/licensing/ask/{submission('in_review').public_id}/").status_code == 404


def test_form_asks_for_the_least_at_first() -> None:
    brand, work = new_brand(), submission(credit_line="Photo: Ada")

    text = signed_in(factories.owner(brand)).get(form_url(brand, work)).content.decode()

    for use in ("generative_training", "other_training", "input_or_reference"):
        assert f'name="ai_{use}" value="no"' in text
    assert 'value="Photo: Ada"' in text


@pytest.mark.parametrize(("language", "typed"), [("da", "1.500,00"), ("da", "1.500"), ("en", "1,500.00")])
def test_post_reads_an_amount_as_people_of_that_language_write_it(language: str, typed: str) -> None:
    brand, work = new_brand(), submission()
    client = signed_in(factories.owner(brand))

    client.post(form_url(brand, work), filled(compensation_amount=typed), headers={"accept-language": language})

    assert LicenseRequest.objects.get().current_offer.parsed_terms.compensation.amount_minor == 150000


def test_post_sends_the_request_and_confirms_with_a_reference() -> None:
    brand, work = new_brand(), submission()
    client = signed_in(factories.owner(brand))

    response = client.post(form_url(brand, work), filled(), follow=True)

    asked = LicenseRequest.objects.get()
    terms = asked.current_offer.parsed_terms
    assert (sorted(terms.channels), sorted(terms.territories)) == (["organic_social", "website"], ["DK", "SE"])
    assert (terms.compensation.amount_minor, terms.ai_uses) == (150000, frozenset())
    text = response.content.decode()
    assert asked.public_id in text
    assert "What happens next" in text


def test_post_twice_is_one_request() -> None:
    brand, work = new_brand(), submission()
    client = signed_in(factories.owner(brand))
    reserved = reserved_in(client.get(form_url(brand, work)).content.decode())

    places = {client.post(form_url(brand, work), filled(reserved=reserved))["Location"] for _ in range(3)}

    assert places == {f"/b/{brand.slug}/requests/{LicenseRequest.objects.get().public_id}/?sent"}


def reserved_in(page: str) -> str:
    return page.split('name="reserved" value="')[1].split('"')[0]


def test_post_of_something_else_with_a_used_form_is_told_and_can_be_sent_as_a_new_request() -> None:
    brand, work = new_brand(), submission()
    client = signed_in(factories.owner(brand))
    used = reserved_in(client.get(form_url(brand, work)).content.decode())
    client.post(form_url(brand, work), filled(reserved=used))
    first = LicenseRequest.objects.get()
    actions.withdraw_request(request=first, actor=factories.owner(brand), now=timezone.now())
    recorded = Entry.objects.count()
    other = filled(message="Something else, long thought over.", channels=["tv"], territories=["NO"])

    refused = client.post(form_url(brand, work), other | {"reserved": used})

    text = refused.content.decode()
    assert refused.status_code == 409
    assert "It stands like this: withdrawn." in text
    assert "Something else, long thought over." in text
    assert " checked" in text.split('name="channels" value="tv"')[1].split(">")[0]
    assert text.split('name="territories" value="NO"')[1].split(">")[0] == " checked"
    assert (LicenseRequest.objects.get(), Entry.objects.count()) == (first, recorded)

    sent = client.post(form_url(brand, work), other | {"reserved": reserved_in(text)})

    new = LicenseRequest.objects.exclude(pk=first.pk).get()
    assert sent["Location"] == f"/b/{brand.slug}/requests/{new.public_id}/?sent"
    assert new.message == "Something else, long thought over."


def test_post_of_the_same_after_a_withdrawal_says_that_it_was_sent_before() -> None:
    brand, work = new_brand(), submission()
    client = signed_in(factories.owner(brand))
    used = reserved_in(client.get(form_url(brand, work)).content.decode())
    client.post(form_url(brand, work), filled(reserved=used))
    actions.withdraw_request(request=LicenseRequest.objects.get(), actor=factories.owner(brand), now=timezone.now())

    text = client.post(form_url(brand, work), filled(reserved=used), follow=True).content.decode()

    assert "You had sent this before." in text
    assert LicenseRequest.objects.get().state == RequestState.WITHDRAWN


def test_post_with_another_forms_reservation_makes_an_id_of_its_own() -> None:
    brand, work, other = new_brand(), submission(), submission()
    client = signed_in(factories.owner(brand))
    reserved = reserved_in(client.get(form_url(brand, other)).content.decode())

    client.post(form_url(brand, work), filled(reserved=reserved))
    client.post(form_url(brand, other), filled(reserved="x.y.z"))

    assert reserved.split(":")[0] not in LicenseRequest.objects.values_list("public_id", flat=True)
    assert LicenseRequest.objects.count() == 2


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"territories": ["DK", "XX"]}, "There is no territory “XX”."),
        ({"channels": ["moon"]}, "id_channels_error"),
        ({"channels": []}, "Choose at least one channel."),
        ({"channels": ["paid_social"]}, "Paid social media needs paid use."),
        ({"term_kind": "fixed", "term_last_day": "2026-02-30"}, "id_term_last_day_error"),
        ({"term_kind": "fixed", "term_last_day": "2026-01-05"}, "This period is already over."),
        ({"term_months": "999"}, "id_term_months_error"),
        ({"compensation_amount": "1500.123"}, "id_compensation_amount_error"),
        ({"compensation_amount": ""}, "Say how much."),
        ({"compensation_amount": "1.500"}, "without a point or comma between thousands"),
        ({"compensation_amount": "0"}, "Say an amount above zero"),
        ({"compensation_kind": ""}, "Say what the creator gets, or that it is nothing."),
        ({"compensation_amount": "Infinity"}, "id_compensation_amount_error"),
        ({"compensation_amount": "1e999999"}, "id_compensation_amount_error"),
        ({"term_kind": "fixed", "term_last_day": "9999-12-31"}, "id_term_last_day_error"),
        ({"answer_by": "9999-12-31"}, "id_answer_by_error"),
        ({"attribution_required": "maybe"}, "id_attribution_required_error"),
        ({"revocation_notice_days": "often"}, "id_revocation_notice_days_error"),
        ({"compensation_kind": "gold"}, "id_compensation_kind_error"),
        ({"answer_by": "2020-01-01"}, "at least one day"),
        ({"message": "x" * 1001}, "id_message_error"),
        ({"exclusivity_kind": "exclusive"}, "nobody else"),
        ({"sublicensing_agencies": "North\nOutway. They pay you EUR 500"}, "not sentences: leave out “.”"),
        ({"attribution_credit_line": "Maja! You get EUR 500"}, "not sentences: leave out “!”"),
        ({"compensation_kind": "product", "compensation_product": "“Boats”"}, "Leave out quotation marks"),
    ],
)
def test_post_of_bad_input_is_refused_and_kept(changed: dict[str, Any], told: str) -> None:
    brand, work = new_brand(), submission()

    response = signed_in(factories.owner(brand)).post(form_url(brand, work), filled(message="Keep me") | changed)

    text = response.content.decode()
    assert response.status_code == 422
    assert told in text
    assert "data-error-summary" in text
    assert "Keep me" in text or "message" in changed
    assert not LicenseRequest.objects.exists()


def test_post_of_what_was_declined_is_refused_with_the_reason() -> None:
    asked = factories.request()
    actions.decline(request=asked, reason="", actor=asked.submission.creator.user, now=timezone.now())
    again = filled(attribution_credit_line="Photo: Maja Holm")

    response = signed_in(factories.owner(asked.brand)).post(form_url(asked.brand, asked.submission), again)

    assert response.status_code == 409
    assert "already said no" in response.content.decode()
    assert LicenseRequest.objects.count() == 1


def test_preview_writes_what_the_creator_reads_and_keeps_nothing() -> None:
    brand, work = new_brand(name="Nordlys"), submission()
    client = signed_in(factories.owner(brand))

    fragment = client.post(form_url(brand, work) + "preview/", filled()).content.decode()
    whole = client.post(form_url(brand, work), filled() | {"preview": "1"}).content.decode()

    for text in (fragment, whole):
        assert "“Nordlys” asks to use" in text
        assert "use the work on their own website and in social media posts" in text
    assert "<html" not in fragment
    assert not LicenseRequest.objects.exists()


def test_preview_of_an_unfinished_form_says_what_is_missing() -> None:
    brand, work = new_brand(), submission()

    response = signed_in(factories.owner(brand)).post(form_url(brand, work) + "preview/", filled(channels=[]))

    assert response.status_code == 200
    assert "Choose at least one channel." in response.content.decode()


def test_credit_line_with_markup_is_text_on_every_page() -> None:
    hostile = "<script>alert(1)</script>' onload='x"
    brand, work = new_brand(), submission()
    client = signed_in(factories.owner(brand))
    client.post(form_url(brand, work), filled(attribution_credit_line=hostile, message=hostile))
    license = factories.grant(LicenseRequest.objects.get())

    for page in (
        client.get(f"/b/{brand.slug}/requests/{license.request.public_id}/"),
        client.get(f"/b/{brand.slug}/licenses/{license.public_id}/"),
        signed_in(work.creator.user).get(f"/studio/requests/{license.request.public_id}/"),
        signed_in(work.creator.user).get(f"/studio/licenses/{license.public_id}/"),
    ):
        text = page.content.decode()
        assert page.status_code == 200
        assert "<script>alert" not in text
        assert "&lt;script&gt;alert" in text


def test_list_pages_have_a_constant_number_ofqueries_of() -> None:
    brand = new_brand()
    client = signed_in(factories.owner(brand))
    addresses = [f"/b/{brand.slug}/requests/", f"/b/{brand.slug}/licenses/?show=all"]
    factories.license(brand=brand)
    before = [queries_of(client, address) for address in addresses]

    for _ in range(29):
        factories.license(brand=brand)

    assert [queries_of(client, address) for address in addresses] == before
    text = client.get(addresses[0]).content.decode()
    assert text.count('class="row-card"') == 24
    following = text.split('rel="next"')[0].rsplit('href="', 1)[1].split('"')[0].replace("&amp;", "&")
    assert client.get(addresses[0] + following).content.decode().count('class="row-card"') == 6


def queries_of(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    return len(captured)


def test_pages_of_another_brand_are_not_found() -> None:
    license = factories.license()
    use = factories.use(license=license)
    asked = factories.request(brand=license.licensee)
    stranger = new_brand()
    client = signed_in(factories.owner(stranger))
    theirs, mine = license.licensee.slug, stranger.slug

    for slug in (theirs, mine):
        for address in (
            f"/b/{slug}/requests/{asked.public_id}/",
            f"/b/{slug}/licenses/{license.public_id}/",
        ):
            assert client.get(address).status_code == 404
        for address in (
            f"/b/{slug}/requests/{asked.public_id}/withdraw/",
            f"/b/{slug}/licenses/{license.public_id}/uses/",
            f"/b/{slug}/licenses/{license.public_id}/uses/{use.public_id}/end/",
        ):
            assert client.post(address, {}).status_code == 404
    for address in ("requests/", "licenses/", f"request/{asked.submission.public_id}/"):
        assert client.get(f"/b/{theirs}/{address}").status_code == 404
    asked.refresh_from_db()
    assert asked.state == RequestState.SENT


def test_viewer_reads_but_does_not_act() -> None:
    license = factories.license()
    use = factories.use(license=license)
    asked = factories.request(brand=license.licensee)
    slug = license.licensee.slug
    client = signed_in(member(license.licensee, Role.VIEWER).user)
    recorded = Entry.objects.count()

    for address in (f"requests/{asked.public_id}/", f"licenses/{license.public_id}/", "requests/", "licenses/"):
        assert client.get(f"/b/{slug}/{address}").status_code == 200
    acts = [
        client.get(f"/b/{slug}/request/{asked.submission.public_id}/"),
        client.post(f"/b/{slug}/request/{submission().public_id}/", filled()),
        client.post(f"/b/{slug}/requests/{asked.public_id}/withdraw/"),
        client.post(f"/b/{slug}/licenses/{license.public_id}/uses/{use.public_id}/end/", {"last_day": "2030-01-01"}),
    ]

    assert [response.status_code for response in acts] == [403] * 4
    assert Entry.objects.filter(subject__startswith="req").count() + Use.objects.count() == 3
    assert recorded <= Entry.objects.count()


def test_withdraw_by_page_is_told() -> None:
    asked = factories.request()

    response = signed_in(factories.owner(asked.brand)).post(
        f"/b/{asked.brand.slug}/requests/{asked.public_id}/withdraw/", follow=True
    )

    asked.refresh_from_db()
    assert asked.state == RequestState.WITHDRAWN
    assert "withdrawn" in response.content.decode()


def test_note_use_by_page_is_seen_by_both_sides() -> None:
    license = factories.license()
    slug = license.licensee.slug
    address = f"/b/{slug}/licenses/{license.public_id}/"
    typed = {
        "channel": "tv",
        "place": "Evening news",
        "url": "",
        "credit_line": "Photo: Maja Holm",
        "starts_on": timezone.now().date().isoformat(),
        "last_day": "",
    }
    client = signed_in(factories.owner(license.licensee))

    assert client.post(address + "uses/", typed | {"place": ""}).status_code == 422
    assert client.post(address + "uses/", typed).status_code == 302

    for text in (
        client.get(address).content.decode(),
        signed_in(license.licensor.user).get(f"/studio/licenses/{license.public_id}/").content.decode(),
    ):
        assert "Evening news" in text
        assert "Not covered by this license" in text


def use_typed(**changed: str) -> dict[str, str]:
    return {
        "channel": "website",
        "place": "Front page",
        "url": "",
        "credit_line": "Photo: Maja Holm",
        "starts_on": "2026-06-01",
        "last_day": "2026-06-30",
    } | changed


def test_note_use_takes_and_shows_the_last_day() -> None:
    license = factories.license()
    address = f"/b/{license.licensee.slug}/licenses/{license.public_id}/"
    client = signed_in(factories.owner(license.licensee))

    client.post(address + "uses/", use_typed())
    client.post(address + "uses/", use_typed(starts_on="2026-07-01", last_day="2026-07-01", place="Poster"))

    assert [use.ends_on for use in Use.objects.order_by("pk")] == [date(2026, 7, 1), date(2026, 7, 2)]
    for text in (
        client.get(address).content.decode(),
        signed_in(license.licensor.user).get(f"/studio/licenses/{license.public_id}/").content.decode(),
    ):
        assert "<span>1 June 2026 – 30 June 2026</span>" in text
        assert "<span>1 July 2026</span>" in text


def test_end_use_by_page_takes_the_last_day() -> None:
    license = factories.license()
    use = factories.use(license=license)
    address = f"/b/{license.licensee.slug}/licenses/{license.public_id}/"
    client = signed_in(factories.owner(license.licensee))
    assert 'name="last_day"' in client.get(address).content.decode()

    for last_day in ("", "2026-02-30", "9999-12-31"):
        client.post(f"{address}uses/{use.public_id}/end/", {"last_day": last_day})
    assert Use.objects.get().ends_on is None

    client.post(f"{address}uses/{use.public_id}/end/", {"last_day": use.starts_on.isoformat()})

    assert Use.objects.get().last_day == use.starts_on


def test_note_use_twice_by_page_is_one_use_and_another_one_is_told() -> None:
    license = factories.license()
    address = f"/b/{license.licensee.slug}/licenses/{license.public_id}/"
    client = signed_in(factories.owner(license.licensee))
    used = reserved_in(client.get(address).content.decode())

    for _ in range(3):
        assert client.post(address + "uses/", use_typed(reserved=used)).status_code == 302
    other = client.post(address + "uses/", use_typed(reserved=used, place="Poster, long described"))

    text = other.content.decode()
    assert other.status_code == 409
    assert "Poster, long described" in text
    assert Use.objects.count() == 1
    assert client.post(address + "uses/", use_typed(reserved=reserved_in(text), place="Poster")).status_code == 302
    assert Use.objects.count() == 2


def test_note_use_with_its_days_in_the_wrong_order_is_told_at_the_last_day() -> None:
    license = factories.license()
    address = f"/b/{license.licensee.slug}/licenses/{license.public_id}/"

    response = signed_in(factories.owner(license.licensee)).post(address + "uses/", use_typed(last_day="2026-05-31"))

    assert response.status_code == 422
    assert 'id="id_last_day_error"' in response.content.decode()
    assert not Use.objects.exists()


def test_page_of_a_license_shows_its_latest_deliveries_at_a_literal_number_of_queries() -> None:
    license = factories.license(now=timezone.now() - timedelta(days=1))
    client = signed_in(factories.owner(license.licensee))
    address = f"/b/{license.licensee.slug}/licenses/{license.public_id}/"
    deliveries, counted = [], []

    for number in range(30):
        editor = member(license.licensee, Role.EDITOR).user
        deliveries.append(factories.delivery(license, actor=editor))
        if number in (0, 29):
            counted.append(queries_of(client, address))

    assert counted == [12, 12]
    text = client.get(address).content.decode().split("Handed over so far")[1].split("</ul>")[0]
    assert re.findall(r'muted">(\w{16})…', text) == [made.sha256[:16] for made in reversed(deliveries[10:])]


def test_page_of_a_license_has_a_literal_number_of_queries_however_often_it_is_used() -> None:
    license = factories.license()
    brand, creator = signed_in(factories.owner(license.licensee)), signed_in(license.licensor.user)
    counted = []

    for number in range(30):
        factories.use(license=license, place=f"Page {number}")
        if number in (0, 29):
            counted.append(queries_of(brand, f"/b/{license.licensee.slug}/licenses/{license.public_id}/"))
            counted.append(queries_of(creator, f"/studio/licenses/{license.public_id}/"))

    assert counted == [13, 11, 13, 11]


def fieldsets(page: str) -> dict[str, list[str]]:
    """Each group of the form by its id, with the ids of what describes it."""
    found = {}
    for attributes in re.findall(r"<fieldset ([^>]*)>", page):
        described = re.search(r'aria-describedby="([^"]*)"', attributes)
        name = re.search(r'\bid="([^"]*)"', attributes)
        assert name, attributes
        found[name[1]] = described[1].split() if described else []
    return found


def test_form_ties_help_and_errors_to_their_groups() -> None:
    brand, work = new_brand(), submission()
    client = signed_in(factories.owner(brand))
    wrong = {
        name: "maybe" for name in filled() if name.startswith("ai_") or name in ("paid_use", "attribution_required")
    }

    untouched = client.get(form_url(brand, work)).content.decode()
    refused = client.post(form_url(brand, work), filled(territories=[]) | wrong).content.decode()

    before, after = fieldsets(untouched), fieldsets(refused)
    assert (before["id_paid_use"], before["id_territories"]) == (["id_paid_use_helptext"], [])
    assert after["id_paid_use"] == ["id_paid_use_helptext", "id_paid_use_error"]
    for name in (*wrong, "territories"):
        assert f"id_{name}_error" in after[f"id_{name}"]
    for page, groups in ((untouched, before), (refused, after)):
        ids = re.findall(r'\bid="([^"]*)"', page)
        assert [name for names in groups.values() for name in names if ids.count(name) != 1] == []
        # The summary of errors leads to each group, so each can take the focus.
        assert all(f'id="{name}" tabindex="-1"' in page for name in groups)
