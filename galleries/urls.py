from django.urls import path

from galleries import views

urlpatterns = [
    path("", views.landing, name="landing"),
    path("gallery/", views.gallery, name="gallery"),
    path("w/<slug:public_id>/", views.work, name="work"),
    path("@<slug:handle>/", views.creator, name="creator"),
]
