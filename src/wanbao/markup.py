"""Text as HTML."""

from __future__ import annotations

try:  # a private function, but the one that does the work: without it, texts are only escaped more slowly
    from markupsafe import _escape_inner as escape_text  # type: ignore[attr-defined]
except ImportError:  # pragma: no cover (another markupsafe)
    from markupsafe import escape as escape_text

__all__ = ["escape_text"]
