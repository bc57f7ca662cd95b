"""Who may moderate. Who may decide about one work is asked of `submissions.policies`."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from core.errors import NotAllowed
from submissions.policies import REVIEW_PERMISSION, Viewer

MODERATORS = "Moderators"


def can_moderate(viewer: Viewer) -> bool:
    return viewer.has_perm(REVIEW_PERMISSION)


def check_can_moderate(viewer: Viewer) -> None:
    if not can_moderate(viewer):
        raise NotAllowed(_("Only moderators can open this page."), code="not_moderator")
