"""What the worker tells besides results."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from deepvis_app.engine.messages.commands import NetworkSpec
from deepvis_app.engine.messages.frames import Pixels
from deepvis_app.engine.messages.indexing import Driven, Indexed
from deepvis_app.engine.messages.picturing import Pictured
from deepvis_app.engine.messages.styling import Filmed, Learnt, RecordingEnded, StylesReady
from deepvis_app.i18n import Text
from deepvis_app.methods.checked import Checked
from deepvis_app.methods.explained import Explained
from deepvis_app.methods.ranked import Ranked
from deepvis_app.methods.synthesised import Synthesised
from deepvis_app.pictures.fields import ReceptiveField
from deepvis_app.pictures.preprocessing import Preprocessing


@dataclass(frozen=True)
class LayerInfo:
    """A layer as the window lists it; `shape` without the batch, e.g. (64, 32, 32)."""

    name: str
    title: str
    kind: str
    shape: tuple[int, ...]
    units: int
    drawable: bool
    main: bool  # shown in the strip unless all layers are asked for
    has_weights: bool
    field: tuple[int, int] | None = None  # height, width of a unit's receptive field in input pixels
    sees: ReceptiveField | None = None  # that of one neuron, from which the others' follow


@dataclass(frozen=True)
class NetworkReady:
    """A network is loaded and measured; results of older generations no longer come."""

    spec: NetworkSpec
    title: str
    layers: tuple[LayerInfo, ...]
    labels: tuple[str, ...]
    preprocessing: Preprocessing
    device: str
    precision: str  # "float32" or "bfloat16", of the live views
    threads: int
    parameters: int
    explained_by: tuple[str, Text] | None = None  # the layer whose maps explain best, and why that one
    warnings: tuple[Text, ...] = ()
    card: Mapping[str, str] = field(default_factory=dict)
    fingerprint: str = ""  # of the weights and of how a picture becomes the input
    weights: str = ""  # of the weights alone: Network.weights_hash


@dataclass(frozen=True)
class LoadProgress:
    """A network on its way; `done` 0 to 1, None while that cannot be known."""

    about: Text
    done: float | None


JobItem = Explained | Checked | Ranked | Indexed | Driven | Synthesised | Pictured | Filmed | Learnt
"""What a job tells besides pictures; one that is `finished` is told at once."""


@dataclass(frozen=True)
class JobProgress:
    """`quiet`: too short to be worth a line of its own."""

    id: int
    title: Text
    done: float  # 0 to 1
    seconds_left: float | None
    picture: Pixels | None = None
    item: JobItem | None = None
    paused: bool = False
    quiet: bool = False


@dataclass(frozen=True)
class JobEnded:
    id: int
    title: Text
    cancelled: bool
    picture: Pixels | None = None  # the result, or what was reached
    item: JobItem | None = None  # the last one


@dataclass(frozen=True)
class Saved:
    path: Path


@dataclass(frozen=True)
class Failure:
    """Something went wrong; the worker lives on. `details` is for a bug report.

    `ends_load`: the network (or its other preprocessing) that was on its way does not come. `unexpected`:
    a fault of DeepVis rather than of what it was given.
    """

    about: Text
    details: str
    ends_load: bool = False
    unexpected: bool = False


@dataclass(frozen=True)
class SecondLoading:
    about: Text
    done: float | None


@dataclass(frozen=True)
class SecondReady:
    spec: NetworkSpec
    title: str
    layers: tuple[LayerInfo, ...]


@dataclass(frozen=True)
class SecondLost:
    """The second network did not come."""

    about: Text
    details: str


@dataclass(frozen=True)
class FramePinned:
    """`frame`: its number; None where none is kept."""

    frame: int | None


@dataclass(frozen=True)
class Downloading:
    """Weights on their way; `done` 0 to 1, None: unknown. `about`: how far they are, or what failed."""

    spec: str
    state: Literal["running", "paused", "done", "failed"]
    about: Text
    done: float | None = None


Event = (
    NetworkReady
    | LoadProgress
    | JobProgress
    | JobEnded
    | Saved
    | Failure
    | StylesReady
    | RecordingEnded
    | SecondLoading
    | SecondReady
    | SecondLost
    | FramePinned
    | Downloading
)
