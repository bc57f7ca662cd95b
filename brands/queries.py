"""Who belongs to which brand, and whose token this is. What a person does not belong to is a 404."""

from __future__ import annotations

from django.contrib.auth.models import AnonymousUser
from django.db.models import QuerySet
from django.http import Http404
from django.utils import timezone

from accounts.models import User
from brands import secrets
from brands.models import ApiToken, Brand, Invitation, Membership, Role


def membership(user: User | AnonymousUser, slug: str) -> Membership:
    """This person's membership, with `brand`; 404 when they have none or there is no such brand."""
    if user.is_authenticated:
        found = memberships_of(user).filter(brand__slug=slug).first()
        if found is not None:
            return found
    raise Http404("no such brand for this person")


def memberships_of(user: User) -> QuerySet[Membership]:
    return Membership.objects.filter(user=user).select_related("brand", "user").order_by("brand__name", "pk")


def members(brand: Brand) -> QuerySet[Membership]:
    return Membership.objects.filter(brand=brand).select_related("brand", "user").order_by("created_at", "pk")


def people_with(brand: Brand, *roles: Role) -> QuerySet[User]:
    """The people to tell about something; all members when no role is named."""
    wanted = User.objects.filter(memberships__brand=brand, is_active=True)
    return wanted.filter(memberships__brand=brand, memberships__role__in=roles) if roles else wanted


def open_invitations(brand: Brand) -> QuerySet[Invitation]:
    """Sent, neither accepted nor canceled; those that ran out are among them, so that they can be sent again."""
    return Invitation.objects.filter(brand=brand, accepted_at=None, canceled_at=None).order_by("-pk")


def invitation_by_token(token: str) -> Invitation:
    """The invitation that a link leads to, whatever became of it; 404 for a link that is none, or an older one."""
    found = Invitation.objects.filter(token_digest=secrets.digest(token)).select_related("brand", "created_by").first()
    if found is None:
        raise Http404("no such invitation")
    return found


def has_run_out(invitation: Invitation) -> bool:
    return invitation.expires_at <= timezone.now()


def tokens(brand: Brand) -> QuerySet[ApiToken]:
    return ApiToken.objects.filter(brand=brand).select_related("created_by", "revoked_by").order_by("-pk")


def token_brand(secret: str) -> str | None:
    """Public id of the brand whose token this is, by one index look-up; None if it is unknown or revoked."""
    live = ApiToken.objects.filter(digest=secrets.digest(secret), revoked_at=None)
    return live.values_list("brand__public_id", flat=True).first()
