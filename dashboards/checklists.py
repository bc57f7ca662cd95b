"""The first steps of somebody who is new. A step that is done stays in the list, ticked."""

from __future__ import annotations

from dataclasses import dataclass

from allauth.mfa.models import Authenticator
from django.utils.translation import gettext as _

from brands import policies
from brands.models import Membership
from creators.models import Creator
from dashboards.addresses import page


@dataclass(frozen=True)
class Step:
    label: str
    note: str
    url: str
    done: bool = False


def for_creator(creator: Creator) -> list[Step]:
    passkeys = Authenticator.objects.filter(user=creator.user, type=Authenticator.Type.WEBAUTHN)
    return [
        Step(_("Open your page"), f"@{creator.handle}", page("creator", creator.handle), done=True),
        Step(
            _("Hand in your first work"),
            _("One picture is enough. Nothing is public before a moderator has looked at it."),
            page("submit"),
        ),
        Step(
            _("Say who you are"),
            _("A sentence or two, shown on your page and beside your works."),
            page("creator_profile"),
            done=bool(creator.bio),
        ),
        Step(
            _("Add a passkey"),
            _("The safest and quickest way to sign in, and to sign a license."),
            page("mfa_add_webauthn"),
            done=passkeys.exists(),
        ),
    ]


def for_brand(membership: Membership) -> list[Step]:
    brand = membership.brand
    steps = [Step(_("Set up the brand"), brand.name, page("brand", brand.slug), done=True)]
    if policies.can_manage(membership):
        steps += [
            Step(
                _("Tell creators who you are"),
                _("They read it when you ask them. Requests from brands that they know are answered sooner."),
                page("brand_settings", brand.slug),
                done=bool(brand.about),
            ),
            Step(
                _("Invite a colleague"),
                _("A viewer reads, an editor asks and uses, an owner manages."),
                page("brand_members", brand.slug),
                done=brand.memberships.count() > 1,
            ),
        ]
    if policies.can_ask(membership):
        steps.append(
            Step(
                _("Find a work and ask for it"),
                _("You say where, for how long and for what in return. The creator answers."),
                page("gallery"),
            )
        )
    return steps
