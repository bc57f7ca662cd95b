"""Published works whose cards and words are in place."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from core import jobs
from core.ids import new_id, random_token
from core.models import Job
from creators.models import Creator
from creators.tests.factories import creator as new_creator
from galleries import actions
from galleries.models import Keyword
from submissions.models import MediaFile, Rendition, Submission, Tag
from submissions.states import State
from submissions.tests import factories
from trail import readers, sequencer

START = datetime(2026, 1, 1, tzinfo=UTC)


def follow_trail() -> None:
    sequencer.number_all()
    readers.follow("galleries.cards")
    for job in Job.objects.filter(kind=actions.DRAW_JOB, state=Job.State.WAITING):
        jobs.run(job.pk)


def published(*, creator: Creator | None = None, **described: Any) -> Submission:
    made = factories.submission(State.PUBLISHED, creator=creator, **described)
    follow_trail()
    return Submission.objects.get(pk=made.pk)


def in_a_row(count: int, *, creator: Creator | None = None, **described: Any) -> list[Submission]:
    """Published a minute apart, the newest first: one real work and copies of its rows."""
    first = factories.submission(State.PUBLISHED, creator=creator or new_creator(), **described)
    works = [Submission.objects.get(pk=first.pk)]
    works += [_copy(first.pk) for _ in range(count - 1)]
    for number, work in enumerate(works):
        work.published_at = START + timedelta(minutes=number)
        work.save(update_fields=["published_at"])
        actions.show(public_id=work.public_id)
        actions.draw(public_id=work.public_id)
    return works[::-1]


def same_moment(works: list[Submission]) -> None:
    Submission.objects.filter(pk__in=[work.pk for work in works]).update(published_at=START)
    Keyword.objects.filter(submission__in=works).update(published_at=START)


def _copy(pk: int) -> Submission:
    work = Submission.objects.get(pk=pk)
    file = MediaFile.objects.get(submission=work, is_current=True)
    renditions = list(Rendition.objects.filter(media_file=file))
    tags = list(Tag.objects.filter(submission=work))
    work.pk, work.public_id, work.form_key = None, new_id("sub"), random_token(20)
    work.save(force_insert=True)
    file.pk, file.public_id, file.storage_key, file.submission = None, new_id("med"), random_token(20), work
    file.save(force_insert=True)
    for rendition in renditions:
        rendition.pk, rendition.public_id, rendition.storage_key = None, new_id("ren"), random_token(20)
        rendition.media_file = file
    Rendition.objects.bulk_create(renditions)
    Tag.objects.bulk_create(Tag(submission=work, name=tag.name) for tag in tags)
    return work
