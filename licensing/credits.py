"""The credit line of a license, ready to copy into whatever it is published with."""

from __future__ import annotations

import re
from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.html import escape
from django.utils.translation import gettext_lazy as _

from licensing.models import License

_MARKDOWN = re.compile(r"([\\`*_{}\[\]()<>#+!|~-])")


@dataclass(frozen=True)
class Credit:
    id: str
    label: str | Promise
    help: str | Promise
    text: str
    mono: bool = False


def of(license: License) -> list[Credit]:
    """Empty where the terms ask for no credit."""
    attribution = license.parsed_terms.attribution
    if not attribution.required:
        return []
    line = attribution.credit_line
    link = attribution.link or verify_address(license)
    caption = _("%(line)s · License %(number)s") % {"line": line, "number": license.number}
    return [
        Credit("credit-plain", _("Plain text"), _("Beside the work, in print and on screens."), line),
        Credit("credit-caption", _("Caption"), _("For posts on social media."), caption),
        Credit("credit-html", "HTML", _("For your website."), as_html(line, link), mono=True),
        Credit("credit-markdown", "Markdown", _("For blogs and documents."), as_markdown(line, link), mono=True),
    ]


def as_html(line: str, link: str) -> str:
    # A plain string: the page shows the markup as text, to be copied.
    return f'<a href="{escape(link)}" rel="license">{escape(line)}</a>'


def as_markdown(line: str, link: str) -> str:
    return f"[{_MARKDOWN.sub(_escaped, line)}](<{link.replace('<', '%3C').replace('>', '%3E')}>)"


def verify_address(license: License) -> str:
    """The public page that tells whether this license is in force, with scheme and host."""
    return f"{settings.SITE_URL}{reverse('verify', args=[license.number])}"


def _escaped(match: re.Match[str]) -> str:
    return f"\\{match[0]}"
