from django.urls import path

from submissions import media

urlpatterns = [
    path("media/r/<str:public_id>/", media.rendition, name="rendition"),
]
