from django.apps import AppConfig


class GalleriesConfig(AppConfig):
    name = "galleries"

    def ready(self) -> None:
        from galleries import readers  # noqa: F401 - ties the reader to the trail
