"""What the window tells the worker to do; none is lost."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from deepvis_app.engine.messages.styling import OpenStyles, Record, SavePainting, StopRecording
from deepvis_app.methods import Neuron
from deepvis_app.pictures.preprocessing import Preprocessing


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


Precision = Literal["auto", "float32", "bfloat16"]


@dataclass(frozen=True)
class SetPrecision:
    """Of the live views, for this network and those that follow; "auto" lets the worker choose."""

    precision: Precision


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
class PauseJob:
    """A job stands still until ResumeJob; others go on."""

    id: int


@dataclass(frozen=True)
class ResumeJob:
    id: int


@dataclass(frozen=True)
class SavePictures:
    """Write the newest frame's float32 picture of `method` to `path` (.png with metadata, or .npy).

    `params`: the method's own; None the usual ones.
    """

    path: Path
    method: str
    layer: str | None = None
    unit: int | None = None
    neuron: Neuron = "max"
    class_index: int | None = None
    params: object | None = None


@dataclass(frozen=True)
class LoadSecond:
    """The network to compare with; None: none any more. SecondLoading, then SecondReady or SecondLost."""

    spec: NetworkSpec | None


@dataclass(frozen=True)
class PinFrame:
    """Keep the newest frame to compare with, or let it go. Answered by FramePinned."""

    pinned: bool = True


@dataclass(frozen=True)
class Download:
    """Fetch the weights of the network `spec`, or with `pause` stop, so that it can go on from there."""

    spec: str
    pause: bool = False


Command = (
    LoadNetwork
    | SetPreprocessing
    | SetThreads
    | SetPrecision
    | StartJob
    | CancelJob
    | PauseJob
    | ResumeJob
    | SavePictures
    | OpenStyles
    | SavePainting
    | Record
    | StopRecording
    | LoadSecond
    | PinFrame
    | Download
)
