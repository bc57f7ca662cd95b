from __future__ import annotations

import dataclasses
import json
from datetime import UTC, datetime

from licensing.exports import PublishedWork, schema_org, script_text

WORK = PublishedWork(
    title="Harbor at dawn",
    description="Three boats.",
    alt_text="Three blue boats in fog",
    page_url="https://site.example/w/sub_1/",
    image_url="https://site.example/media/r/ren_1/",
    thumbnail_url="https://site.example/media/r/ren_2/",
    width=2048,
    height=1365,
    credit_line="Photo: Maja Holm",
    creator_name="Maja Holm",
    creator_url="https://site.example/@maja/",
    published_at=datetime(2026, 11, 24, 12, tzinfo=UTC),
    license_url="https://site.example/w/sub_1/#license",
    ask_url="https://site.example/w/sub_1/",
)


def test_schema_org_has_the_fields_of_a_licensable_image() -> None:
    assert schema_org(WORK) == {
        "@context": "https://schema.org",
        "@type": "ImageObject",
        "@id": "https://site.example/w/sub_1/",
        "name": "Harbor at dawn",
        "description": "Three boats.",
        "caption": "Three blue boats in fog",
        "url": "https://site.example/w/sub_1/",
        "contentUrl": "https://site.example/media/r/ren_1/",
        "thumbnailUrl": "https://site.example/media/r/ren_2/",
        "width": 2048,
        "height": 1365,
        "datePublished": "2026-11-24T12:00:00Z",
        "creator": {"@type": "Person", "name": "Maja Holm", "url": "https://site.example/@maja/"},
        "creditText": "Photo: Maja Holm",
        "copyrightNotice": "© 2026 Maja Holm",
        "license": "https://site.example/w/sub_1/#license",
        "acquireLicensePage": "https://site.example/w/sub_1/",
    }


def test_schema_org_names_the_rights_holder_and_leaves_out_what_is_not_known() -> None:
    work = dataclasses.replace(WORK, rights_holder_name="Holm & Co", description="", thumbnail_url="")

    described = schema_org(work)

    assert described["copyrightNotice"] == "© 2026 Holm & Co"
    assert "description" not in described
    assert "thumbnailUrl" not in described


def test_script_text_cannot_end_its_element_and_reads_back_the_same() -> None:
    hostile = "</script><script>alert(1)</script> <!-- & \u202egnp.exe"
    described = schema_org(dataclasses.replace(WORK, credit_line=hostile))

    text = script_text(described)

    assert "<" not in text
    assert ">" not in text
    assert json.loads(text) == described
    assert described["creditText"] == hostile.replace("\u202e", "")
