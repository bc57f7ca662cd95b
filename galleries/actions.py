"""Keep the texts and words of public pages in step with the works. None of it decides what may be seen.

Texts are drawn before anything is locked, and kept only for a work that is still published as it was drawn: nothing of
a work that was withdrawn meanwhile is brought back.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from django.db import transaction

from core import jobs
from galleries import cards, keywords, work_pages
from galleries.models import Card, Keyword, TagCount, WorkPage
from submissions import queries as submission_queries
from submissions.models import MediaFile, Submission
from submissions.states import State

# Kind of the background job that draws the texts of a work; its subject is the work's public id.
DRAW_JOB = "galleries.draw"

# Kind of the background job that goes through the works of a creator who has another name; its subject is the creator.
RENAME_JOB = "galleries.rename"


def keep_cards(*, submissions: Sequence[Submission]) -> list[Card]:
    """Draw the cards of these works and keep them, over older ones."""
    built = cards.build(submissions)
    with transaction.atomic():
        standing = _standing([card.submission_id for card in built])
        Card.objects.bulk_create(
            [card for card in built if standing.get(card.submission_id) == card.revision],
            update_conflicts=True,
            unique_fields=["submission"],
            update_fields=[*(f"html_{language}" for language in cards.LANGUAGES), "template_hash", "revision"],
        )
    return built


def keep_page(*, work: Submission) -> WorkPage:
    """Draw the page of this work, which was loaded with its pictures and tags, and keep it over an older one."""
    page = work_pages.build(work)
    texts = [f"html_{language}" for language in cards.LANGUAGES]
    with transaction.atomic():
        if _standing([work.pk]).get(work.pk) == work.revision:
            WorkPage.objects.bulk_create(
                [page], update_conflicts=True, unique_fields=["submission"], update_fields=[*texts, "fingerprint"]
            )
    return page


def _standing(keys: Collection[int]) -> dict[int, int]:
    """Those of these works that are published, with their revisions; they stay so until the transaction ends."""
    works = Submission.objects.select_for_update(no_key=True).filter(pk__in=keys, state=State.PUBLISHED)
    return dict(works.order_by("pk").values_list("pk", "revision"))


def draw(*, public_id: str) -> None:
    """Keep the card and the page of a work, before the first visitor asks for them. Nothing happens if it is gone."""
    works = submission_queries.with_pictures(submission_queries.published())
    work = works.prefetch_related("tags").filter(public_id=public_id).first()
    if work is not None:
        keep_cards(submissions=[work])
        keep_page(work=work)


@transaction.atomic
def show(*, public_id: str) -> None:
    """A work was published: keep the words by which it is found, and have its card and page drawn.

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
    _keep_keywords(submission)
    jobs.enqueue(DRAW_JOB, public_id)


def show_all_by(*, creator_id: str) -> None:
    """The creator has another name: neither words nor kept texts of their works hold the old one any longer.

    One work after the other, each in its own transaction; done twice it changes nothing more.
    """
    works = submission_queries.published().filter(creator__public_id=creator_id).order_by("pk")
    for public_id in works.values_list("public_id", flat=True):
        WorkPage.objects.filter(submission__public_id=public_id).delete()
        show(public_id=public_id)


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
