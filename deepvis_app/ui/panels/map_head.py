"""The line over the map: how it is made and shown, how far it is, and what can be done with it."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QToolButton, QWidget

from deepvis_app.i18n import Text
from deepvis_app.session.atlas import Atlas, MapOptions, Method
from deepvis_app.session.library import Library
from deepvis_app.ui.texts import tr
from deepvis_app.ui.theme import small
from deepvis_app.ui.widgets.choice import Choice
from deepvis_app.ui.widgets.labels import Label
from deepvis_app.ui.widgets.segments import Segments


class MapHead(QWidget):
    """Tells the atlas what to make; what only concerns the view it tells by signals."""

    view_chosen = Signal(object)  # "map", "grid"
    colour_chosen = Signal(str)  # "label", "said"
    lasso_toggled = Signal(bool)
    save_wanted = Signal()

    def __init__(self, atlas: Atlas, library: Library, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._atlas, self._library = atlas, library
        self._codes: tuple[str, ...] = ()  # that can be chosen
        self.view = Segments(
            tr("Show"),
            (
                ("map", tr("Map"), tr("Each picture a point; thumbnails appear as you come closer")),
                ("grid", tr("Grid"), tr("Pictures on a regular grid, each cell the nearest, none twice")),
            ),
        )
        self.method = Choice(
            tr("by"),
            {"pca": tr("PCA"), "tsne": tr("t-SNE")},
            tr("PCA: the two directions of largest variance. t-SNE: keeps like pictures together"),
        )
        self.code = Choice(
            tr("codes of"), {"": "–"}, tr("The layer whose codes are compared, or the pixels themselves")
        )
        self.colour = Choice(
            tr("colour"),
            {"label": tr("label"), "said": tr("prediction")},
            tr("What the colours stand for. Of many classes, those with like codes share one"),
        )
        self.note = Label("", "caption")
        self.lasso = QToolButton()
        self.settings = QPushButton(tr("Settings…"))
        self.progress = QProgressBar(textVisible=False, maximum=1000)
        self.stop = QPushButton(tr("Cancel"))
        self.start = QPushButton(tr("Make map"))
        self.save = QPushButton(tr("Save"))
        self._build()
        self.view.chosen.connect(self.view_chosen)
        self.colour.chosen.connect(self.colour_chosen)
        self.lasso.toggled.connect(self.lasso_toggled)
        self.save.clicked.connect(self.save_wanted)
        self.method.chosen.connect(self._choose_method)
        self.code.chosen.connect(self._choose_code)
        self.settings.clicked.connect(self._open_settings)
        self.start.clicked.connect(atlas.make)
        self.stop.clicked.connect(atlas.cancel)
        atlas.chart_changed.connect(self._take_chart)
        atlas.progressed.connect(self._take_progress)
        atlas.refused.connect(self._refuse)

    def _build(self) -> None:
        self.view.set_value("map")
        self.settings.setToolTip(tr("Perplexity, steps, beginning, seed, distance, number of pictures"))
        self.start.setToolTip(tr("Lay the pictures out anew; the live pictures go on"))
        self.stop.setToolTip(tr("Stop; what has been reached stays to be seen, but is not kept"))
        self.save.setToolTip(tr("Save the grid, or the map as shown, as one PNG"))
        self.lasso.setText(tr("Lasso"))
        self.lasso.setCheckable(True)
        self.lasso.setProperty("quiet", True)
        self.lasso.setFont(small(self.font()))
        self.lasso.setToolTip(tr("Drag around pictures to see what they share. Shift and drag does the same"))
        self.progress.setFixedWidth(120)
        self.progress.setAccessibleName(tr("How far the map is"))
        self.progress.hide()
        self.stop.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        left = (self.view, self.method, self.code, self.colour)
        right = (self.lasso, self.settings, self.progress, self.stop, self.start, self.save)
        for widget in (*left, self.note, *right):
            row.addWidget(widget, int(widget is self.note))

    # ---- which map ---------------------------------------------------------------------------------------

    def show_options(self) -> None:
        """Those of the atlas, of what the present index holds."""
        self.method.set_value(self._atlas.options.method)
        index, codes = self._library.index, self._atlas.codes
        if index is None:
            return
        if codes != self._codes:
            titles = {layer.name: layer.title for layer in index.layers}
            self.code.set_choices({name: titles.get(name, tr("pixels")) for name in codes})
            self._codes = codes
        self.code.set_value(self._atlas.code)

    def _choose_method(self, method: str) -> None:
        for known in get_args(Method):
            if known == method:
                self._choose(replace(self._atlas.options, method=known))

    def _choose_code(self, code: str) -> None:
        self._choose(replace(self._atlas.options, code=code))

    def _choose(self, options: MapOptions) -> None:
        self._atlas.set_options(options)
        self._atlas.open()

    def _open_settings(self) -> None:
        from deepvis_app.ui.dialogs.map_settings import MapSettingsDialog

        dialog = MapSettingsDialog(self._atlas.options, self)
        dialog.chosen.connect(self._make_with)
        dialog.open()

    def _make_with(self, options: MapOptions) -> None:
        if options.tsne != self._atlas.options.tsne:  # of no use to PCA
            options = replace(options, method="tsne")
        self._atlas.set_options(options)
        self._atlas.make()

    # ---- how far it is -----------------------------------------------------------------------------------

    def _take_chart(self) -> None:
        chart = self._atlas.chart
        self.show_options()
        self.save.setEnabled(chart is not None)
        if chart is None:
            self.note.set_text("")
            return
        shown = f"{len(chart.ids):,}"
        words = tr("{count} pictures", count=shown)
        if len(chart.ids) < chart.among:
            words = tr("{count} of {all} pictures", count=shown, all=f"{chart.among:,}")
        if chart.options.method == "tsne":
            words += " · " + tr("perplexity {value}", value=f"{chart.options.tsne.perplexity:g}")
        if chart.finished and not chart.kept:
            words += " · " + tr("not kept: the index cannot be written")
        self.note.set_text(words)

    def _take_progress(self, done: float | None) -> None:
        going = done is not None
        self.progress.setVisible(going)
        self.stop.setVisible(going)
        self.start.setVisible(not going)
        self.progress.setValue(round(1000 * (done or 0)))

    def _refuse(self, why: Text) -> None:
        self.note.set_text(tr(why))
