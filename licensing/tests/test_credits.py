"""The credit line as it is copied: what stands in the clipboard has to work where it is pasted."""

from __future__ import annotations

from html import unescape

import pytest
from django.test import override_settings

from licensing import credits
from licensing.models import License
from licensing.tests import factories
from licensing.tests.sample_terms import stored
from licensing.tests.test_brand_pages import signed_in

pytestmark = pytest.mark.django_db

HOSTILE = '© A & B <script>alert("x")</script> [a](b) *c* _d_'


def licensed(line: str, **attribution: object) -> License:
    return factories.license(terms=stored(attribution={"credit_line": line, **attribution}))


def forms(license: License) -> dict[str, str]:
    return {credit.id: credit.text for credit in credits.of(license)}


@override_settings(SITE_URL="https://works.example")
def test_credit_is_given_in_four_forms_that_lead_to_the_license() -> None:
    license = licensed("Photo: Maja Holm")
    link = f"https://works.example/verify/{license.number}/"

    assert forms(license) == {
        "credit-plain": "Photo: Maja Holm",
        "credit-caption": f"Photo: Maja Holm · License {license.number}",
        "credit-html": f'<a href="{link}" rel="license">Photo: Maja Holm</a>',
        "credit-markdown": f"[Photo: Maja Holm](<{link}>)",
    }
    assert [(credit.id, credit.mono) for credit in credits.of(license)] == [
        ("credit-plain", False),
        ("credit-caption", False),
        ("credit-html", True),
        ("credit-markdown", True),
    ]


def test_credit_leads_where_the_terms_say() -> None:
    found = forms(licensed("Photo: Maja Holm", link="https://maja.example/work?a=1&b=2"))

    assert found["credit-html"] == (
        '<a href="https://maja.example/work?a=1&amp;b=2" rel="license">Photo: Maja Holm</a>'
    )
    assert found["credit-markdown"] == "[Photo: Maja Holm](<https://maja.example/work?a=1&b=2>)"


def test_credit_with_markup_stays_text_in_every_form() -> None:
    license = licensed(HOSTILE, link="https://maja.example/work")

    assert forms(license) == {
        "credit-plain": HOSTILE,
        "credit-caption": f"{HOSTILE} · License {license.number}",
        "credit-html": (
            '<a href="https://maja.example/work" rel="license">'
            "© A &amp; B &lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; [a](b) *c* _d_</a>"
        ),
        "credit-markdown": (
            r'[© A & B \<script\>alert\("x"\)\</script\> \[a\]\(b\) \*c\* \_d\_](<https://maja.example/work>)'
        ),
    }


def test_markdown_link_cannot_be_broken_out_of() -> None:
    assert credits.as_markdown("a", "https://x.example/<b>") == "[a](<https://x.example/%3Cb%3E>)"
    assert credits.as_html('"', '"><script>') == '<a href="&quot;&gt;&lt;script&gt;" rel="license">&quot;</a>'


def test_no_credit_is_offered_where_none_is_asked() -> None:
    assert credits.of(licensed("", required=False)) == []


def test_page_of_the_license_offers_each_form_to_copy() -> None:
    license = licensed(HOSTILE)
    client = signed_in(factories.owner(license.licensee))

    page = client.get(f"/b/{license.licensee.slug}/licenses/{license.public_id}/").content.decode()

    assert "<script>alert(" not in page
    for name, text in forms(license).items():
        begin = page.index(f'id="{name}"')
        assert text in unescape(page[begin : begin + 2000]), name
