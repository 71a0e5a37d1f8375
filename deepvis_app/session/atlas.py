"""The map of the opened index's pictures: made beside the window, remembered beside the index."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import Field, asdict, dataclass, fields, replace
from threading import Event
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from deepvis_app.i18n import Text
from deepvis_app.index import charts
from deepvis_app.index.charts import Chart, Classes, MapOptions, Method
from deepvis_app.index.format import PIXELS
from deepvis_app.index.lattice import Lattice, Pixels, assign, shape_for, sheet
from deepvis_app.index.projection import TsneParams
from deepvis_app.index.reading import Index
from deepvis_app.session.lane import Lane
from deepvis_app.session.library import Library

__all__ = ["PIXELS", "Atlas", "Chart", "Classes", "Grid", "MapOptions", "Method", "TsneParams"]

SIDE = 64  # pixels of a picture in a grid

_CHART, _GRID = "chart", "grid"


@dataclass(frozen=True)
class Grid:
    """`pixels`: the grid's picture, SIDE pixels a cell; `lattice.pictures` are places in the chart."""

    chart: Chart
    lattice: Lattice
    pixels: Pixels


@dataclass(frozen=True)
class _Told:
    run: int
    done: float
    chart: Chart | None


class Atlas(QObject):
    """Lives in the window's thread. Choose with `set_options`; then `open` what is kept, or `make` it."""

    chart_changed = Signal()
    progressed = Signal(object)  # float, the share done; None: over
    grid_made = Signal(object)  # Grid
    refused = Signal(object)  # Text: why there is no map
    _told = Signal(object)  # _Told, from the working thread

    def __init__(self, library: Library, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.chart: Chart | None = None
        self.options = MapOptions()
        self._library = library
        self._lane = Lane("map", self)
        self._run = 0
        self._stop = Event()
        self._making = False
        self._lane.answered.connect(self._take)
        self._lane.refused.connect(self._refuse)
        self._told.connect(self._follow)
        library.changed.connect(self._forget)

    @property
    def making(self) -> bool:
        return self._making

    @property
    def codes(self) -> tuple[str, ...]:
        """Those that the index holds, the deepest last."""
        index = self._library.index
        return tuple(index.about.codes) if index is not None else ()

    @property
    def code(self) -> str:
        """What maps are made of: the chosen one, or that of the deepest layer. "" without an index."""
        known = self.codes
        layers = [name for name in known if name != PIXELS] or list(known)
        return self.options.code if self.options.code in known else "".join(layers[-1:])

    def set_options(self, options: MapOptions) -> None:
        """What the next map is made with."""
        self.options = options
        self.cancel()

    def open(self) -> None:
        """Show the map that is kept for these options; PCA, which is quick, is made where none is."""
        options = self._fitting()
        if options is not None:
            self._start(options, make=options.method == "pca")

    def make(self) -> None:
        """Make the map anew; `progressed` follows, and `chart_changed` at each step."""
        options = self._fitting()
        if options is not None:
            self._start(options, make=True, anew=True)

    def cancel(self) -> None:
        """What t-SNE has reached stays to be seen, but is not kept."""
        self._stop.set()
        self._lane.drop_all()
        self._end()

    def arrange(self, columns: int, rows: int) -> None:
        """The map as a regular grid, of about that shape, and no more cells; `grid_made` follows."""
        chart, index = self.chart, self._library.index
        if chart is not None and index is not None:
            most = min(columns * rows, len(chart.ids))
            shape = shape_for(most, columns / max(rows, 1))
            self._lane.ask(_GRID, lambda: _grid(index, chart, *shape))

    def close(self) -> None:
        self.cancel()
        self._lane.close()

    def remembered(self) -> dict[str, Any]:
        return asdict(self.options)

    def remember(self, saved: Mapping[str, Any]) -> None:
        """Take up what `remembered` gave. Raises TypeError and ValueError for what makes no sense."""
        options = MapOptions(**{**saved, "tsne": TsneParams(**saved["tsne"])})
        for part in (options, options.tsne):
            for field in fields(part):
                _check(field, getattr(part, field.name))
        self.options = options

    # ---- inside ------------------------------------------------------------------------------------------

    def _fitting(self) -> MapOptions | None:
        return replace(self.options, code=self.code) if self.codes else None

    def _start(self, options: MapOptions, *, make: bool, anew: bool = False) -> None:
        index = self._library.index
        assert index is not None
        self.cancel()
        self._run += 1
        run, stop = self._run, Event()
        self._stop, self._making = stop, make

        def work() -> object:
            found = None if anew else charts.kept(index, options)
            if found is not None or not make:
                return found
            return charts.make(index, options, lambda *told: self._told.emit(_Told(run, *told)), stop.is_set)

        self._lane.ask(_CHART, work)
        if make:
            self.progressed.emit(0.0)

    @Slot(object)
    def _follow(self, told: _Told) -> None:
        if told.run != self._run or not self._making:
            return
        if told.chart is not None:
            self._show(told.chart)
        self.progressed.emit(told.done)

    @Slot(str, object)
    def _take(self, name: str, value: object) -> None:
        if isinstance(value, Grid):
            self.grid_made.emit(value)
        elif name == _CHART:
            if isinstance(value, Chart) and not self._making:
                self.options = value.options
            self._show(value if isinstance(value, Chart) else None)
            self._end()

    @Slot(str, object)
    def _refuse(self, _name: str, why: Text) -> None:
        self._end()
        self.refused.emit(why)

    def _show(self, chart: Chart | None) -> None:
        self.chart = chart
        self.chart_changed.emit()

    def _end(self) -> None:
        if self._making:
            self._making = False
            self.progressed.emit(None)

    @Slot()
    def _forget(self) -> None:
        self.cancel()
        self._show(None)


def _check(field: Field[Any], value: object) -> None:
    """Raises TypeError and ValueError for a value that the field does not have."""
    choices, (low, high) = field.metadata.get("choices"), field.metadata.get("range", (None, None))
    if choices is not None and value not in choices:
        raise ValueError(value)
    if low is not None and not (isinstance(value, int | float) and low <= value <= high):
        raise ValueError(value)


def _grid(index: Index, chart: Chart, columns: int, rows: int) -> Grid:
    upright = chart.points * (1, -1)  # y up
    lattice = assign(upright, columns, rows, chart.options.tsne.seed)
    thumbnails = index.thumbnails
    pixels = sheet(lattice, lambda place: thumbnails([int(chart.ids[place])])[0], SIDE, background=24)
    return Grid(chart, lattice, pixels)
