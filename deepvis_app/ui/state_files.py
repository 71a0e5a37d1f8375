"""Session files: the state of a window as one JSON object, read with care: it may come from anybody.

Paths at or below the file's folder are written from there, so that both can be moved together.
"""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from io import BytesIO
from pathlib import Path
from typing import Any, get_args

import numpy as np

from deepvis_app import __version__
from deepvis_app.engine.messages import Action, Intervention, NetworkSpec, Pixels, Region
from deepvis_app.errors import DeepVisError, InputError
from deepvis_app.methods import Neuron
from deepvis_app.pictures.preprocessing import Preprocessing
from deepvis_app.session.origins import Origin
from deepvis_app.ui.networking import from_json, to_json
from deepvis_app.ui.states import Place, State

SUFFIX = ".deepvis"
FORMAT = 1
LARGEST = 64 << 20  # bytes; a pasted picture is within
_KINDS = ("path", "pictures", "camera", "screen", "samples", "still")


@dataclass(frozen=True)
class Opened:
    """`unknown`: what the file holds besides, to be kept when it is written again. `wrong`: the names of what
    makes no sense and was left out.
    """

    state: State
    unknown: Mapping[str, Any] = field(default_factory=dict)
    wrong: tuple[str, ...] = ()


def is_session(path: Path) -> bool:
    return path.suffix.lower() == SUFFIX


# ---- writing ----------------------------------------------------------------------------------------------


def write(path: Path, state: State, unknown: Mapping[str, Any] | None = None) -> None:
    """The file appears whole or not at all. Raises RunError."""
    from deepvis_app.pictures.saving import whole_file  # Pillow is not needed before

    with whole_file(path) as file:
        file.write(json.dumps(to_values(state, path.parent, unknown), indent=1, ensure_ascii=False).encode())


def to_values(state: State, folder: Path, unknown: Mapping[str, Any] | None = None) -> dict[str, Any]:
    source, network = state.source, state.network
    values: dict[str, Any] = {
        **(unknown or {}),
        "deepvis": "session",
        "format": FORMAT,
        "version": __version__,
        "network": _network_values(network, folder) if network else None,
        "preprocessing": asdict(state.preprocessing) if state.preprocessing else None,
        "source": _source_values(source, folder) if source else None,
        "place": asdict(state.place),
        "interventions": [_intervention_values(one) for one in state.interventions],
        "index": _out(state.index, folder) if state.index else None,
    }
    for name in ("layer", "unit", "unit_layer", "target", "choices", "panels", "docks", "zoomed", "panel"):
        values[name] = getattr(state, name)
    values["neuron"] = list(state.neuron) if isinstance(state.neuron, tuple) else state.neuron
    return {name: value for name, value in values.items() if value not in (None, [], {}, "")}


def _network_values(spec: NetworkSpec, folder: Path) -> dict[str, Any]:
    values = {name: value for name, value in to_json(spec).items() if name not in ("device", "allow_code")}
    if Path(spec.spec).is_file():
        values["spec"] = _out(Path(spec.spec), folder)
    if spec.labels:
        values["labels"] = _out(spec.labels, folder)
    return {name: value for name, value in values.items() if value is not None}


def _source_values(origin: Origin, folder: Path) -> dict[str, Any]:
    values: dict[str, Any] = {
        "kind": origin.kind,
        "paths": [_out(path, folder) for path in origin.paths],
        "name": origin.name,
        "region": origin.region,
    }
    if origin.pixels is not None:
        from PIL import Image

        png = BytesIO()
        Image.fromarray(np.ascontiguousarray(origin.pixels)).save(png, "PNG")
        values["png"] = b64encode(png.getvalue()).decode("ascii")
    return {name: value for name, value in values.items() if value}


def _intervention_values(one: Intervention) -> dict[str, Any]:
    values = asdict(one)
    if one.region is not None:
        values["region"]["bits"] = b64encode(one.region.bits).decode("ascii")
    return values


def _out(path: Path, folder: Path) -> str:
    whole, folder = path.expanduser().absolute(), folder.absolute()
    return whole.relative_to(folder).as_posix() if whole.is_relative_to(folder) else str(whole)


# ---- reading ----------------------------------------------------------------------------------------------


def read(path: Path) -> Opened:
    """Raises InputError for a file that is no session, or one of a newer DeepVis."""
    try:
        if path.stat().st_size > LARGEST:
            raise InputError("{path} is far too large to be a session of DeepVis.", path=path)
        values = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise InputError(
            "The session {path} cannot be read: {reason}.", path=path, reason=error.strerror or error
        ) from error
    except (ValueError, RecursionError):
        values = None
    if not isinstance(values, dict) or values.get("deepvis") != "session":
        raise InputError("{path} is no session of DeepVis, or it is damaged.", path=path)
    number = values.get("format")
    if not isinstance(number, int) or number > FORMAT:
        raise InputError(
            "{path} was saved by a newer DeepVis ({version}). Update this one ({mine}) to open it.",
            path=path,
            version=str(values.get("version", "?"))[:20],
            mine=__version__,
        )
    return from_values(values, path.parent)


def from_values(values: Mapping[str, Any], folder: Path) -> Opened:
    """The state as far as it makes sense."""
    found: dict[str, Any] = {}
    wrong: list[str] = []
    for name, make in _READERS.items():
        if values.get(name) is None:
            continue
        try:
            found[name] = make(values[name], folder)
        except (TypeError, ValueError, KeyError, AttributeError, OSError, RecursionError):
            wrong.append(name)
    known = {*_READERS, "deepvis", "format", "version"}
    unknown = {name: value for name, value in values.items() if name not in known}
    return Opened(State(**found), unknown, tuple(wrong))


def _in(word: object, folder: Path) -> Path:
    """Where it was, else where it lies now: beside the session."""
    path = folder / _text(word, folder)
    beside = folder / path.name
    return beside if not path.exists() and beside.exists() else path


def _text(value: object, _folder: Path) -> str:
    if not isinstance(value, str) or "\0" in value:
        raise TypeError
    return value


def _whole(value: object, _folder: Path) -> int:
    if type(value) is not int or value < 0:
        raise TypeError
    return value


def _truth(value: object, _folder: Path) -> bool:
    if type(value) is not bool:
        raise TypeError
    return value


def _network(value: object, folder: Path) -> NetworkSpec:
    spec = from_json(value)
    if spec is None:
        raise TypeError
    file, labels = _in(spec.spec, folder), spec.labels and _in(str(spec.labels), folder)
    return NetworkSpec(
        str(file) if file.is_file() else spec.spec, spec.weights, spec.seed, arch=spec.arch, labels=labels
    )


def _preprocessing(value: Mapping[str, Any], _folder: Path) -> Preprocessing:
    usual = Preprocessing()
    given = {each.name: value[each.name] for each in fields(usual) if each.name in value}
    for name in ("mean", "std"):
        if name in given:
            given[name] = tuple(float(number) for number in given[name])
    if not all(type(each) is type(getattr(usual, name)) for name, each in given.items()):
        raise TypeError
    return Preprocessing(**given)


def _source(value: Mapping[str, Any], folder: Path) -> Origin:
    kind, region = value["kind"], value.get("region")
    paths = tuple(_in(path, folder) for path in value.get("paths", ()))
    if kind not in _KINDS or (kind == "path" and len(paths) != 1) or (kind == "pictures" and not paths):
        raise ValueError(kind)
    pixels = None
    if kind == "still":
        pixels = _decoded(b64decode(value["png"], validate=True))
    if region is not None:
        x, y, width, height = (_whole(number, folder) for number in region)
        region = (x, y, width, height)
    name = value.get("name")
    return Origin(kind, paths, None if name is None else _text(name, folder), region, pixels)


def _decoded(png: bytes) -> Pixels:
    from deepvis_app.pictures.decode import decode_bytes

    try:
        return decode_bytes(png, "picture")
    except DeepVisError as error:
        raise ValueError("no picture") from error


def _place(value: Mapping[str, Any], folder: Path) -> Place:
    known = Place()
    given = {each.name: value[each.name] for each in fields(known) if value.get(each.name) is not None}
    for name, each in given.items():
        (_whole if name in ("index", "position_ms") else _truth)(each, folder)
    return Place(**given)


def _neuron(value: object, folder: Path) -> Neuron:
    if value == "max":
        return "max"
    if value == "all":
        return "all"
    if not isinstance(value, list) or len(value) != 2:
        raise TypeError
    return _whole(value[0], folder), _whole(value[1], folder)


def _target(value: object, folder: Path) -> int | str:
    return value if isinstance(value, str) else _whole(value, folder)


def _interventions(values: object, folder: Path) -> tuple[Intervention, ...]:
    if not isinstance(values, list):
        raise TypeError
    return tuple(_intervention(one, folder) for one in values)


def _intervention(value: Mapping[str, Any], folder: Path) -> Intervention:
    units, region, action = value.get("units"), value.get("region"), value["action"]
    if action not in get_args(Action):
        raise ValueError(action)
    if region is not None:
        height, width = _whole(region["height"], folder), _whole(region["width"], folder)
        bits = b64decode(region["bits"], validate=True)
        if len(bits) != (height * width + 7) // 8:
            raise ValueError("not as many bits as places")
        region = Region(height, width, bits)
    return Intervention(
        _text(value["layer"], folder),
        None if units is None else tuple(_whole(unit, folder) for unit in units),
        action,
        tuple(float(number) for number in value.get("amount", ())),
        region,
    )


def _mapping(value: object, _folder: Path) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise TypeError
    return value


_READERS = {
    "network": _network,
    "preprocessing": _preprocessing,
    "source": _source,
    "place": _place,
    "layer": _text,
    "unit": _whole,
    "unit_layer": _text,
    "neuron": _neuron,
    "target": _target,
    "choices": _mapping,
    "interventions": _interventions,
    "index": _in,
    "panels": _mapping,
    "docks": _text,
    "zoomed": _truth,
    "panel": _text,
}
