"""A refusal of an action: in the form that was sent, so that nothing has to be typed again, or as a page."""

from __future__ import annotations

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from core import onward
from core.errors import DomainError


def show(form: forms.BaseForm, error: DomainError) -> None:
    """Each field's reason at its field; what belongs to no field of the form stands above it."""
    placed = [name for name in error.fields if name in form.fields]
    for name in placed:
        form.add_error(name, str(error.fields[name]))
    if not placed:
        form.add_error(None, str(error.message))


def page(request: HttpRequest, error: DomainError) -> HttpResponse:
    """Its way back stays on this site: the page that sent a form may be a stranger's."""
    context = {"error": error, "back": onward.checked(request, request.headers.get("Referer", ""))}
    return render(request, "errors/refused.html", context, status=error.status)
