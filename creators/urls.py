from django.urls import path

from creators import views

urlpatterns = [path("profile/", views.profile, name="creator_profile")]
