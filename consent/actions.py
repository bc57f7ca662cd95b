"""Giving and withdrawing consent, and keeping what a person saw when they acted."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from accounts.models import User
from consent import policies, wording
from consent.models import Evidence, Notice, Record
from consent.states import GIVEN_EVENT, MOVES, RecordState
from core import states
from trail import recording


def current_notice(key: str, language: str) -> Notice:
    """The newest wording of `key` in `language` (or in English), published from its file when first asked for.

    A published version is a row that never changes; new words are a new file with the next number.
    """
    version, language = wording.latest(key, language)
    notice = Notice.objects.filter(key=key, version=version, language=language).first()
    return notice or _publish(wording.read(key, version, language, names=_names()))


def _names() -> dict[str, str]:
    return {"site": settings.SITE_NAME, "operator": settings.OPERATOR_NAME, "contact": settings.OPERATOR_CONTACT}


def _publish(words: wording.Wording) -> Notice:
    # Two requests may publish at once: the unique constraint lets one of them win, both get its row.
    notice, _ = Notice.objects.get_or_create(
        key=words.key,
        version=words.version,
        language=words.language,
        defaults={
            "title": words.title,
            "text": words.text,
            "text_hash": wording.digest(wording.full(words.title, words.text)),
            "effective_at": timezone.now(),
        },
    )
    return notice


@transaction.atomic
def keep_evidence(
    *,
    person: User,
    act: str,
    method: str,
    detail: str = "",
    text: str,
    language: str,
    text_version: str,
    signature: str = "",
    now: datetime,
) -> Evidence:
    """Keep, for ever, the text that `person` had before them when they acted, and how they proved who they are.

    Args:
        act: what they did, such as `license.granted`.
        method: one of `Evidence.Method`.
        detail: with `reauthentication`, how: password, webauthn, totp.
        text_version: which wording it is, such as `submission/1`.
        signature: with `passkey_signature`, what was signed and how to check it.
    """
    return Evidence.objects.create(
        person=person,
        act=act,
        method=Evidence.Method(method),
        detail=detail,
        text=text,
        language=language,
        text_version=text_version,
        text_hash=wording.digest(text),
        signature=signature,
        acted_at=now,
    )


@transaction.atomic
def give(*, person: User, notice: Notice, subject: str, method: str, now: datetime) -> Record:
    """`person` agrees to `notice` about `subject` (a work, or themselves). Agreeing twice gives the same record."""
    # Two windows of one person take turns; without the turn the database would refuse the second one.
    User.objects.select_for_update(no_key=True).get(pk=person.pk)
    standing = Record.objects.filter(person=person, notice=notice, subject=subject, state=RecordState.GIVEN).first()
    if standing is not None:
        return standing
    evidence = keep_evidence(
        person=person,
        act=GIVEN_EVENT,
        method=method,
        text=notice.full_text,
        language=notice.language,
        text_version=notice.label,
        now=now,
    )
    record = Record.objects.create(
        person=person,
        notice=notice,
        evidence=evidence,
        subject=subject,
        state=RecordState.GIVEN,
        given_at=now,
        given_by=person,
    )
    recording.record(
        GIVEN_EVENT,
        actor=person.public_id,
        at=now,
        subject=record.public_id,
        topic=subject,
        facts={
            "notice": notice.key,
            "version": notice.version,
            "language": notice.language,
            "text_hash": notice.text_hash,
            "evidence": evidence.public_id,
            "method": evidence.method,
        },
    )
    return record


@transaction.atomic
def withdraw(*, record: Record, actor: User, now: datetime) -> Record:
    """The person takes their consent back; what follows for a work is the business of the app that asked for it.

    Raises:
        NotAllowed: somebody else's consent.
        Conflict: it has been withdrawn already.
    """
    record = Record.objects.select_for_update().get(pk=record.pk)
    policies.check_can_withdraw(actor, record)
    move = states.find(MOVES, "withdraw", record.state)
    record.state = move.target
    record.withdrawn_at = now
    record.withdrawn_by = actor
    record.save(update_fields=["state", "withdrawn_at", "withdrawn_by"])
    recording.record(move.event, actor=actor.public_id, at=now, subject=record.public_id, topic=record.subject)
    return record
