"""The review queue: see what waits, look at one work, decide."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import get_language, get_language_info
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from accounts.models import User
from core import numbers
from core.errors import Invalid
from moderation import actions, policies, queries
from moderation.forms import RefusalForm
from moderation.models import Decision
from submissions import details, pictures
from submissions import policies as submission_policies
from submissions import queries as submissions
from submissions.models import Submission
from submissions.states import State

REFUSALS = {
    State.IN_REVIEW: (Decision.Kind.REQUEST_CHANGES, Decision.Kind.REJECT),
    State.PUBLISHED: (Decision.Kind.REMOVE,),
}
# Kept in the session: a moderator who wants to see pictures as they are says so once.
SHOW_PICTURES = "moderation_show_pictures"


def moderator(request: HttpRequest) -> User:
    """The moderator who asks; for everybody else there is no such page."""
    user = request.user
    if not user.is_authenticated or not policies.can_moderate(user):
        raise Http404("no moderator")
    return user


@require_safe
@login_required
def queue(request: HttpRequest) -> HttpResponse:
    user = moderator(request)
    now = timezone.now()
    found = queries.waiting(after=request.GET.get("after", ""))
    rows = [
        {
            "submission": submission,
            "picture": pictures.of(submission),
            "own": submission_policies.owns(user, submission),
            "looked_at_by": _looking(submission, user),
        }
        for submission in found[: queries.PAGE]
    ]
    context = {
        "rows": rows,
        "waiting": queries.count_waiting(),
        "next": found[queries.PAGE - 1].public_id if len(found) > queries.PAGE else "",
        "first": queries.next_waiting(user, now=now),
        "shows_pictures": request.session.get(SHOW_PICTURES, False),
    }
    return render(request, "moderation/queue.html", context)


def _looking(submission: Submission, user: User) -> str:
    claim = getattr(submission, "claim", None)
    if claim is None or claim.until <= timezone.now() or claim.moderator_id == user.pk:
        return ""
    return str(claim.moderator)


@login_required
def review(request: HttpRequest, public_id: str) -> HttpResponse:
    """One work with all that was said about it. Opening it tells other moderators that somebody looks."""
    user = moderator(request)
    rows = submissions.with_pictures(submissions.visible_to(user)).select_related("creator__user")
    submission = get_object_or_404(rows, public_id=public_id)
    kinds = REFUSALS.get(State(submission.state), ())
    kind = request.POST.get("kind", "")
    language = submission.creator.user.language
    forms = {each: RefusalForm(request.POST if kind == each else None, kind=each, language=language) for each in kinds}
    if request.method == "POST":
        response = _decide(request, submission, kind, forms.get(kind))  # type: ignore[call-overload]
        if response is not None:
            return response
    now = timezone.now()
    own = submission_policies.owns(user, submission)
    if submission.state == State.IN_REVIEW and not own:
        actions.claim(submission=submission, actor=user, now=now)
    following = queries.next_waiting(user, now=now, after=submission.pk)
    context = {
        "submission": submission,
        "details": details.of(submission),
        "file": submissions.current_file(submission),
        "picture": pictures.of(submission),
        "reads": get_language_info(language)["name_translated"] if language != get_language() else "",
        "forms": [(each, Decision.Kind(each).label, form) for each, form in forms.items()],
        "can_publish": submission.state == State.IN_REVIEW,
        "own": own,
        "others_claim": queries.others_claim(submission, user, now),
        "history": queries.history(submission),
        "record": queries.record_of(submission.creator),
        "twins": submissions.same_bytes(submission)[:5],
        "following": following,
        "shows_pictures": request.session.get(SHOW_PICTURES, False),
    }
    return render(request, "moderation/review.html", context)


def _decide(request: HttpRequest, submission: Submission, kind: str, form: RefusalForm | None) -> HttpResponse | None:
    """Act, and on to the next one; None where the form has to be shown again."""
    user = moderator(request)
    if form is not None and not form.is_valid():
        return None
    typed = form.cleaned_data if form is not None else {}
    now = timezone.now()
    try:
        actions.decide(
            submission=submission,
            kind=kind,
            reason_code=typed.get("reason_code", ""),
            reason=typed.get("reason", ""),
            revision=_revision(request),
            actor=user,
            now=now,
        )
    except Invalid as error:
        if form is None:
            raise
        for name, message in error.fields.items():
            form.add_error(name, str(message))
        return None
    messages.success(request, str(DONE[Decision.Kind(kind)]) % {"title": submission.title})
    following = queries.next_waiting(user, now=now, after=submission.pk)
    return redirect("moderation_review", following.public_id) if following else redirect("moderation")


DONE = {
    Decision.Kind.PUBLISH: _("“%(title)s” is published. Its creator is told."),
    Decision.Kind.REQUEST_CHANGES: _("Changes to “%(title)s” are asked for. Its creator reads your reason."),
    Decision.Kind.REJECT: _("“%(title)s” is not accepted. Its creator reads your reason."),
    Decision.Kind.REMOVE: _("“%(title)s” is removed, from this second. Its creator reads your reason."),
}


def _revision(request: HttpRequest) -> int:
    """Which state of the work the page has shown; 0, which none has, for what is no number."""
    return numbers.whole(request.POST.get("revision", ""), otherwise=0)


@require_POST
@login_required
def still_looking(request: HttpRequest, public_id: str) -> HttpResponse:
    """The page is still open before somebody: the claim goes on for another while."""
    user = moderator(request)
    submission = get_object_or_404(Submission, public_id=public_id, state=State.IN_REVIEW)
    actions.claim(submission=submission, actor=user, now=timezone.now())
    return HttpResponse(status=204)


@require_POST
@login_required
def show_pictures(request: HttpRequest) -> HttpResponse:
    """Show pictures as they are, or gray and blurred until they are asked for."""
    moderator(request)
    request.session[SHOW_PICTURES] = request.POST.get("show") == "1"
    return redirect("moderation")
