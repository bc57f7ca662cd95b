from django.urls import path

from core import styleguide, views

urlpatterns = [
    path("help/", views.help_page, name="help"),
    path("appearance/", views.set_theme, name="set_theme"),
    path("site.webmanifest", views.webmanifest, name="webmanifest"),
    path("styleguide/", styleguide.styleguide, name="styleguide"),
    path("styleguide/<slug:name>/", styleguide.sample, name="styleguide_sample"),
]
