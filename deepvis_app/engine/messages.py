"""What crosses between the window's thread and the worker's: frozen, torch-free, Qt-free.

In: frames, the view state, commands. Out: results, events. Pictures are finished uint8 arrays.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, Protocol

import numpy as np
from numpy.typing import NDArray

from deepvis_app.i18n import Text
from deepvis_app.methods import Neuron
from deepvis_app.pictures.preprocessing import Preprocessing

Pixels = NDArray[np.uint8]
Rule = Literal["gradient", "deconvnet", "guided", "rectified"]
Rect = tuple[float, float, float, float]  # x, y, width, height as fractions (0 to 1) of a picture


# ---- frames -----------------------------------------------------------------------------------------


class Frame(Protocol):
    """A picture taken from a source; converted only when the worker takes it."""

    @property
    def number(self) -> int: ...

    def rgb(self) -> Pixels:
        """(H, W, 3); may be called on any thread."""
        ...


@dataclass(frozen=True)
class StillFrame:
    """A frame that holds its pixels already."""

    number: int
    pixels: Pixels

    def rgb(self) -> Pixels:
        return self.pixels


# ---- what a live panel asks of every frame, and what it gets ------------------------------------------


@dataclass(frozen=True)
class InputRequest:
    """The frame itself, to fit `width` x `height` pixels. Answered by InputView."""

    width: int
    height: int


@dataclass(frozen=True)
class InputView:
    """`pixels` (h, w, 3); `seen`: the part that the network sees (beyond 0..1 when letterboxed)."""

    pixels: Pixels
    seen: Rect
    size: tuple[int, int]  # width, height of the frame


@dataclass(frozen=True)
class ScoresRequest:
    """The `count` most likely classes, and those that are pinned. Answered by ScoresView."""

    count: int
    pinned: tuple[int, ...] = ()


@dataclass(frozen=True)
class Score:
    index: int
    label: str
    value: float  # probability, 0 to 1; the raw score where the output is no class distribution


@dataclass(frozen=True)
class ScoresView:
    """Most likely first, then the pinned classes in their order."""

    scores: tuple[Score, ...]
    probabilities: bool = True


@dataclass(frozen=True)
class GridRequest:
    """The visible rows of a layer's unit grid. Answered by GridView."""

    layer: str
    cell: int  # side of a cell in device pixels, gap apart
    gap: int
    columns: int
    first_row: int
    rows: int
    order: Literal["index", "activation"] = "index"
    scale: Literal["layer", "unit"] = "layer"
    contrast: float = 1.0  # the scaled map's exponent is 1 / contrast
    hide_dead: bool = False


@dataclass(frozen=True)
class GridView:
    """`pixels` (h, w) levels 0..255 for the colour map, rows `first_row` and on; `units` of all cells.

    `means` and `maxima` are of the visible units, in their order. `map_size` is (height, width) of the
    maps, None for a vector. `signed`: level 128 is zero, so a diverging colour map fits. `columns`, `cell`
    and `gap` are those of the request: row r, column c begins at (r * (cell + gap), c * (cell + gap)).
    """

    layer: str
    pixels: Pixels
    first_row: int
    units: tuple[int, ...]
    visible: tuple[int, ...]
    means: tuple[float, ...]
    maxima: tuple[float, ...]
    map_size: tuple[int, int] | None
    hidden: int  # dead units left out
    signed: bool = False
    columns: int = 0
    cell: int = 0
    gap: int = 0


BackwardStyle = Literal["raw", "grey", "norm", "blurred norm", "sign"]


@dataclass(frozen=True)
class UnitRequest:
    """One unit, enlarged, and its backward picture (None: no backward pass). Answered by UnitView."""

    layer: str
    unit: int
    neuron: Neuron = "max"
    size: int = 224  # side in device pixels of both pictures
    rule: Rule | None = "guided"
    style: BackwardStyle = "raw"
    contrast: float = 1.0
    overlay: bool = False  # the map over the input rather than alone


@dataclass(frozen=True)
class UnitView:
    """`activation` (h, w, 3), `backward` (h, w, 3) or None, both upright over what the network sees.

    `neuron` is where the backward pass started (None: everywhere), `field` its receptive field as
    fractions of the network's input. `record`: the largest value seen since the network was loaded.
    """

    layer: str
    unit: int
    activation: Pixels
    backward: Pixels | None
    neuron: tuple[int, int] | None
    value: float
    mean: float
    maximum: float
    active: float  # share of the map's positions above zero, 0 to 1
    record: float
    dead: bool  # has not been above zero since the network was loaded
    field: Rect | None
    map_size: tuple[int, int] | None


@dataclass(frozen=True)
class WeightsRequest:
    """A layer's weights as pictures; of `unit` alone, its groups. Answered by WeightsView."""

    layer: str
    width: int
    cell: int = 48
    unit: int | None = None


@dataclass(frozen=True)
class WeightsView:
    """`pixels` (h, w, 3); a layer without a convolution or linear weight gives none and says why."""

    layer: str
    pixels: Pixels | None
    about: Text
    columns: int = 0
    cell: int = 0
    count: int = 0
    gap: int = 0


ViewRequest = InputRequest | ScoresRequest | GridRequest | UnitRequest | WeightsRequest
View = InputView | ScoresView | GridView | UnitView | WeightsView


@dataclass(frozen=True)
class ViewState:
    """All that the visible panels ask, by panel name. `generation` counts the user's choices."""

    generation: int = 0
    views: Mapping[str, ViewRequest] = field(default_factory=dict)


@dataclass(frozen=True)
class Result:
    """One frame's answers, by panel name; times in milliseconds. `number` counts all that were computed."""

    generation: int
    frame: int
    views: Mapping[str, View]
    forward_ms: float
    backward_ms: float
    total_ms: float
    number: int = 0


# ---- commands: none is lost ---------------------------------------------------------------------------


@dataclass(frozen=True)
class NetworkSpec:
    """What Network.load takes."""

    spec: str = "embedded"
    weights: Literal["default", "none"] = "default"
    seed: int = 0
    device: str = "auto"
    arch: str | None = None
    labels: Path | None = None
    allow_code: bool = False


@dataclass(frozen=True)
class LoadNetwork:
    spec: NetworkSpec


@dataclass(frozen=True)
class SetPreprocessing:
    preprocessing: Preprocessing


@dataclass(frozen=True)
class SetThreads:
    """0 lets the worker choose."""

    threads: int


@dataclass(frozen=True)
class StartJob:
    """A long piece of work over the newest frame: `job` names a row of engine.jobs.JOBS."""

    id: int
    job: str
    layer: str | None = None
    unit: int | None = None
    neuron: Neuron = "max"
    class_index: int | None = None
    options: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class CancelJob:
    """Ends a job, or the download of a network (id 0)."""

    id: int


@dataclass(frozen=True)
class SavePictures:
    """Write the newest frame's float32 picture of `method` to `path` (.png with metadata, or .npy)."""

    path: Path
    method: str
    layer: str | None = None
    unit: int | None = None
    neuron: Neuron = "max"
    class_index: int | None = None


Command = LoadNetwork | SetPreprocessing | SetThreads | StartJob | CancelJob | SavePictures


# ---- events: what the worker tells besides results ------------------------------------------------------


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
    warnings: tuple[Text, ...] = ()
    card: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class LoadProgress:
    """A network on its way; `done` 0 to 1, None while that cannot be known."""

    about: Text
    done: float | None


@dataclass(frozen=True)
class JobProgress:
    id: int
    title: Text
    done: float  # 0 to 1
    seconds_left: float | None
    picture: Pixels | None = None


@dataclass(frozen=True)
class JobEnded:
    id: int
    title: Text
    cancelled: bool
    picture: Pixels | None = None  # the result, or what was reached


@dataclass(frozen=True)
class Saved:
    path: Path


@dataclass(frozen=True)
class Failure:
    """Something went wrong; the worker lives on. `details` is for a bug report."""

    about: Text
    details: str


Event = NetworkReady | LoadProgress | JobProgress | JobEnded | Saved | Failure
