"""Keep the texts and words of public pages in step with the works. None of it decides what may be seen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.db import transaction

from galleries import cards, keywords, work_pages
from galleries.models import Card, Keyword, TagCount, WorkPage
from submissions.models import MediaFile, Submission
from submissions.states import State


@transaction.atomic
def keep_cards(*, submissions: Sequence[Submission]) -> list[Card]:
    """Draw the cards of these works and keep them, over older ones."""
    built = cards.build(submissions)
    Card.objects.bulk_create(
        built,
        update_conflicts=True,
        unique_fields=["submission"],
        update_fields=[*(f"html_{language}" for language in cards.LANGUAGES), "template_hash", "revision"],
    )
    return built


@transaction.atomic
def keep_page(*, work: Submission) -> WorkPage:
    """Draw the page of this work, which was loaded with its pictures and tags, and keep it over an older one."""
    page = work_pages.build(work)
    texts = [f"html_{language}" for language in cards.LANGUAGES]
    WorkPage.objects.bulk_create(
        [page], update_conflicts=True, unique_fields=["submission"], update_fields=[*texts, "fingerprint"]
    )
    return page


@transaction.atomic
def show(*, public_id: str) -> None:
    """A work was published: keep its card, its page and the words by which it is found.

    Does nothing if it is gone again.
    """
    submission = (
        Submission.objects.select_for_update(of=("self",))
        .select_related("creator")
        .prefetch_related("tags")
        .filter(public_id=public_id, state=State.PUBLISHED)
        .first()
    )
    if submission is None:
        return
    keep_cards(submissions=[submission])
    keep_page(work=submission)
    _keep_keywords(submission)


@transaction.atomic
def hide(*, public_id: str) -> None:
    """A work is no longer public: forget its texts and words, so that nothing of them lies about."""
    kept = Keyword.objects.filter(submission__public_id=public_id)
    tags = [word for word in kept.values_list("word", flat=True) if word.startswith(keywords.tag(""))]
    kept.delete()
    Card.objects.filter(submission__public_id=public_id).delete()
    WorkPage.objects.filter(submission__public_id=public_id).delete()
    _count_tags(tags)


def _keep_keywords(submission: Submission) -> None:
    file = MediaFile.objects.filter(submission=submission, is_current=True).first()
    at = submission.published_at
    if file is None or not file.width or not file.height or at is None:
        return
    tags = [tag.name for tag in submission.tags.all()]
    creator = submission.creator
    text = " ".join([submission.title, submission.description, *tags, creator.name, creator.handle])
    found = keywords.of_work(text=text, tags=tags, answer=submission.ai_use, width=file.width, height=file.height)
    Keyword.objects.filter(submission=submission).exclude(word__in=found).delete()
    Keyword.objects.bulk_create(
        (Keyword(submission=submission, word=word, published_at=at) for word in sorted(found)),
        ignore_conflicts=True,
    )
    _count_tags(keywords.tag(name) for name in tags)


def _count_tags(tags: Iterable[str]) -> None:
    for word in sorted(tags):
        name = word.removeprefix(keywords.tag(""))
        works = Keyword.objects.filter(word=word).count()
        if works:
            TagCount.objects.update_or_create(name=name, defaults={"works": works})
        else:
            TagCount.objects.filter(name=name).delete()
