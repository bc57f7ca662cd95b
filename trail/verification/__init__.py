"""Walk the whole trail and say the first thing that does not fit, or that all of it holds."""

from trail.verification.report import Progress, Report
from trail.verification.walk import verify

__all__ = ["Progress", "Report", "verify"]
