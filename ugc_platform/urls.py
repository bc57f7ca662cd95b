"""All addresses of the site."""

from allauth.account.decorators import secure_admin_login
from django.conf import settings
from django.contrib import admin
from django.urls import include, path
from django.views.generic import RedirectView

from accounts.views import set_language
from ugc_platform.api import api
from ugc_platform.health import health

admin.autodiscover()
# Admin signs in where everybody does: with rate limits and second factors.
admin.site.login = secure_admin_login(admin.site.login)  # type: ignore[method-assign]

handler400 = "ugc_platform.api.refuse_unreadable"
urlpatterns = [
    path("health/", health, name="health"),
    path("", include("core.urls")),
    path("", include("trail.urls")),
    path("", include("submissions.urls")),
    path("", include("galleries.urls")),
    path("", include("licensing.urls")),
    path("", include("licensing.proof_urls")),
    path("api/v1/", api.urls),
    path("accounts/", include("accounts.urls")),
    path("notifications/", include("notifications.urls")),
    path("b/", include("brands.urls")),
    path("studio/", include("creators.urls")),
    # After the brands' own pages: a brand's home is whatever else stands behind /b/.
    path("", include("dashboards.urls")),
    path("i18n/setlang/", set_language, name="set_language"),
    path("moderation/", include("moderation.urls")),
    # Admin's own page would change a password without recording it.
    path("admin/password_change/", RedirectView.as_view(pattern_name="account_change_password")),
    path("admin/", admin.site.urls),
]
if settings.DEMO or settings.DEBUG:
    urlpatterns.append(path("dev/mail/", include("core.dev_mail")))
