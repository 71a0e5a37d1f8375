"""Makes the figures of the lectures, one command each: opens a sample, chooses, shows, starts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject

from deepvis_app.engine.messages import Frame, LayerInfo, Result
from deepvis_app.paths import data_dir
from deepvis_app.ui.example_table import EXAMPLES, Example, Place
from deepvis_app.ui.panels import PANELS
from deepvis_app.ui.texts import tr

if TYPE_CHECKING:
    from deepvis_app.ui.main_window import MainWindow
    from deepvis_app.ui.panels.synthesis import SynthesisPanel
    from deepvis_app.ui.panels.why import WhyPanel

_INDEX = "samples"  # name of the folder of the samples' index
_SHARES = {"first": 0.0, "early": 1 / 3, "middle": 2 / 3, "last": 1.0}


def offered() -> list[Example]:
    """Those whose panel there is."""
    return [row for row in EXAMPLES.values() if row.panel in PANELS]


class Examples(QObject):
    """`running` until what an example starts has begun."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session
        self._waiting: Example | None = None  # for its picture to be seen
        self._frame: int | None = None  # the number of that picture
        self._session.playback.frame.connect(self._take_frame)
        self._session.result.connect(self._take_result)

    @property
    def running(self) -> bool:
        return self._waiting is not None

    def run(self, name: str) -> None:
        row = EXAMPLES[name]
        self._waiting = self._frame = None
        self._session.interventions.clear()
        if not self._session.open_samples(row.sample):
            return
        self._waiting = row
        self._choose(row)
        self._window.show_panel(row.panel)
        self._window.say(tr(row.tip).partition("\n")[0])

    def _choose(self, row: Example) -> None:
        session = self._session
        layer = self._layer(row.layer)
        session.set_pinned(False)
        if layer is not None:
            session.set_layer(layer.name)
        session.set_neuron("max")
        for choice, value in {"overlay": False, "heat": False, "order": "index", **row.choices}.items():
            getattr(session, f"set_{choice}")(value)

    def _layer(self, place: Place) -> LayerInfo | None:
        network = self._session.network
        found = [x for x in network.layers if x.drawable and x.main and len(x.shape) == 3] if network else []
        maps = [layer for layer in found if layer.has_weights] or found
        if not maps or not place:
            return None
        return maps[round(_SHARES[place] * (len(maps) - 1))]

    # ---- once its picture is seen ----------------------------------------------------------------------

    def _take_frame(self, frame: Frame) -> None:
        if self._waiting is not None and self._frame is None:
            self._frame = frame.number

    def _take_result(self, result: Result) -> None:
        row = self._waiting
        if row is None or self._frame is None or result.frame < self._frame:
            return
        self._waiting = self._frame = None
        starts: dict[str, Callable[[Example], None]] = {
            "compare": self._compare,
            "make": self._make,
            "index": self._index,
        }
        if row.start:
            starts[row.start](row)

    def _compare(self, row: Example) -> None:
        panel = cast("WhyPanel", self._window.docks["why"].panel)
        self._session.set_explain_class(None)
        panel.methods.check(row.methods)
        if not panel.comparison.running:
            panel.compare.click()

    def _make(self, row: Example) -> None:
        panel = cast("SynthesisPanel", self._window.docks["synthesis"].panel)
        if panel.running:
            self._window.say(tr("A picture is being made already; stop it first."))
            return
        panel.choose(row.methods[0])
        panel.toggle()

    def _index(self, _row: Example) -> None:
        """Of the samples, unless there is an index of this network already."""
        indexing, library = self._window.indexing, self._session.library
        network = self._session.network
        if library.index is not None or indexing.running or network is None:
            return
        layers = tuple(layer.name for layer in network.layers if layer.drawable and layer.main)
        folder = data_dir() / "indexes"
        folder.mkdir(parents=True, exist_ok=True)
        indexing.start(
            {
                "pictures": _list(self._session.samples(), folder),
                "out": folder / f"{_INDEX}-{network.fingerprint[:12]}",
                "layers": layers,
                "codes": layers[-1:],
                "top": 9,
                "lowest": False,
                "rebuild": False,
            }
        )


def _list(samples: Sequence[Path], folder: Path) -> Path:
    """A file in `folder` that lists them, as a pass over pictures takes it."""
    made = folder / f"{_INDEX}.txt"
    with suppress(OSError):
        made.write_text("".join(f"{path}\n" for path in samples), encoding="utf-8")
    return made
