"""What a creator says about a work, and the one check of it that the form and the API share."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace

from django.utils.translation import gettext_lazy as _

from core import text
from core.errors import Invalid, Message
from submissions.models import AiUse, DepictedPerson, People, RightsHolder, Submission, Tag

MAX_TAGS = 10
MAX_PEOPLE = 20
_OTHERS = frozenset({RightsHolder.EMPLOYER, RightsHolder.OTHER})


@dataclass(frozen=True, kw_only=True)
class Details:
    """Texts and declarations, as typed. `people_names` and `releases_stated` count only where others are shown."""

    title: str
    description: str = ""
    alt_text: str
    credit_line: str
    rights_holder: str
    rights_holder_name: str = ""
    people: str
    people_names: Sequence[str] = ()
    releases_stated: bool = False
    ai_use: str
    ai_note: str = ""
    tags: Sequence[str] = ()


def checked(details: Details) -> Details:
    """The same in clean form, without answers to questions that were not asked.

    Raises:
        Invalid: with each field that cannot be taken and why.
    """
    details = _clean(details)
    fields = _missing(details) | _too_long(details) | _unknown(details)
    if fields:
        raise Invalid(_("Some answers are missing or do not fit."), code="details_invalid", fields=fields)
    return details


def digest(details: Details, *, form_key: str, sha256: str) -> str:
    """Tells whether a form that comes again says the same: of checked details and the file that was sent with them.

    Args:
        form_key: makes it differ from work to work, so that it tells nothing about what was written.
        sha256: of the file's bytes, which may have been sent twice; empty if none was sent.
    """
    sent = json.dumps([form_key, sha256, asdict(details)], sort_keys=True)
    return hashlib.sha256(sent.encode()).hexdigest()


def of(submission: Submission) -> Details:
    """What the creator said last about this work."""
    people = list(submission.depicted_people.order_by("id"))
    return Details(
        title=submission.title,
        description=submission.description,
        alt_text=submission.alt_text,
        credit_line=submission.credit_line,
        rights_holder=submission.rights_holder,
        rights_holder_name=submission.rights_holder_name,
        people=submission.people,
        people_names=tuple(person.name for person in people),
        releases_stated=bool(people) and all(person.release_stated for person in people),
        ai_use=submission.ai_use,
        ai_note=submission.ai_note,
        tags=tuple(submission.tags.order_by("id").values_list("name", flat=True)),
    )


def _clean(details: Details) -> Details:
    others = details.people == People.OTHERS
    names = (text.line(name) for name in details.people_names) if others else ()
    tags = (text.line(tag).lstrip("#").strip().lower() for tag in details.tags)
    return replace(
        details,
        title=text.line(details.title),
        description=text.paragraphs(details.description),
        alt_text=text.line(details.alt_text),
        credit_line=text.line(details.credit_line),
        rights_holder_name="" if details.rights_holder == RightsHolder.SELF else text.line(details.rights_holder_name),
        people_names=tuple(dict.fromkeys(name for name in names if name)),
        releases_stated=others and details.releases_stated,
        ai_note="" if details.ai_use == AiUse.NONE else text.line(details.ai_note),
        tags=tuple(dict.fromkeys(tag for tag in tags if tag)),
    )


def _missing(details: Details) -> dict[str, Message]:
    fields: dict[str, Message] = {}
    if not details.title:
        fields["title"] = _("Give the work a title.")
    if not details.alt_text:
        fields["alt_text"] = _("Describe the picture for people who cannot see it.")
    if not details.credit_line:
        fields["credit_line"] = _("Write how you want to be credited.")
    if details.rights_holder in _OTHERS and not details.rights_holder_name:
        fields["rights_holder_name"] = _("Write who holds the rights.")
    if details.people == People.OTHERS:
        if not details.people_names:
            fields["people_names"] = _("Write the name of each person who can be recognized.")
        if not details.releases_stated:
            fields["releases_stated"] = _(
                "Everybody who can be recognized must have agreed. If somebody has not, choose another picture."
            )
    return fields


def _too_long(details: Details) -> dict[str, Message]:
    fields: dict[str, Message] = {}
    for name in ("title", "description", "alt_text", "credit_line", "rights_holder_name", "ai_note"):
        limit = getattr(Submission._meta.get_field(name), "max_length", None)
        if limit is not None and len(getattr(details, name)) > limit:
            fields[name] = _too_long_message(limit)
    if len(details.people_names) > MAX_PEOPLE:
        fields["people_names"] = _("Name at most %(limit)s people.") % {"limit": MAX_PEOPLE}
    elif any(len(name) > _length_of(DepictedPerson) for name in details.people_names):
        fields["people_names"] = _too_long_message(_length_of(DepictedPerson))
    if len(details.tags) > MAX_TAGS:
        fields["tags"] = _("Use at most %(limit)s tags.") % {"limit": MAX_TAGS}
    elif any(len(tag) > _length_of(Tag) for tag in details.tags):
        fields["tags"] = _("Each tag has at most %(limit)s characters.") % {"limit": _length_of(Tag)}
    return fields


def _too_long_message(limit: int) -> Message:
    return _("Shorten this to %(limit)s characters.") % {"limit": limit}


def _length_of(model: type[DepictedPerson] | type[Tag]) -> int:
    length = model._meta.get_field("name").max_length
    assert length is not None
    return length


def _unknown(details: Details) -> dict[str, Message]:
    asked = {"rights_holder": RightsHolder.values, "people": People.values, "ai_use": AiUse.values}
    return {name: _("Choose one answer.") for name, known in asked.items() if getattr(details, name) not in known}
