"""Opening a brand and changing what it says about itself."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from brands import policies
from brands.actions.members import acting
from brands.models import Brand, Membership, Role
from brands.slugs import free_slug
from brands.states import CHANGED, OPENED
from core import limits, names
from core.errors import Conflict, Invalid
from trail import recording

ATTEMPTS = 5
OPENINGS = limits.Limit("brands.open_brand", 20, timedelta(days=1))
EDITS = limits.Limit("brands.edit_brand", 50, timedelta(days=1))


@transaction.atomic
def open_brand(*, actor: User, name: str, website: str = "", about: str = "", now: datetime) -> Brand:
    """A new brand, with `actor` as its owner and an address made from its name.

    Raises:
        Invalid: code `name_invalid`, the name could be read as a sentence of a license; code `name_taken`, people could
            take this brand for another one.
    """
    _check_name(name)
    limits.take(OPENINGS, key=actor.public_id, now=now)
    brand = _create(name=name, website=website, about=about, created_at=now)
    Membership.objects.create(brand=brand, user=actor, role=Role.OWNER, created_at=now)
    recording.record(
        OPENED,
        actor=actor.public_id,
        at=now,
        subject=brand.public_id,
        topic=brand.public_id,
        facts={"slug": brand.slug, "owner": actor.public_id},
        sealed=_sealed({"name": name, "website": website, "about": about}, actor),
    )
    return brand


def _check_name(name: str) -> None:
    if fault := names.fault(name):
        raise Invalid(_("This name cannot be used."), code="name_invalid", fields={"name": fault})


def _check_free(name: str, *, besides: Brand | None = None) -> None:
    """Licenses and requests say a brand's name only: two that read alike would be one to every creator."""
    others = Brand.objects.exclude(pk=besides.pk) if besides else Brand.objects.all()
    if others.filter(folded_name=names.folded(name)).exists():
        raise _taken()


def _taken() -> Invalid:
    message = _(
        "Another brand here has this name or one that looks like it. Add what tells yours apart, such as your town or "
        "what you make."
    )
    return Invalid(message, code="name_taken", fields={"name": message})


def _sealed(words: Mapping[str, str], actor: User) -> dict[str, recording.Sealed]:
    """A brand may be one person, and what it says of itself may name others."""
    return {name: recording.Sealed(text, actor.public_id) for name, text in words.items()}


def _create(*, name: str, website: str, about: str, created_at: datetime) -> Brand:
    for _attempt in range(ATTEMPTS):
        _check_free(name)
        try:
            with transaction.atomic():
                return Brand.objects.create(
                    name=name,
                    folded_name=names.folded(name),
                    slug=free_slug(name),
                    website=website,
                    about=about,
                    created_at=created_at,
                )
        except IntegrityError:
            # Another brand took the same slug, or the name, between look and write.
            continue
    raise Conflict(_("Many brands of this name are being made right now. Try again."), code="slug_race")


@transaction.atomic
def edit_brand(*, by: Membership, name: str, website: str, about: str, now: datetime) -> Brand:
    """An owner changes name, website or description. The address stays, so that links stay true, and so does a name
    from before a rule for names.

    Raises:
        Invalid: code `name_invalid` or `name_taken`, as for a new brand.
    """
    brand = Brand.objects.select_for_update().get(pk=by.brand_id)
    by = acting(by)
    policies.check_can_manage(by)
    wanted = {"name": name, "website": website, "about": about}
    changed = {field: value for field, value in wanted.items() if getattr(brand, field) != value}
    if not changed:
        return brand
    limits.take(EDITS, key=brand.public_id, now=now)
    if "name" in changed:
        _check_name(name)
        _check_free(name, besides=brand)
    for field, value in changed.items():
        setattr(brand, field, value)
    columns = list(changed)
    if "name" in changed:
        brand.folded_name = names.folded(name)
        columns.append("folded_name")
    try:
        with transaction.atomic():
            brand.save(update_fields=columns)
    except IntegrityError:
        raise _taken() from None
    recording.record(
        CHANGED,
        actor=by.user.public_id,
        at=now,
        subject=brand.public_id,
        topic=brand.public_id,
        facts={"fields": sorted(changed)},
        sealed=_sealed(changed, by.user),
    )
    return brand
