"""Terms as people read them: the exact text that is signed, and the same as a card."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import get_language

from consent.models import Evidence
from licensing.models import LicenseRequest, Offer
from licensing.terms import Terms, wording


@dataclass(frozen=True)
class Deed:
    """The sections of the wording for the card; each a tuple of lines."""

    may: tuple[str, ...]
    must: tuple[str, ...]
    may_not: tuple[str, ...]
    promise: tuple[str, ...]
    until: str
    where: str
    reward: str
    change_of_mind: str


def to_sign(request: LicenseRequest, offer: Offer, language: str) -> wording.Wording:
    """What the creator reads before signing, and what stays as evidence."""
    return of_terms(offer.parsed_terms, request.brand.name, request.submission.title, language)


def signed(evidence: Evidence) -> Deed | None:
    """The card as it was signed, from the kept text; None where only the text itself can be shown."""
    try:
        return deed(wording.read(evidence.text, evidence.language))
    except ValueError:
        return None


def of_terms(terms: Terms, licensee: str, work_title: str, language: str) -> wording.Wording:
    return wording.sentences(terms, licensee_name=licensee, work_title=work_title, locale=language)


def summary(terms: Terms, licensee: str, work_title: str, language: str) -> str:
    return wording.summary(terms, licensee_name=licensee, work_title=work_title, locale=language)


def deed(sections: Iterable[wording.Section]) -> Deed:
    lines = {section.code: section.lines for section in sections}
    return Deed(
        may=lines.get("they_may", ()),
        must=lines.get("they_must", ()),
        may_not=lines.get("they_may_not", ()),
        promise=lines.get("your_promise", ()),
        until=" ".join(lines.get("until_when", ())),
        where=" ".join(lines.get("where", ())),
        reward=_sentence("; ".join(lines.get("you_get", ()))),
        change_of_mind=" ".join(lines.get("change_of_mind", ())),
    )


def fee(terms: Terms) -> str:
    """The money that the licensee owes, in the language of the page; empty where it owes none."""
    compensation = terms.compensation
    if compensation.amount_minor is None or not compensation.currency:
        return ""
    language = wording.language_of(get_language() or "en")
    return language.money(compensation.amount_minor, compensation.currency)


def _sentence(line: str) -> str:
    return line[:1].upper() + line[1:]
