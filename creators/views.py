"""A creator's own profile."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from creators import access, actions
from creators.forms import ProfileForm


@access.creator_required
def profile(request: HttpRequest) -> HttpResponse:
    creator = access.current(request)
    initial = {"name": creator.name, "bio": creator.bio, "default_credit_line": creator.default_credit_line}
    form = ProfileForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        actions.edit_profile(creator=creator, actor=creator.user, now=timezone.now(), **form.cleaned_data)
        messages.success(request, _("Your profile is saved."))
        return redirect("creator_profile")
    return render(request, "creators/profile.html", {"creator": creator, "form": form})
