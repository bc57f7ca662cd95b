"""Who belongs to a brand: list, roles, leaving, inviting."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from brands import actions, policies, queries
from brands.forms import InviteForm, RoleForm
from brands.models import Membership, Role
from core import refusals
from core.errors import DomainError


@login_required
def members(request: HttpRequest, slug: str) -> HttpResponse:
    membership = queries.membership(request.user, slug)
    form = InviteForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        policies.check_can_manage(membership)
        try:
            invitation = actions.invite(by=membership, now=timezone.now(), **form.cleaned_data)
        except DomainError as error:
            refusals.show(form, error)
        else:
            messages.success(request, _("We are sending an invitation to %(email)s.") % {"email": invitation.email})
            return redirect("brand_members", slug)
    return render(request, "brands/members.html", _context(membership, form))


def _context(membership: Membership, form: InviteForm) -> dict[str, object]:
    may_manage = policies.can_manage(membership)
    rows = list(queries.members(membership.brand))
    owners = sum(row.role == Role.OWNER for row in rows)
    return {
        "membership": membership,
        "brand": membership.brand,
        "may_manage": may_manage,
        "form": form,
        "members": rows,
        "is_last_owner": may_manage and owners == 1,
        "roles": Role,
        "invitations": queries.open_invitations(membership.brand) if may_manage else [],
        "now": timezone.now(),
    }


@login_required
@require_POST
def role(request: HttpRequest, slug: str, user_id: str) -> HttpResponse:
    membership = queries.membership(request.user, slug)
    target = _member(membership, user_id)
    form = RoleForm(request.POST)
    if form.is_valid():
        actions.change_role(by=membership, target=target, role=form.cleaned_data["role"], now=timezone.now())
        messages.success(
            request,
            _("%(name)s is now: %(role)s.") % {"name": target.user, "role": form.cleaned_data["role"].label},
        )
    return redirect("brand_members", slug)


@login_required
def remove(request: HttpRequest, slug: str, user_id: str) -> HttpResponse:
    """Asks before it removes somebody, or before one leaves."""
    membership = queries.membership(request.user, slug)
    target = _member(membership, user_id)
    policies.check_can_remove(membership, target)
    policies.check_owner_remains(target)
    leaving = target.pk == membership.pk
    if request.method != "POST":
        context = {"membership": membership, "brand": membership.brand, "target": target, "leaving": leaving}
        return render(request, "brands/remove_member.html", context)
    actions.remove(by=membership, target=target, now=timezone.now())
    if leaving:
        messages.success(request, _("You have left %(brand)s.") % {"brand": membership.brand.name})
        return redirect(settings.LOGIN_REDIRECT_URL)
    messages.success(request, _("%(name)s is no longer a member.") % {"name": target.user})
    return redirect("brand_members", slug)


def _member(membership: Membership, user_id: str) -> Membership:
    return get_object_or_404(queries.members(membership.brand), user__public_id=user_id)


@login_required
@require_POST
def resend(request: HttpRequest, slug: str, invitation_id: str) -> HttpResponse:
    membership = queries.membership(request.user, slug)
    invitation = get_object_or_404(queries.open_invitations(membership.brand), public_id=invitation_id)
    actions.resend(by=membership, invitation=invitation, now=timezone.now())
    messages.success(request, _("We are sending %(email)s a new link.") % {"email": invitation.email})
    return redirect("brand_members", slug)


@login_required
@require_POST
def cancel(request: HttpRequest, slug: str, invitation_id: str) -> HttpResponse:
    membership = queries.membership(request.user, slug)
    invitation = get_object_or_404(queries.open_invitations(membership.brand), public_id=invitation_id)
    actions.cancel(by=membership, invitation=invitation, now=timezone.now())
    messages.success(request, _("The invitation to %(email)s is canceled.") % {"email": invitation.email})
    return redirect("brand_members", slug)
