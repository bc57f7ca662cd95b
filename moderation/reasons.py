"""The closed list of reasons, and for each the sentence that a moderator may start from.

A creator reads the sentence, never the code: it says what is wrong and what to do about it, without blame.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from moderation.models import Decision

Kind = Decision.Kind


@dataclass(frozen=True)
class Reason:
    code: str
    label: Promise | str
    sentences: dict[str, Promise | str]


REASONS: Sequence[Reason] = (
    Reason(
        "quality",
        _("Too dark, blurred or small"),
        {
            Kind.REQUEST_CHANGES: _(
                "The picture is too dark, blurred or small to be shown well. Please send a sharper or larger version."
            ),
            Kind.REJECT: _("The picture is too dark, blurred or small to be shown well."),
        },
    ),
    Reason(
        "description",
        _("Texts do not fit the picture"),
        {
            Kind.REQUEST_CHANGES: _(
                "The title, the description or the alternative text does not describe what the picture shows. "
                "Please write what one sees in it, so that people who cannot see it know too."
            ),
        },
    ),
    Reason(
        "credit",
        _("Credit line unclear"),
        {
            Kind.REQUEST_CHANGES: _(
                "The credit line does not tell who made the work. Please write the name as it should stand beside it."
            ),
        },
    ),
    Reason(
        "people",
        _("People without a release"),
        {
            Kind.REQUEST_CHANGES: _(
                "Somebody can be recognized in the picture, and nothing says that they agreed. "
                "Please name them and confirm their agreement, or send a version in which nobody can be recognized."
            ),
            Kind.REJECT: _(
                "Somebody can be recognized in the picture, and we cannot tell whether they agreed to be shown."
            ),
            Kind.REMOVE: _("Somebody who can be recognized in the picture has not agreed to be shown."),
        },
    ),
    Reason(
        "rights",
        _("Rights of somebody else"),
        {
            Kind.REQUEST_CHANGES: _(
                "The picture shows a work, a logo or a text that may belong to somebody else. "
                "Please tell us who holds the rights and that you may submit it, or send a version without it."
            ),
            Kind.REJECT: _("The picture seems to be somebody else's work, and nothing shows that you may submit it."),
            Kind.REMOVE: _("Somebody else holds rights in this work and did not agree to its being shown here."),
        },
    ),
    Reason(
        "ai",
        _("AI use not stated"),
        {
            Kind.REQUEST_CHANGES: _(
                "The picture seems to be made or changed by AI, and you stated otherwise. "
                "Please correct the statement, or tell us how it was made."
            ),
            Kind.REMOVE: _("The work was made or changed by AI, and this was not stated."),
        },
    ),
    Reason(
        "private",
        _("Private details visible"),
        {
            Kind.REQUEST_CHANGES: _(
                "An address, a number plate or another private detail can be read in the picture. "
                "Please send a version in which it is covered."
            ),
            Kind.REMOVE: _("An address, a number plate or another private detail can be read in the picture."),
        },
    ),
    Reason(
        "harmful",
        _("Hate, violence, nudity or danger"),
        {
            Kind.REJECT: _(
                "The picture shows hate, violence, nudity or something dangerous, which our community rules exclude."
            ),
            Kind.REMOVE: _(
                "The picture shows hate, violence, nudity or something dangerous, which our community rules exclude."
            ),
        },
    ),
    Reason(
        "spam",
        _("Advertising or not a work"),
        {
            Kind.REJECT: _("This is an advertisement, a screenshot or a test rather than a work of your own."),
            Kind.REMOVE: _("This is an advertisement, a screenshot or a test rather than a work of your own."),
        },
    ),
    Reason(
        "other",
        _("Something else"),
        {
            Kind.REQUEST_CHANGES: "",
            Kind.REJECT: "",
            Kind.REMOVE: "",
        },
    ),
)


def for_kind(kind: str) -> list[Reason]:
    return [reason for reason in REASONS if kind in reason.sentences]


def is_known(kind: str, code: str) -> bool:
    return any(reason.code == code for reason in for_kind(kind))
