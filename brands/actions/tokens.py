"""Tokens of a brand's own programs."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from brands import policies, secrets
from brands.actions.members import acting
from brands.models import ApiToken, Membership
from brands.states import TOKEN_CREATED, TOKEN_REVOKED
from core import limits
from core.errors import Conflict
from trail import recording

HINT_LENGTH = 4
TOKENS = limits.Limit("brands.create_token", 50, timedelta(days=1))


@transaction.atomic
def create_token(*, by: Membership, name: str, now: datetime, of_demo: bool = False) -> tuple[ApiToken, str]:
    """An owner makes a token. The secret is returned this once; afterwards only its digest exists.

    `of_demo`: its secret is the one that anybody can read, and opens nothing where real people are.
    """
    by = acting(by)
    policies.check_can_manage(by)
    limits.take(TOKENS, key=by.brand.public_id, now=now)
    secret = secrets.DEMO_TOKEN if of_demo else secrets.new_api_token()
    token = ApiToken.objects.create(
        brand=by.brand,
        name=name,
        digest=secrets.digest(secret),
        hint=secret[-HINT_LENGTH:],
        created_at=now,
        created_by=by.user,
    )
    recording.record(
        TOKEN_CREATED,
        actor=by.user.public_id,
        at=now,
        subject=token.public_id,
        topic=by.brand.public_id,
        facts={"hint": token.hint},
    )
    return token, secret


@transaction.atomic
def revoke_token(*, by: Membership, token: ApiToken, now: datetime) -> None:
    """End a token; the next call with it is refused."""
    by = acting(by)
    policies.check_can_manage(by)
    policies.check_same_brand(by, token.brand_id)
    token = ApiToken.objects.select_for_update().get(pk=token.pk)
    if token.revoked_at is not None:
        raise Conflict(_("This token has been revoked already."), code="revoked_already")
    token.revoked_at, token.revoked_by = now, by.user
    token.save(update_fields=["revoked_at", "revoked_by"])
    recording.record(TOKEN_REVOKED, actor=by.user.public_id, at=now, subject=token.public_id, topic=by.brand.public_id)
