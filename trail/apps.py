from django.apps import AppConfig


class TrailConfig(AppConfig):
    name = "trail"

    def ready(self) -> None:
        from trail import checks  # noqa: F401 - registers itself
