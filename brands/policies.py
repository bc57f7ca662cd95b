"""What each role may do: a viewer reads, an editor asks and uses, an owner manages people, tokens and settings."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from brands.models import Membership, Role
from core.errors import Conflict, NotAllowed

ASKING = frozenset({Role.OWNER, Role.EDITOR})


def can_ask(membership: Membership) -> bool:
    """Ask for licenses, withdraw requests, download deliveries and note uses."""
    return membership.role in ASKING


def check_can_ask(membership: Membership) -> None:
    if not can_ask(membership):
        raise NotAllowed(
            _("Only owners and editors of %(brand)s can do this. Ask an owner to change your role.")
            % {"brand": membership.brand.name},
            code="role_too_low",
        )


def can_manage(membership: Membership) -> bool:
    """Change members, roles, tokens and settings."""
    return membership.role == Role.OWNER


def check_can_manage(membership: Membership) -> None:
    if not can_manage(membership):
        raise NotAllowed(
            _("Only owners of %(brand)s can do this.") % {"brand": membership.brand.name}, code="role_too_low"
        )


def check_same_brand(by: Membership, brand_pk: int) -> None:
    """Pages look things up within the brand; this holds for every other caller."""
    if by.brand_id != brand_pk:
        raise NotAllowed(_("This belongs to another brand."), code="other_brand")


def can_remove(by: Membership, target: Membership) -> bool:
    """An owner removes anybody, and everybody may leave."""
    return by.brand_id == target.brand_id and (can_manage(by) or by.pk == target.pk)


def check_can_remove(by: Membership, target: Membership) -> None:
    if not can_remove(by, target):
        raise NotAllowed(_("Only owners of %(brand)s can do this.") % {"brand": by.brand.name}, code="role_too_low")


def check_owner_remains(target: Membership) -> None:
    """Without an owner nobody could manage the brand any more.

    Raises:
        Conflict: code `last_owner`, when `target` is the only one.
    """
    others = Membership.objects.filter(brand_id=target.brand_id, role=Role.OWNER).exclude(pk=target.pk)
    if target.role == Role.OWNER and not others.exists():
        raise Conflict(_("A brand needs an owner. Make somebody else an owner first."), code="last_owner")
