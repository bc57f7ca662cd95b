"""Everything that is needed to tell the way of one work, loaded at once."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.utils.translation import gettext as _

from accounts.models import User
from brands.models import Brand
from licensing.models import License, LicenseRequest, Use
from moderation.models import Decision
from submissions.models import Submission
from trail.models import Entry, SealedValue


@dataclass(frozen=True)
class Step:
    """One mark on the line, as templates/_components/timeline.html takes it; `note` is what somebody gave as reason."""

    title: str
    state: str = "done"
    at: datetime | None = None
    actor: str = ""
    note: str = ""
    next: str = ""
    url: str = ""
    url_label: str = ""
    icon: str = ""


@dataclass
class Story:
    """What is needed to tell the entries of one work: loaded at once, whatever their number."""

    submission: Submission
    entries: Sequence[Entry]
    reader: User
    decisions: dict[str, Decision] = field(default_factory=dict)
    brands: dict[str, str] = field(default_factory=dict)
    requests: dict[str, LicenseRequest] = field(default_factory=dict)
    licenses: dict[str, License] = field(default_factory=dict)
    uses: dict[str, Use] = field(default_factory=dict)
    reasons: dict[int, str] = field(default_factory=dict)

    def brand(self, entry: Entry) -> str:
        """As its license names it, where the entry is about one; otherwise as it is called now."""
        facts = entry.facts
        license = self.licenses.get(entry.subject) or self.licenses.get(facts.get("license", ""))
        if license is not None:
            return license.licensee_name
        return self.brands.get(facts.get("brand") or facts.get("licensee") or "", _("A brand"))


def load(submission: Submission, reader: User, *, kinds: Collection[str]) -> Story:
    entries = list(Entry.objects.filter(topic=submission.public_id, kind__in=kinds).order_by("id"))
    story = Story(submission, entries, reader)
    story.decisions = {decision.public_id: decision for decision in submission.decisions.all()}
    withdrawn = [entry.pk for entry in entries if entry.kind == "submission.withdrawn"]
    if withdrawn:
        sealed = SealedValue.objects.filter(entry_id__in=withdrawn, name="reason", value__isnull=False)
        story.reasons = {value.entry_id: json.loads(value.value or '""') for value in sealed}
    if any(entry.kind.startswith(("request.", "license.", "use.")) for entry in entries):
        _load_rights(story)
    return story


def _load_rights(story: Story) -> None:
    named = {entry.facts.get("brand") or entry.facts.get("licensee") for entry in story.entries}
    brands = Brand.objects.filter(public_id__in=[name for name in named if name])
    story.brands = {brand.public_id: brand.name for brand in brands}
    story.requests = {request.public_id: request for request in story.submission.license_requests.all()}
    story.licenses = {license.public_id: license for license in story.submission.licenses.all()}
    uses = Use.objects.filter(license__submission=story.submission)
    story.uses = {use.public_id: use for use in uses}
