from django.apps import AppConfig


class GalleriesConfig(AppConfig):
    name = "galleries"

    def ready(self) -> None:
        # Web processes, workers and commands all know the reader and the job.
        from galleries import readers, tasks  # noqa: F401
