"""Words that change with every frame without laying the window out anew: they are painted, not set."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Literal

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QFont, QFontMetrics, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QToolTip, QWidget

from deepvis_app.ui.texts import letters
from deepvis_app.ui.theme import heading, small, strong, tokens

Role = Literal["heading", "strong", "text", "muted", "caption"]
_DOT = " · "
_FONTS: Mapping[Role, Callable[[QFont], QFont]] = {
    "heading": heading,
    "strong": strong,
    "text": QFont,
    "muted": QFont,
    "caption": small,
}


class Label(QWidget):
    """One line, or `lines`, elided where it is too long (the whole is then the tooltip).

    With `parts`, what stands behind a middle dot goes as a whole. Its size depends on `room`, a text that
    shall fit, not on the present one; `snug` on that one.
    """

    def __init__(
        self,
        text: str = "",
        role: Role = "text",
        *,
        room: str | None = None,
        lines: int = 1,
        snug: bool = False,
        right: bool = False,
        parts: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._parts = parts
        self._text, self._role, self._lines, self._right = text, role, lines, right
        self._room = "" if room is None and not snug else room
        self._tip = ""
        fixed = QSizePolicy.Policy.Fixed
        wide = QSizePolicy.Policy.Expanding if room is None else QSizePolicy.Policy.Preferred
        self.setSizePolicy(fixed if snug else wide, fixed)
        self.setAccessibleName(text)

    @property
    def text(self) -> str:
        return self._text

    def set_text(self, text: str) -> None:
        if text != self._text:
            self._text = text
            if QAccessible.isActive():
                self.setAccessibleName(text)
            if self._room is None:
                self.updateGeometry()
            self.update()

    def set_tip(self, tip: str) -> None:
        """What the tooltip says; without it, the text where it is cut."""
        self._tip = tip

    def _metrics(self) -> QFontMetrics:
        return QFontMetrics(_FONTS[self._role](self.font()))

    def _fitting(self) -> str:
        """The text, without the parts at its end for which there is no room."""
        words, metrics = self._text, self._metrics()
        while self._parts and words and metrics.horizontalAdvance(words) > self.width():
            words = words.rpartition(_DOT)[0]
        return words

    def sizeHint(self) -> QSize:
        metrics = self._metrics()
        room = self._text if self._room is None else self._room
        line = max(metrics.lineSpacing(), metrics.boundingRect(letters()).height() if self._lines > 1 else 0)
        return QSize(metrics.horizontalAdvance(room) + 4, line * self._lines + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(24, self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.updateGeometry()
        super().changeEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            cut = self._metrics().horizontalAdvance(self._text) > self.width() * self._lines
            QToolTip.showText(event.globalPos(), self._tip or (self._text if cut else ""), self)
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        t = tokens(self)
        painter = QPainter(self)
        painter.setFont(_FONTS[self._role](self.font()))
        colour = {"strong": t.strong, "text": t.text}.get(self._role, t.muted)
        painter.setPen(QColor(colour if self.isEnabled() else t.faint))
        side = Qt.AlignmentFlag.AlignRight if self._right else Qt.AlignmentFlag.AlignLeft
        if self._lines > 1:
            flags = side | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
            painter.drawText(self.rect(), flags, self._text)
            return
        elided = painter.fontMetrics().elidedText(self._fitting(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), side | Qt.AlignmentFlag.AlignVCenter, elided)


class Values(QWidget):
    """A small table of names and numbers, `columns` pairs in a row."""

    def __init__(
        self, names: Sequence[tuple[str, str]], columns: int = 2, parent: QWidget | None = None
    ) -> None:
        """`names`: (name, tooltip) of each number."""
        super().__init__(parent)
        self._names = list(names)
        self._values = [""] * len(self._names)
        self._columns = columns
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def values(self) -> list[str]:
        return list(self._values)

    def set_values(self, values: Sequence[str]) -> None:
        if list(values) != self._values:
            self._values = list(values)
            if QAccessible.isActive():
                pairs = zip(self._names, self._values, strict=True)
                self.setAccessibleDescription(", ".join(f"{name} {value}" for (name, _), value in pairs))
            self.update()

    def sizeHint(self) -> QSize:
        rows = -(-len(self._names) // self._columns)
        return QSize(120 * self._columns, rows * self._row_height())

    def minimumSizeHint(self) -> QSize:
        return QSize(90 * self._columns, self.sizeHint().height())

    def _row_height(self) -> int:
        return QFontMetrics(small(self.font())).height() + 5

    def _cell(self, index: int) -> QRect:
        row, column = divmod(index, self._columns)
        apart = 16
        width = (self.width() - apart * (self._columns - 1)) // self._columns
        return QRect(column * (width + apart), row * self._row_height(), width, self._row_height())

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            tips = [tip for i, (_, tip) in enumerate(self._names) if self._cell(i).contains(event.pos())]
            QToolTip.showText(event.globalPos(), tips[0] if tips else "", self)
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        t = tokens(self)
        painter = QPainter(self)
        plain, bold = small(self.font()), strong(small(self.font()))
        middle = Qt.AlignmentFlag.AlignVCenter
        for index, ((name, _), value) in enumerate(zip(self._names, self._values, strict=True)):
            cell = self._cell(index)
            painter.setFont(plain)
            painter.setPen(QColor(t.muted))
            painter.drawText(cell, Qt.AlignmentFlag.AlignLeft | middle, name)
            painter.setFont(bold)
            painter.setPen(QColor(t.strong))
            painter.drawText(cell, Qt.AlignmentFlag.AlignRight | middle, value)


def line(parent: QWidget | None = None) -> QFrame:
    """A thin horizontal line between two areas."""
    made = QFrame(parent)
    made.setProperty("line", True)
    return made
