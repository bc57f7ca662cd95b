"""Inviting people by e-mail. Only the holder of the invited address can accept."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from accounts import queries as people
from accounts.models import User
from brands import policies, queries, secrets
from brands.actions.members import acting
from brands.models import Brand, Invitation, Membership, Role
from brands.states import CANCELED, INVITED, JOINED, RESENT
from core import jobs, limits
from core.errors import Conflict, Invalid, NotAllowed
from core.ids import new_id
from trail import recording
from trail.recording import Sealed

VALID_FOR = timedelta(days=7)
# Mail to strangers in a brand's name: enough for a team, too few for a campaign.
MOST_OPEN = 50
MAILS_OF_BRAND = limits.Limit("brands.invitations_sent", 100, timedelta(days=1))
MAILS_TO_ADDRESS = limits.Limit("brands.invitations_to", 5, timedelta(days=1))
MAIL_JOB = "brands.invitation_mail"


@transaction.atomic
def invite(*, by: Membership, email: str, role: Role, now: datetime) -> Invitation:
    """An owner offers somebody a role; a mail with a link goes out after the commit.

    Raises:
        NotAllowed: `by` is no owner.
        Invalid: field `email`: a member already, or invited already.
        Conflict: too many invitations are open.
        TooMany: too many were sent today, of this brand or to this address.
    """
    by = acting(by)
    policies.check_can_manage(by)
    email = email.strip().lower()
    _check_can_be_invited(by.brand, email)
    _count_mail(by.brand, email, now)
    public_id, expires_at = new_id("inv"), now + VALID_FOR
    invitation = Invitation.objects.create(
        public_id=public_id,
        brand=by.brand,
        email=email,
        role=role,
        token_digest=secrets.digest(secrets.invitation_token(public_id, expires_at)),
        created_at=now,
        created_by=by.user,
        expires_at=expires_at,
    )
    recording.record(
        INVITED,
        actor=by.user.public_id,
        at=now,
        subject=public_id,
        topic=by.brand.public_id,
        facts={"role": role.value, "expires_at": recording.format_time(expires_at)},
        # Whoever accepts is named in the row: erasure of that person comes here by the invitation's id.
        sealed={"email": Sealed(email, public_id)},
    )
    jobs.enqueue(MAIL_JOB, public_id)
    return invitation


def _check_can_be_invited(brand: Brand, email: str) -> None:
    refusal = None
    if Membership.objects.filter(brand=brand, user__email__iexact=email).exists():
        refusal = _("This person is a member already.")
    elif queries.open_invitations(brand).filter(email=email).exists():
        refusal = _("This address has been invited already. You can send the invitation again.")
    if refusal is not None:
        raise Invalid(refusal, code="cannot_be_invited", fields={"email": refusal})
    if queries.open_invitations(brand).count() >= MOST_OPEN:
        raise Conflict(_("Too many invitations are open. Cancel some that are no longer needed."), code="too_many")


def _count_mail(brand: Brand, email: str, now: datetime) -> None:
    """Canceling and inviting again is one more mail, too; and an address is one, whichever brands write to it."""
    limits.take(MAILS_OF_BRAND, key=brand.public_id, now=now)
    limits.take(MAILS_TO_ADDRESS, key=email, now=now)


@transaction.atomic
def resend(*, by: Membership, invitation: Invitation, now: datetime) -> Invitation:
    """Send a new link, valid for another week; the old one ends.

    Raises:
        TooMany: as for `invite`.
    """
    by, invitation = acting(by), _open(invitation)
    policies.check_can_manage(by)
    policies.check_same_brand(by, invitation.brand_id)
    _count_mail(by.brand, invitation.email, now)
    invitation.expires_at = now + VALID_FOR
    invitation.token_digest = secrets.digest(secrets.invitation_token(invitation.public_id, invitation.expires_at))
    invitation.save(update_fields=["expires_at", "token_digest"])
    recording.record(
        RESENT,
        actor=by.user.public_id,
        at=now,
        subject=invitation.public_id,
        topic=by.brand.public_id,
        facts={"expires_at": recording.format_time(invitation.expires_at)},
    )
    jobs.enqueue(MAIL_JOB, invitation.public_id)
    return invitation


@transaction.atomic
def cancel(*, by: Membership, invitation: Invitation, now: datetime) -> None:
    """Take an invitation back; its link ends."""
    by, invitation = acting(by), _open(invitation)
    policies.check_can_manage(by)
    policies.check_same_brand(by, invitation.brand_id)
    invitation.canceled_at, invitation.canceled_by = now, by.user
    invitation.save(update_fields=["canceled_at", "canceled_by"])
    recording.record(CANCELED, actor=by.user.public_id, at=now, subject=invitation.public_id, topic=by.brand.public_id)


@transaction.atomic
def accept(*, invitation: Invitation, actor: User, now: datetime) -> Membership:
    """The invited person joins with the offered role.

    Raises:
        NotAllowed: `actor` has not shown that the invited address is theirs.
        Conflict: canceled, accepted or run out; or they are a member already.
    """
    Brand.objects.select_for_update().get(pk=invitation.brand_id)
    invitation = _open(invitation)
    if not people.has_verified_email(actor, invitation.email):
        raise NotAllowed(
            _("This invitation was sent to another e-mail address. Sign in with that one."), code="other_address"
        )
    if invitation.expires_at <= now:
        raise Conflict(_("This invitation has run out. Ask for a new one."), code="run_out")
    membership, created = Membership.objects.get_or_create(
        brand=invitation.brand, user=actor, defaults={"role": invitation.role, "created_at": now}
    )
    if not created:
        raise Conflict(_("You are a member already."), code="member_already")
    invitation.accepted_at, invitation.accepted_by = now, actor
    invitation.save(update_fields=["accepted_at", "accepted_by"])
    recording.record(
        JOINED,
        actor=actor.public_id,
        at=now,
        subject=actor.public_id,
        topic=invitation.brand.public_id,
        facts={"invitation": invitation.public_id, "role": invitation.role},
    )
    return membership


def _open(invitation: Invitation) -> Invitation:
    found = Invitation.objects.select_for_update().select_related("brand").get(pk=invitation.pk)
    if found.canceled_at is not None or found.accepted_at is not None:
        raise Conflict(_("This invitation is no longer open."), code="not_open")
    return found
