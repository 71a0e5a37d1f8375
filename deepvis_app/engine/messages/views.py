"""What a live panel asks of every frame, and what it gets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from deepvis_app.engine.messages.comparing import SidesRequest, SidesView
from deepvis_app.engine.messages.explaining import HeatRequest, HeatView
from deepvis_app.engine.messages.frames import Pixels, Rect, Rule
from deepvis_app.engine.messages.indexing import IndexRef
from deepvis_app.engine.messages.intervening import InterventionsRequest, InterventionsView
from deepvis_app.engine.messages.styling import StyleRequest, StyleView
from deepvis_app.i18n import Text
from deepvis_app.methods import Neuron


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
    """The visible rows of a layer's unit grid. Answered by GridView.

    `order` "given": as in `ranking`, which has every unit once.
    """

    layer: str
    cell: int  # side of a cell in device pixels, gap apart
    gap: int
    columns: int
    first_row: int
    rows: int
    order: Literal["index", "activation", "given"] = "index"
    scale: Literal["layer", "unit"] = "layer"
    contrast: float = 1.0  # the scaled map's exponent is 1 / contrast
    hide_dead: bool = False
    ranking: tuple[int, ...] = ()


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
    """A layer's weights as pictures, of the units from `first` on; of `unit` alone, its groups. Answered by
    WeightsView."""

    layer: str
    width: int
    cell: int = 48
    unit: int | None = None
    first: int = 0


@dataclass(frozen=True)
class WeightsView:
    """`pixels` (h, w, 3) of `count` of the layer's `units`, from `first` on; a layer without a convolution or
    linear weight gives none and says why."""

    layer: str
    pixels: Pixels | None
    about: Text
    columns: int = 0
    cell: int = 0
    count: int = 0
    gap: int = 0
    first: int = 0
    units: int = 0


@dataclass(frozen=True)
class MapRequest:
    """A class score explained live, to fit `size` x `size` pixels. Answered by MapView.

    `method`: a row of METHODS that engine.explaining.LIVE has, or "input", what the network sees. `layer`:
    for methods made of a layer's maps, None a good one; `class_index`: None the winner of each frame;
    `params`: the method's own, None the usual ones.
    """

    method: str
    layer: str | None = None
    class_index: int | None = None
    size: int = 224
    params: object | None = None


@dataclass(frozen=True)
class MapView:
    """`pixels` (h, w, 3); None where the method has no meaning for this network, and `about` says why.

    `made_of`: the layer whose maps it is made of, "" for none. `milliseconds`: beyond the shared pass.
    `frame`: with "input", width and height of the frame.
    """

    method: str
    pixels: Pixels | None
    class_index: int | None = None
    label: str = ""
    made_of: str = ""
    milliseconds: float = 0.0
    about: Text | None = None
    frame: tuple[int, int] | None = None


@dataclass(frozen=True)
class NeighboursRequest:
    """The `count` pictures of an index nearest to the frame, or to one of them: `picture`.

    `layer`: by whose codes; the nearest pixel by pixel are found beside them. Answered by NeighboursView.
    """

    layer: str
    index: IndexRef
    count: int
    metric: Literal["cosine", "euclidean"] = "cosine"
    picture: int | None = None


@dataclass(frozen=True)
class Neighbour:
    """`pixels` (h, w, 3): a thumbnail."""

    picture: int
    distance: float
    name: str
    label: str | None
    pixels: Pixels


@dataclass(frozen=True)
class NeighboursView:
    """Nearest first. `query` (h, w, 3): what the network sees of the frame, or the picture's thumbnail.
    `milliseconds`: of the search.
    """

    layer: str
    query: Pixels
    by_code: tuple[Neighbour, ...]
    by_pixels: tuple[Neighbour, ...]
    milliseconds: float


ViewRequest = (
    InputRequest
    | ScoresRequest
    | GridRequest
    | UnitRequest
    | WeightsRequest
    | MapRequest
    | HeatRequest
    | InterventionsRequest
    | NeighboursRequest
    | StyleRequest
    | SidesRequest
)
View = (
    InputView
    | ScoresView
    | GridView
    | UnitView
    | WeightsView
    | MapView
    | HeatView
    | InterventionsView
    | NeighboursView
    | StyleView
    | SidesView
)


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
