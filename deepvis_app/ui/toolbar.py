"""The line of buttons under the menus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolBar, QToolButton, QWidget

from deepvis_app.engine.messages import NetworkReady
from deepvis_app.session import SourceInfo
from deepvis_app.ui.texts import named, tr

if TYPE_CHECKING:
    from deepvis_app.ui.main_window import MainWindow

_LONGEST, _LONGEST_NARROW = 34, 20  # letters of a name on a button
_ROOMY = 186  # letters beside each other, for which a window is as wide as all words need
_KINDS = {
    "camera": "Camera: {title}",
    "video": "Video: {title}",
    "pictures": "Pictures: {title}",
    "screen": "Screen",
    "still": "Picture: {title}",
}
_PRECISIONS = {"bfloat16": "bf16", "float32": "float32"}


class ToolBar(QToolBar):
    def __init__(self, window: MainWindow) -> None:
        super().__init__(tr("Tool bar"), window)
        self.setObjectName("toolbar")
        self._session = window.session
        self.setMovable(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.source = self._menu_button(tr("Source"), window.menus["Source"], tr("What is looked at"))
        self._button(window, "file.open", tr("Open…"))
        self.freeze = self._button(window, "source.freeze", "")
        room = QWidget()
        room.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.addWidget(room)
        self.network = self._menu_button(tr("Network"), window.menus["Network"], tr("The network that looks"))
        self.device = self._menu_button(
            tr("Device"), window.menus.device, tr("Where it runs, and how exactly")
        )
        self._keys = window.keys.spoken("help.palette")
        self.commands = self._button(window, "help.palette", "")
        self.save = self._button(window, "file.save", "")
        self.save.setProperty("primary", True)
        self._narrow: bool | None = None
        self._fit()
        session = self._session
        session.source_changed.connect(self._show_source)
        session.network_changed.connect(self._show_network)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._narrow = None
            self._fit()

    def _fit(self) -> None:
        """Fewer words in a narrow window: no button may fall off its end."""
        narrow = self.width() < _ROOMY * self.fontMetrics().averageCharWidth()
        if narrow == self._narrow:
            return
        self._narrow = narrow
        for button, words in (
            (self.freeze, "❄" if narrow else f"❄ {tr('Freeze')}"),
            (self.commands, "⌕" if narrow else f"⌕ {tr('Commands')} {self._keys}"),
            (self.save, tr("Save") if narrow else tr("Save picture")),
        ):
            button.defaultAction().setIconText(words)
        self._show_source(self._session.source)
        if self._session.network is not None:
            self._show_network(self._session.network)

    def _button(self, window: MainWindow, action: str, text: str) -> QToolButton:
        button = QToolButton(self)
        if text:  # a text of the button's own would go when its action changes
            window.actions_by_id[action].setIconText(text)
        button.setDefaultAction(window.actions_by_id[action])
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.addWidget(button)
        return button

    def _menu_button(self, text: str, menu: QMenu, tip: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.setToolTip(tip)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setMenu(menu)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.addWidget(button)
        return button

    def _show_source(self, source: SourceInfo | None) -> None:
        if source is None:
            self._set_text(self.source, tr("Source"))
        else:
            words = tr(_KINDS[source.kind], title=self._short(named(source.title)))
            self._set_text(self.source, words.rstrip(": "))

    def _show_network(self, network: NetworkReady) -> None:
        self._set_text(self.network, self._short(network.title))
        self._set_text(self.device, where(network))

    def _short(self, title: str) -> str:
        longest = _LONGEST_NARROW if self._narrow else _LONGEST
        tail = longest // 3
        return title if len(title) <= longest else f"{title[: longest - tail - 1]}…{title[-tail:]}"

    def _set_text(self, button: QToolButton, text: str) -> None:
        if text != button.text():
            button.setText(text.replace("&", "&&"))


def where(network: NetworkReady) -> str:
    """E.g. "CPU · bf16"."""
    device = network.device.partition(":")[0].upper()
    return f"{device} · {_PRECISIONS.get(network.precision, network.precision)}"
