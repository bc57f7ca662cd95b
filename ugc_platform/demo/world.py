"""Makes the demo's people, works, requests and licenses, by the same actions that pages call, in order of time."""

from __future__ import annotations

import heapq
import signal
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from datetime import datetime, timedelta
from functools import partial
from itertools import count

from django.utils import timezone

from core import jobs
from core.models import Job
from creators.models import Creator
from licensing import actions as licensing
from moderation import actions as moderation
from notifications import actions as notifications
from notifications.models import Notification
from submissions import processing
from submissions.models import Submission
from submissions.states import State
from trail import readers, sequencer
from ugc_platform import supervisor
from ugc_platform.demo import asking, handing_in, people, pictures, plan

Progress = Callable[[int, int], None]
Act = Callable[[datetime], None]
# The age of the oldest work in days, and the days between two.
OLDEST, STEP = 58.0, 0.96
NEWS_LASTS = timedelta(days=4)


class World:
    """A queue of what happens when. A step may add later ones; none happens in the future."""

    def __init__(self, now: datetime) -> None:
        self.now = now
        self.cast = people.settle(now - timedelta(days=70))
        self.published: list[Submission] = []
        self._steps: list[tuple[datetime, int, Act]] = []
        self._order = count()

    def days_ago(self, days: float) -> datetime:
        return self.now - timedelta(days=days)

    def at(self, moment: datetime, act: Act) -> None:
        """What would lie in the future is left out: it has not happened."""
        if moment <= self.now:
            heapq.heappush(self._steps, (moment, next(self._order), act))

    def run(self) -> None:
        while self._steps:
            moment, _, act = heapq.heappop(self._steps)
            act(moment)

    def decide(self, submission: Submission, kind: str, reason: tuple[str, str], moment: datetime) -> None:
        submission.refresh_from_db()
        if submission.state not in (State.IN_REVIEW, State.PUBLISHED):
            return
        moderation.decide(
            submission=submission,
            kind=kind,
            reason_code=reason[0],
            reason=reason[1],
            revision=submission.revision,
            actor=self.cast.moderator,
            now=moment,
        )


def make(*, progress: Progress) -> None:
    world = World(timezone.now())
    catalog = pictures.CATALOG
    done = 0
    # Drawing takes a processor of its own; it runs ahead of what happens with the pictures.
    with _drawing() as pool:
        drawn = [pool.submit(pictures.draw, picture.slug) for picture in catalog]

        def hand_in(number: int, moment: datetime) -> None:
            nonlocal done
            _hand_in(world, number, drawn[number].result(), moment)
            done += 1
            progress(done, len(catalog))

        for number in range(len(catalog)):
            world.at(world.days_ago(OLDEST - number * STEP), partial(hand_in, number))
        for ask in plan.ASKS:
            world.at(world.days_ago(ask.asked), partial(asking.ask, world, ask))
        world.run()
    licensing.expire_due(world.now)
    # The checks were made above, at their time in the story.
    Job.objects.filter(state=Job.State.WAITING, kind="submissions.check").delete()
    _catch_up()
    _read_what_is_old(world.now)


@contextmanager
def _drawing() -> Iterator[ProcessPoolExecutor]:
    """Signals are for the process that waits; the one that draws ends after its picture, and what waits is dropped."""
    pool = ProcessPoolExecutor(max_workers=1, initializer=_leave_signals_to_parent)
    try:
        yield pool
    finally:
        pool.shutdown(cancel_futures=True)


def _leave_signals_to_parent() -> None:
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)
    # A parent that was killed drops nothing, and the next picture to draw would be waited for without an end.
    supervisor.die_with_parent(signal.SIGKILL)


def _hand_in(world: World, number: int, content: bytes, moment: datetime) -> None:
    creator = _creator(world, number)
    end = plan.ENDS.get(number, plan.PUBLISHED)
    if end == plan.BROKEN:
        content = content[: len(content) // 3]
    submission = handing_in.submit(creator, pictures.CATALOG[number], content, moment)
    world.at(moment + timedelta(seconds=20), partial(_check, submission))
    waiting = timedelta(hours=5 + number * 7 % 30)
    match end:
        case plan.PUBLISHED | plan.REMOVED:
            world.at(moment + waiting, partial(world.decide, submission, "publish", ("", "")))
            if end == plan.PUBLISHED:
                world.at(moment + waiting, lambda _: world.published.append(submission))
        case plan.CHANGES:
            world.at(moment + waiting, partial(world.decide, submission, "request_changes", plan.REASONS[end]))
        case plan.REJECTED:
            world.at(moment + waiting, partial(world.decide, submission, "reject", plan.REASONS[end]))
        case plan.WITHDRAWN:
            world.at(moment + waiting, partial(handing_in.withdraw, submission))
    if end == plan.REMOVED:
        world.at(moment + waiting * 2, partial(world.decide, submission, "remove", plan.REASONS[end]))


def _creator(world: World, number: int) -> Creator:
    """Every fourth work is of the creator whose log-in is printed; the others take turns."""
    others = world.cast.creators[1:]
    return world.cast.creators[0] if number % 4 == 0 else others[number % len(others)]


def _check(submission: Submission, moment: datetime) -> None:
    processing.check(submission.public_id, clock=lambda: moment)


def _read_what_is_old(now: datetime) -> None:
    """People have looked now and then: only the news of the last days is new to them."""
    for notification in Notification.objects.filter(created_at__lt=now - NEWS_LASTS):
        notifications.read(notification=notification, now=notification.created_at + timedelta(hours=3))


def _catch_up() -> None:
    """What the background worker does, once, so that the first page shows news and cards."""
    while sequencer.number_all():
        while readers.follow_all():
            pass
    jobs.run_all()
