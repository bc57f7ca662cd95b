"""The way of one work, like a parcel: what happened, told from the trail, then where it is, then what is to come."""

from __future__ import annotations

from accounts.models import User
from dashboards.timeline import ahead, told
from dashboards.timeline.story import Step, load
from submissions.models import Submission

__all__ = ["Step", "steps"]


def steps(submission: Submission, reader: User) -> list[Step]:
    """For `reader`, who is the creator or staff; a handful of queries, however much has happened."""
    story = load(submission, reader, kinds=told.TOLD)
    return [*(told.TOLD[entry.kind](story, entry) for entry in story.entries), *ahead.steps(story)]
