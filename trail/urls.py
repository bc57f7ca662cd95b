from django.urls import path

from trail import views

urlpatterns = [
    path("trail/checkpoint", views.checkpoint, name="trail_checkpoint"),
    path("trail/tile/<int:level>/<path:path>", views.tile, name="trail_tile"),
    path(".well-known/trail-keys.json", views.keys, name="trail_keys"),
]
