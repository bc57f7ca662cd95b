"""The certificate of a license as PDF."""

from licensing.certificate.rendering import render

__all__ = ["render"]
