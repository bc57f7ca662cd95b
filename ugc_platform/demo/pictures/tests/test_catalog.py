from __future__ import annotations

from collections import Counter

from django.db.models import Model

from submissions.models import AiUse, Submission, Tag
from ugc_platform.demo.cast import MAKERS
from ugc_platform.demo.pictures import CATALOG
from ugc_platform.demo.pictures.catalog import BY_SLUG
from ugc_platform.demo.pictures.scenes import PLATES


def test_catalog_names_each_scene_once() -> None:
    slugs = [picture.slug for picture in CATALOG]

    assert len(slugs) == len(set(slugs)) == 60
    assert set(slugs) == set(PLATES) == set(BY_SLUG)


def test_texts_fit_the_fields_of_a_submission() -> None:
    def longest(name: str, of: type[Model] = Submission) -> int:
        return int(getattr(of._meta.get_field(name), "max_length", 0))

    for picture in CATALOG:
        assert 0 < len(picture.title) <= longest("title"), picture.slug
        assert 0 < len(picture.description) <= longest("description"), picture.slug
        assert 40 < len(picture.alt_text) <= longest("alt_text"), picture.slug
        assert picture.ai_use in AiUse.values, picture.slug
        assert len(picture.tags) == len(set(picture.tags)) >= 3, picture.slug
        assert all(len(tag) <= longest("name", Tag) for tag in picture.tags), picture.slug


def test_texts_and_file_names_are_not_repeated() -> None:
    for name in ("title", "description", "alt_text", "filename"):
        counts = Counter(getattr(picture, name) for picture in CATALOG)
        assert [text for text, count in counts.items() if count > 1] == []


def test_each_maker_has_works() -> None:
    assert {maker.key for maker in MAKERS} == {picture.maker for picture in CATALOG}


def test_formats_and_uses_of_ai_are_mixed() -> None:
    assert {picture.orientation for picture in CATALOG} == {"landscape", "portrait", "square"}
    assert {picture.ai_use for picture in CATALOG} == set(AiUse.values)
    assert {picture.filename.rsplit(".", 1)[1] for picture in CATALOG} == {"jpg", "png", "webp"}
