"""Another language for a window that is open: every text that it shows is said anew where it stands.

Texts that Qt holds are known again by their words; those that a widget paints itself are `Spoken`, kept in
its attributes.
"""

from __future__ import annotations

from collections.abc import Callable, Collection

from PySide6.QtCore import QEvent, QLibraryInfo, QObject, Qt, QTranslator
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLineEdit,
    QTabBar,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from deepvis_app.ui.texts import Interpreter, Spoken
from deepvis_app.ui.tips import whole, wrapped
from deepvis_app.ui.widgets.labels import Label

Say = Callable[[str], str]
_TEXTS = (
    "text",
    "iconText",
    "toolTip",
    "statusTip",
    "whatsThis",
    "accessibleName",
    "accessibleDescription",
    "windowTitle",
    "placeholderText",
    "title",
    "prefix",
    "suffix",
    "specialValueText",
)
_DEEPEST = 3  # of containers within containers of texts


class QtTexts(QObject):
    """What Qt itself says, in file dialogs and menus of text fields, while `parent` is there."""

    def __init__(self, application: QApplication, parent: QObject) -> None:
        super().__init__(parent)
        self._application = application
        self._translator: QTranslator | None = None

    def use(self, language: str) -> None:
        if self._translator is not None:
            self._application.removeTranslator(self._translator)
        self._translator = QTranslator(self)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if self._translator.load(f"qtbase_{language.split('_')[0]}", folder):
            self._application.installTranslator(self._translator)


def retell(application: QApplication, interpreter: Interpreter) -> None:
    """Every widget and action of the application, seen or not; QEvent.LanguageChange follows."""
    say = interpreter.again
    widgets = application.allWidgets()
    for action in {
        action for widget in widgets if widget.isWindow() for action in widget.findChildren(QAction)
    }:
        _retell_object(action, say)
    for widget in widgets:
        _retell_widget(widget, say)
    for window in application.topLevelWidgets():
        application.sendEvent(window, QEvent(QEvent.Type.LanguageChange))


def _retell_widget(widget: QWidget, say: Say) -> None:
    _retell_object(widget, say)
    if isinstance(widget, QComboBox):
        _retell_choices(widget, say)
    elif isinstance(widget, QTabBar):
        for tab in range(widget.count()):
            words = widget.tabText(tab)
            widget.setTabText(tab, _recalled(widget, f"tab {tab}", words, say(words)))
            widget.setTabToolTip(tab, say(widget.tabToolTip(tab)))
    elif isinstance(widget, QTreeWidget):
        _retell_rows(widget, say)
    elif isinstance(widget, Label):
        widget.set_text(say(widget.text))  # which may be joined of several
    for name, value in list(vars(widget).items()):
        told = _told(value, say)
        if told is not value:
            setattr(widget, name, told)
    widget.updateGeometry()
    widget.update()


def _retell_object(one: QObject, say: Say) -> None:
    for name in _TEXTS:
        if name == "text" and isinstance(one, QLineEdit):
            continue  # the user's
        words = one.property(name)
        if isinstance(words, str) and words:
            known = _tip if name == "toolTip" else _escaped
            told = _recalled(one, name, words, known(words, say))
            if told != words:
                one.setProperty(name, str(told))


def _recalled(one: QObject, name: str, words: str, told: str) -> str:
    """What stood there before the last change of language, where that is undone: two texts may have had the
    same words in between.
    """
    before = one.property(f"before {name}")
    if isinstance(before, list) and before[0] == words and told != words:
        told = before[1]
    if told != words:
        one.setProperty(f"before {name}", [str(told), words])
    return told


def _tip(words: str, say: Say) -> str:
    """Wrapped again where it was; what is one line in both languages is left alone."""
    told = say(whole(words))
    return words if told == whole(words) else wrapped(told)


def _escaped(words: str, say: Say) -> str:
    """An ampersand in a menu is written twice."""
    told = say(words)
    if told == words and "&&" in words:
        told = say(words.replace("&&", "&")).replace("&", "&&")
    return told


def _retell_choices(box: QComboBox, say: Say) -> None:
    tip = Qt.ItemDataRole.ToolTipRole
    for place in range(box.count()):
        box.setItemText(place, say(box.itemText(place)))
        if words := box.itemData(place, tip):
            box.setItemData(place, say(words), tip)


def _retell_rows(tree: QTreeWidget, say: Say) -> None:
    rows: list[QTreeWidgetItem | None] = [tree.headerItem(), tree.invisibleRootItem()]
    while rows:
        row = rows.pop()
        if row is None:
            continue
        rows += [row.child(place) for place in range(row.childCount())]
        for column in range(tree.columnCount()):
            if words := row.text(column):
                row.setText(column, say(words))
            if words := row.toolTip(column):
                row.setToolTip(column, say(words))


def _told(value: object, say: Say, depth: int = 0) -> object:
    """`value` itself where nothing in it was said."""
    if isinstance(value, Spoken):
        return say(value)
    if depth == _DEEPEST:
        return value
    if type(value) is dict:
        told = _all_told(value.values(), say, depth)
        return value if told is None else dict(zip(value, told, strict=True))
    if isinstance(value, list | tuple) and type(value) in (list, tuple):
        told = _all_told(value, say, depth)
        return value if told is None else type(value)(told)
    return value


def _all_told(values: Collection[object], say: Say, depth: int) -> list[object] | None:
    """None where nothing in them was said."""
    told = [_told(each, say, depth + 1) for each in values]
    return None if all(one is other for one, other in zip(told, values, strict=True)) else told
