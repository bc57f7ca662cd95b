from django.apps import AppConfig


class LicensingConfig(AppConfig):
    name = "licensing"

    def ready(self) -> None:
        # Web processes, workers and commands all know the reader.
        from licensing import readers  # noqa: F401
