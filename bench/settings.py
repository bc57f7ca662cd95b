"""Settings of a server under measurement: production's, with the addresses that BENCH_URLCONF names."""

import os

from ugc_platform.settings import *  # noqa: F403

ROOT_URLCONF = os.environ.get("BENCH_URLCONF", "bench.urls")
