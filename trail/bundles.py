"""Proof bundles: what a party keeps about one subject, to be checked without this site. docs/proof-bundles.md has the
format, and `verify_proof.py` is the reader that needs nothing of ours."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _

from core.errors import Conflict
from trail import canonical, issuing, proofs, signing, tree
from trail.models import Entry
from trail.notes import Note
from trail.recording import format_time

FORMAT = "proof-bundle/1"


@dataclass(frozen=True)
class Document:
    """A text that some entry names by its SHA-256: `fact` of the entry of this `kind` about `subject`."""

    role: str
    text: str
    kind: str
    fact: str
    language: str = ""


def make(
    *,
    about: str,
    subjects: Sequence[str],
    documents: Sequence[Document],
    status: Mapping[str, Any],
    evidence: Mapping[str, Any] | None = None,
    now: datetime,
) -> bytes:
    """The bundle about these subjects of entries, with the values that they seal and that were not erased.

    Args:
        about: what it proves, such as `license`.
        status: how things stand at `now`; nobody but this site says so, and the bundle says that, too.

    Raises:
        Conflict: an entry is not signed yet, or nobody can sign now.
    """
    checkpoint = issuing.latest()
    entries = list(Entry.objects.filter(subject__in=subjects).order_by("pk").prefetch_related("sealed_values"))
    if checkpoint is None or any(entry.index is None or entry.index >= checkpoint.size for entry in entries):
        raise Conflict(
            _("This was recorded just now and is being signed. Please try again in a moment."), code="unsigned"
        )
    note = issuing.note(checkpoint)
    nodes = tree.nodes(checkpoint.size)
    bundle = {
        "format": FORMAT,
        "about": about,
        "log": {"origin": settings.TRAIL_ORIGIN, "keys": [str(key) for key in issuing.verifiers()]},
        "entries": [_entry(entry, note, checkpoint.size, nodes) for entry in entries],
        "documents": [asdict(document) for document in documents],
        "evidence": dict(evidence or {}),
        "status": dict(status) | {"at": format_time(now), "entries": checkpoint.size},
    }
    return canonical.encode({"bundle": bundle, "signed": _sign(bundle)})


def text_to_sign(origin: str, bundle: bytes) -> str:
    return f"{origin}{signing.PROOF_CONTEXT}\n{b64encode(hashlib.sha256(bundle).digest()).decode()}\n"


def _sign(bundle: Mapping[str, Any]) -> str:
    text = text_to_sign(settings.TRAIL_ORIGIN, canonical.encode(bundle))
    try:
        return str(Note(text, (signing.signer().sign(text),)))
    except signing.SigningFailed as error:
        raise Conflict(_("Proofs cannot be signed at the moment. Please try again later."), code="unsigned") from error


def _entry(entry: Entry, note: Note, size: int, nodes: Any) -> dict[str, Any]:
    from trail import merkle

    assert entry.index is not None
    proof = proofs.Proof(entry.index, tuple(merkle.inclusion_proof(entry.index, size, nodes)), note)
    return {
        "body": entry.body,
        "proof": str(proof),
        "sealed": {
            value.name: {"value": value.value, "salt": bytes(value.salt).hex()}
            for value in entry.sealed_values.all()
            if value.value is not None and value.salt is not None
        },
    }
