"""A picture of the index as it is, with what a neuron sees of it; it can be made the input."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from deepvis_app.engine.messages import LayerInfo
from deepvis_app.i18n import Text
from deepvis_app.session import Session
from deepvis_app.session.patches import PatchTile, WholePicture, whole_picture
from deepvis_app.ui.dialogs.parts import button, muted, only_close
from deepvis_app.ui.texts import tr
from deepvis_app.ui.widgets.picture_view import PictureView

_ASKED = "whole picture"
_SIDE = 420


class WholePictureDialog(QDialog):
    """Reads the picture beside the window. `position` of `layer`: whose field is drawn."""

    def __init__(
        self,
        session: Session,
        picture: int,
        parent: QWidget | None = None,
        *,
        layer: LayerInfo | None = None,
        position: tuple[int, int] | None = None,
        about: str = "",
    ) -> None:
        super().__init__(parent)
        self._session, self._picture = session, picture
        self._shown: WholePicture | None = None
        self.setWindowTitle(tr("Picture"))
        self.view = PictureView(tr("Picture"), tr("Reading…"))
        self.view.can_save = False
        self.view.setMinimumSize(_SIDE, _SIDE)
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.guesses = muted()
        buttons = only_close(self)
        self.take = button(tr("Make it the input"), self._make_input)
        self.take.setEnabled(False)
        buttons.addButton(self.take, QDialogButtonBox.ButtonRole.ActionRole)
        self.similar = button(tr("Find like this"), self._find_like)
        self.similar.setToolTip(tr("Show the pictures most like this one in the panel Neighbours"))
        buttons.addButton(self.similar, QDialogButtonBox.ButtonRole.ActionRole)
        column = QVBoxLayout(self)
        column.addWidget(self.view, 1)
        column.addWidget(self.words)
        column.addWidget(self.guesses)
        if about:
            column.addWidget(muted(about))
        column.addWidget(buttons)
        network = session.network
        if network is not None:
            session.library.answered.connect(self._take)
            session.library.refused.connect(self._refuse)
            how = network.preprocessing
            session.library.ask(_ASKED, lambda index: whole_picture(index, picture, how, layer, position))

    def _take(self, name: str, found: object) -> None:
        if name != _ASKED or not isinstance(found, WholePicture) or self._shown is not None:
            return
        self._shown = found
        title = found.path.rpartition("/")[2]
        self.setWindowTitle(title)
        self.view.set_picture(found.pixels)
        self.view.set_field(found.field)
        self.take.setEnabled(found.pixels is not None)
        if found.pixels is None:
            self.view.set_empty(tr("{path} is no longer there.", path=found.path))
        self.words.setText(f"{title} · {found.label}" if found.label else title)
        said = ", ".join(f"{name} {100 * score:.0f} %" for name, score in found.guesses[:3])
        self.guesses.setText(tr("The network says: {classes}", classes=said) if said else "")
        self.adjustSize()  # there is more to read now

    def _refuse(self, name: str, why: Text) -> None:
        if name == _ASKED and self._shown is None:
            self.view.set_empty(tr(why))

    def _find_like(self) -> None:
        self._session.library.like_wanted.emit(self._picture)
        self.accept()

    def _make_input(self) -> None:
        found = self._shown
        if found is not None and found.pixels is not None:
            self._session.open_still(found.pixels, found.path.rpartition("/")[2])
            self.accept()


def show_patch(session: Session, parent: QWidget, layer: LayerInfo, unit: int, patch: PatchTile) -> None:
    """The whole picture that a unit's patch is of."""
    about = tr(
        "Unit {unit} of {layer} answers {value} at ({y}, {x}); framed is what it sees there.",
        unit=unit,
        layer=layer.title,
        value=f"{patch.value:.2f}",
        y=patch.position[0],
        x=patch.position[1],
    )
    show_picture(session, parent, patch.picture, layer=layer, position=patch.position, about=about)


def show_picture(session: Session, parent: QWidget, picture: int, **more: Any) -> None:
    """A picture of the index, beside the live frames; `more` as for the dialog."""
    dialog = WholePictureDialog(session, picture, parent, **more)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
