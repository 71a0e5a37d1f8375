"""A report: one page for a browser that holds its pictures, what made them, and how to make them again."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from io import BytesIO
from pathlib import Path

import numpy as np

from deepvis_app.engine.messages import Pixels
from deepvis_app.paths import homely
from deepvis_app.ui.texts import tr

Facts = Sequence[tuple[str, str]]

_STYLE = """
:root { color-scheme: light dark; }
body { font: 15px/1.5 system-ui, sans-serif; max-width: 68rem; margin: 2rem auto; padding: 0 1.2rem; }
h1 { font-size: 1.5rem; margin-bottom: .2rem; } h2 { font-size: 1.1rem; margin: 2.2rem 0 .6rem; }
p.about, figcaption span, dt { color: #777; }
img { max-width: 100%; height: auto; border-radius: 4px; }
.pictures { display: grid; grid-template-columns: repeat(auto-fill, minmax(19rem, 1fr)); gap: 1.6rem; }
.pictures img { width: 100%; max-height: 24rem; object-fit: contain; object-position: left top; }
figure { margin: 0; min-width: 0; } figcaption { margin-top: .4rem; overflow-wrap: anywhere; }
figcaption strong { display: block; } figcaption span { font-size: .85rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1.4rem; margin: 0; }
dd { margin: 0; overflow-wrap: anywhere; }
dt:empty { display: none; } dt:empty + dd { grid-column: 1 / -1; }
pre { background: #8882; padding: .7rem .9rem; border-radius: 6px; white-space: pre-wrap;
  overflow-wrap: anywhere; } figure pre { font-size: .85rem; margin: .6rem 0 0; }
"""


@dataclass(frozen=True)
class Shown:
    """`pixels` (h, w, 3); `about`: what made them; `command`: the line that makes them again."""

    title: str
    pixels: Pixels
    about: Mapping[str, object] = field(default_factory=dict)
    command: str = ""


@dataclass(frozen=True)
class Report:
    """`facts`: sections of names and values, by heading. `commands`: what to type, by what it does."""

    title: str
    about: str
    window: Pixels
    pictures: Sequence[Shown]
    facts: Mapping[str, Facts]
    commands: Facts


def page(report: Report) -> str:
    """HTML that needs nothing but itself; the user's home folder is ~ in it."""
    parts = [
        f"<h1>{_text(report.title)}</h1>",
        f'<p class="about">{_text(report.about)}</p>',
        f'<img src="{_png(report.window)}" alt="{_text(tr("The window"))}">',
        f"<h2>{_text(tr('Pictures'))}</h2>",
        f'<div class="pictures">{"".join(map(_figure, report.pictures))}</div>',
    ]
    for heading, facts in report.facts.items():
        rows = "".join(f"<dt>{_text(name)}</dt><dd>{_text(value)}</dd>" for name, value in facts)
        parts.append(f"<h2>{_text(heading)}</h2><dl>{rows}</dl>")
    parts.append(f"<h2>{_text(tr('See it again'))}</h2>")
    for name, command in report.commands:
        parts.append(f"<p>{_text(name)}</p><pre>{_text(command)}</pre>")
    return (
        '<!doctype html>\n<html><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width">'
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; img-src data:; '
        "style-src 'unsafe-inline'\">"
        f"<title>{_text(report.title)}</title><style>{_STYLE}</style></head>\n"
        f"<body>{chr(10).join(parts)}</body></html>\n"
    )


def write(path: Path, report: Report) -> None:
    """The file appears whole or not at all. Raises RunError."""
    from deepvis_app.pictures.saving import whole_file  # Pillow is not needed before

    with whole_file(path) as file:
        file.write(page(report).encode())


def _figure(shown: Shown) -> str:
    made = " · ".join(f"{name} {_value(value)}" for name, value in shown.about.items() if value is not None)
    command = f"<pre>{_text(shown.command)}</pre>" if shown.command else ""
    return (
        f'<figure><img src="{_png(shown.pixels)}" alt="{_text(shown.title)}"><figcaption>'
        f"<strong>{_text(shown.title)}</strong><span>{_text(made)}</span></figcaption>{command}</figure>"
    )


def _value(value: object) -> str:
    """A parameter as a person writes it; long lists are cut."""
    if isinstance(value, Mapping):
        return ", ".join(f"{name} {_value(each)}" for name, each in value.items() if each is not None)
    words = value if isinstance(value, str) else json.dumps(value, default=str)
    return words if len(words) <= 120 else f"{words[:117]}…"


def _text(words: str) -> str:
    return escape(homely(words))


def _png(pixels: Pixels) -> str:
    from PIL import Image

    file = BytesIO()
    Image.fromarray(np.ascontiguousarray(pixels)).save(file, "PNG")
    return f"data:image/png;base64,{b64encode(file.getvalue()).decode('ascii')}"
