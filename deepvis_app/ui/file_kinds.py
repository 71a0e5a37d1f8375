"""The kinds of files that a dialog asks for: what they are called, and how their names end."""

from __future__ import annotations

from collections.abc import Iterable

from deepvis_app.pictures.videos import VIDEOS
from deepvis_app.ui.known_networks import CODE, PROGRAMS, WEIGHTS
from deepvis_app.ui.texts import tr


def any_file() -> str:
    return f"{tr('All files')} (*)"


def pictures() -> str:
    from deepvis_app.pictures.decode import SUFFIXES  # Pillow is not needed before

    return kind(tr("Pictures"), SUFFIXES)


def videos() -> str:
    return kind(tr("Videos"), VIDEOS)


def networks(*, code: bool = False) -> str:
    return kind(tr("Networks"), WEIGHTS | PROGRAMS | (CODE if code else frozenset()))


def kind(title: str, suffixes: Iterable[str]) -> str:
    """E.g. "Class names (*.json *.txt)"."""
    return f"{title} ({' '.join(f'*{suffix}' for suffix in sorted(suffixes))})"


def either(*kinds: str) -> str:
    """The first is offered at first."""
    return ";;".join(kinds)
