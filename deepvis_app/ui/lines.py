"""The commands that show again what is on the screen, or write its pictures."""

from __future__ import annotations

import shlex
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from deepvis_app.engine.messages import NetworkSpec
from deepvis_app.i18n import Text, text
from deepvis_app.methods import METHODS
from deepvis_app.session.choices import Choices
from deepvis_app.session.origins import Origin
from deepvis_app.ui.states import State

OUT = "pictures"


@dataclass(frozen=True)
class Line:
    """`words` of a command; `lost`: what it cannot say."""

    words: tuple[str, ...]
    lost: tuple[Text, ...] = ()

    def __str__(self) -> str:
        return quoted(self.words)


def quoted(words: Sequence[str], *, windows: bool = sys.platform == "win32", home: bool = False) -> str:
    """As a shell takes them; with `home`, paths below the home folder begin with ~."""
    if windows:
        return subprocess.list2cmdline(words)
    return " ".join(map(_with_tilde if home else shlex.quote, words))


def _with_tilde(word: str) -> str:
    """The shell finds the home folder only where the tilde is not quoted."""
    below = f"{Path.home()}/"
    return f"~/{shlex.quote(word.removeprefix(below))}" if word.startswith(below) else shlex.quote(word)


# ---- the window -------------------------------------------------------------------------------------------


def window_line(state: State) -> Line | None:
    """`deepvis ...`; None where the picture lies in no file, as one from the clipboard."""
    source = _source_words(state.source)
    if source is None:
        return None
    words = ["deepvis", *source, *_place_words(state), *network_words(state.network)]
    words += _option("--layer", state.layer)
    if state.unit_layer is None:
        words += _option("--unit", state.unit)
        words += _neuron_words(state)
    words += _option("--target", state.target)
    for name, value in _changed(state.choices or {}).items():
        words += ["--set", f"{name}={str(value).lower()}"]
    words += _option("--panel", state.panel)
    return Line(tuple(words), tuple(_lost(state)))


def _changed(choices: Mapping[str, Any]) -> Mapping[str, Any]:
    """The rule, and what is not as at the first start: with one choice named, the others are."""
    usual = vars(Choices())
    return {name: value for name, value in choices.items() if name == "rule" or value != usual[name]}


def _place_words(state: State) -> list[str]:
    """One picture of several, or a moment of a video that stands still."""
    source, place = state.source, state.place
    words = []
    if source is not None and place.index:
        words += ["--at", str(place.index + 1)]
    elif place.position_ms:
        words += ["--at", f"{place.position_ms / 1000:g}"]
    if place.playing is False or place.frozen:
        words += ["--hold"]
    if place.mirrored is not None:
        words += ["--mirror"]
    return words


def _source_words(origin: Origin | None) -> list[str] | None:
    if origin is None or origin.kind in ("still", "pictures"):
        return None
    if origin.kind == "path":
        path = str(origin.paths[0])
        return [path if Path(path).is_absolute() or not path.startswith("-") else f"./{path}"]
    if origin.kind == "camera" and origin.name:
        return [f"camera:{origin.name}"]
    if origin.region is not None:
        return [f"screen:{','.join(map(str, origin.region))}"]
    return [origin.kind]


def _lost(state: State) -> list[Text]:
    found = (
        (text("interventions"), bool(state.interventions)),
        (text("the slide show"), state.place.playing is True),
        (text("that it does not repeat"), state.place.loop is not None),
        (text("preprocessing"), state.preprocessing is not None),
        (text("the index"), state.index is not None),
        (text("the unit kept of another layer"), state.unit_layer is not None),
    )
    return [name for name, there in found if there]


# ---- a picture --------------------------------------------------------------------------------------------


def render_line(
    about: Mapping[str, Any], network: NetworkSpec | None, state: State, file: Path
) -> Line | None:
    """`deepvis render ...` for a picture of `file` that `about` describes; None where no method makes it."""
    method = METHODS.get(str(about.get("method")))
    if method is None:
        return None
    words = ["deepvis", "render", str(file), "--method", method.name]
    words += _option("--layer", about.get("layer")) + _option("--unit", about.get("unit"))
    neuron = about.get("neuron")
    if about.get("unit") is not None and neuron not in (None, "max"):
        words += ["--neuron", neuron if isinstance(neuron, str) else ",".join(map(str, neuron or ()))]
    if about.get("unit") is None:
        words += _option("--target", about.get("class"))
    params = about.get("params")
    usual = method.params()
    for each in fields(method.params):
        value = params.get(each.name, ...) if isinstance(params, Mapping) else ...
        if value is not ... and value != getattr(usual, each.name):
            words += ["--set", f"{each.name}={_spelt(value)}"]
    lost = [text("preprocessing")] if state.preprocessing is not None else []
    lost += [text("the other pictures")] if about.get("with") else []
    lost += [text("interventions")] if state.interventions else []
    lost += [text("mirrored")] if state.place.mirrored else []
    return Line((*words, *network_words(network), "--out", OUT), tuple(lost))


# ---- both -------------------------------------------------------------------------------------------------


def network_words(spec: NetworkSpec | None) -> list[str]:
    if spec is None:
        return []
    words = ["--model", spec.spec, *_option("--arch", spec.arch), *_option("--labels", spec.labels)]
    if spec.weights == "none":
        words += ["--weights", "none", "--seed", str(spec.seed)]
    return words


def _neuron_words(state: State) -> list[str]:
    if isinstance(state.neuron, tuple):
        return ["--neuron", f"{state.neuron[0]},{state.neuron[1]}"]
    return ["--neuron", "all"] if state.neuron == "all" else []


def _option(name: str, value: object) -> list[str]:
    """None: it is left out."""
    return [] if value is None else [name, str(value)]


def _spelt(value: object) -> str:
    """As `--set` reads it."""
    if value is None:
        return "auto"
    return str(value).lower() if isinstance(value, bool) else str(value)
