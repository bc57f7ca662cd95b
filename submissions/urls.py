from django.urls import path

from submissions import media, views

urlpatterns = [
    path("studio/submit/", views.submit, name="submit"),
    path("studio/uploads/", views.upload, name="upload"),
    path("studio/uploads/known/", views.known_upload, name="known_upload"),
    path("studio/uploads/<str:public_id>/discard/", views.discard_upload, name="discard_upload"),
    path("media/r/<str:public_id>/", media.rendition, name="rendition"),
]
