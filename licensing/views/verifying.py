"""The public page that tells anybody whether a license is in force."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from core.downloads import attachment
from licensing import credits, numbers, policies, shown
from licensing.models import License
from licensing.states import Standing
from licensing.terms import third_person

TONES = {
    Standing.IN_FORCE: "success",
    Standing.ENDING: "warning",
    Standing.UPCOMING: "info",
    Standing.SUSPENDED: "warning",
}


@require_safe
def start(request: HttpRequest) -> HttpResponse:
    """Type a number; a good one has an address of its own that can be kept and printed."""
    typed = request.GET.get("number", "").strip()
    number = numbers.normalize(typed)
    if number:
        return redirect("verify", number)
    return render(request, "licensing/verify_start.html", {"typed": typed[:40], "unreadable": bool(typed)})


@require_safe
def verify(request: HttpRequest, number: str) -> HttpResponse:
    """In force or not, for whom and what for. Of people it shows the credit line only, of the pay nothing.

    The title was public as long as the work was; a creator who takes it back takes its name from strangers, too.
    """
    normalized = numbers.normalize(number)
    if normalized and normalized != number:
        return redirect("verify", normalized)
    license = License.objects.select_related("submission", "licensor").filter(number=normalized).first()
    if license is None:
        context = {"typed": number[:40], "unknown": True}
        return _fresh(render(request, "licensing/verify_start.html", context, status=404))
    now = timezone.now()
    standing = license.standing(now)
    context = {
        "license": license,
        "title": license.work_title if policies.may_know_title(request.user, license) else "",
        "standing": standing,
        "tone": TONES.get(standing, "danger"),
        "in_force": license.in_force(now),
        "checked_at": now,
        "deed": shown.deed(third_person.sections(license.parsed_terms, get_language() or "en")),
        "attribution": license.parsed_terms.attribution,
        "digests": list(license.deliveries.order_by("-id").values_list("sha256", flat=True)[:100]),
        "over_from": license.over_from,
        "address": credits.verify_address(license),
    }
    return _fresh(render(request, "licensing/verify.html", context))


@require_safe
def program(request: HttpRequest) -> HttpResponse:
    """What checks a proof bundle without this site."""
    return attachment((settings.BASE_DIR / "verify_proof.py").read_bytes(), "verify_proof.py", "text/x-python")


def _fresh(response: HttpResponse) -> HttpResponse:
    """The answer is of this second: no cache may give it again."""
    response["Cache-Control"] = "no-store"
    response["X-Robots-Tag"] = "noindex"
    return response
