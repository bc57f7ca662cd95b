"""What stands on a certificate, in the language of whoever asks for it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import override

from licensing.credits import verify_address
from licensing.models import License
from licensing.states import Standing
from licensing.terms import wording
from licensing.terms.language import Language


def content(license: License, language: str) -> dict[str, Any]:
    """For certificate.typ. It says what was granted and how; whether it still is, only the page behind the QR code."""
    with override(language):
        address, words = verify_address(license), wording.language_of(language)
        definition, sections = _deed(license, words)
        return {
            "language": words.code,
            "site": settings.SITE_NAME,
            "title": _("License certificate"),
            "number": license.number,
            "verify_address": address,
            "page_word": _("Page"),
            "intro": _("The licensor granted this license by their own act, on exactly these terms."),
            "present": _(
                "This sheet tells what was granted. Whether it is still in force, only the page behind the code tells; "
                "its address stands at the foot."
            ),
            "over": _over(license, words),
            "definition": definition,
            "qr_alt": _("QR code with the address %(address)s") % {"address": address},
            "qr_caption": _("Is it in force? Scan."),
            "facts": _facts(license, words),
            "sections": [{"heading": section.title, "sentences": list(section.lines)} for section in sections],
            "proof_heading": _("How it was granted"),
            "proof": _proof(license, words),
            "note": "",
            "signed_text_description": _("The text that was read and signed"),
            "terms_description": _("The terms, byte for byte"),
        }


def _deed(license: License, language: Language) -> tuple[str, Sequence[wording.Section]]:
    """Who "they" and "you" are, and the sections: as they were signed, or in another language of the reader."""
    evidence = license.evidence
    if evidence.language == language.code:
        try:
            return wording.definition_in(evidence.text), wording.read(evidence.text, evidence.language)
        except ValueError:
            pass
    names = {"licensee_name": license.licensee_name, "work_title": license.work_title}
    deed = wording.sentences(license.parsed_terms, locale=language.code, **names)
    return deed.intro, deed.sections


def _over(license: License, language: Language) -> str:
    """What has happened to it since, as far as an act or the end of its work decided it; its term needs no word."""
    over = license.over_from
    if over is not None and over != license.ends_at:
        return _("This license was ended early. It counts until %(moment)s and no longer.") % {
            "moment": language.moment(over)
        }
    if license.standing(license.granted_at) in (Standing.SUSPENDED, Standing.WORK_REMOVED):
        return _("When this copy was made, the license was not in force.")
    return ""


def note_on_numbers(language: str) -> str:
    with override(language):
        return _(
            "Characters for which there was no font stand as their numbers in Unicode. "
            "The attached texts have the characters themselves."
        )


def _facts(license: License, language: Language) -> list[dict[str, str]]:
    terms = license.parsed_terms
    rows = [
        (_("Work"), f"{license.work_title} ({license.submission.public_id})"),
        (_("Licensor"), f"{license.licensor_named} ({license.licensor.public_id})"),
        (_("Licensee"), license.licensee_name),
        (_("In force from"), language.moment(license.starts_at)),
        (_("Until"), language.moment(license.ends_at) if license.ends_at else _("no end date")),
    ]
    if terms.attribution.required:
        rows.append((_("Credit line"), terms.attribution.credit_line))
    return [{"label": label, "value": value} for label, value in rows]


def _proof(license: License, language: Language) -> list[dict[str, Any]]:
    evidence = license.evidence
    method = evidence.get_method_display()
    rows: list[tuple[str, str, bool]] = [
        (_("Granted"), language.moment(license.granted_at), False),
        (_("Proven by"), f"{method} ({evidence.detail})" if evidence.detail else str(method), False),
        (_("Text that was read"), f"{evidence.text_version}, {evidence.language}", False),
        (_("SHA-256 of that text"), evidence.text_hash, True),
        (_("SHA-256 of the terms"), license.terms_hash, True),
        (_("SHA-256 of the original file"), license.media_file.sha256, True),
        (_("Attached to this PDF"), _("The text that was read, and the terms, as these fingerprints have them"), False),
    ]
    return [{"label": label, "value": value, "code": code} for label, value, code in rows]
