from django.apps import AppConfig


class NotificationsConfig(AppConfig):
    name = "notifications"

    def ready(self) -> None:
        # Web processes, workers and commands all know the reader and the job.
        from notifications import readers, tasks  # noqa: F401
