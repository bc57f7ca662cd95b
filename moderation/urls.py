from django.urls import path

from moderation import views

urlpatterns = [
    path("", views.queue, name="moderation"),
    path("pictures/", views.show_pictures, name="moderation_pictures"),
    path("<slug:public_id>/looking/", views.still_looking, name="moderation_looking"),
    path("<slug:public_id>/", views.review, name="moderation_review"),
]
