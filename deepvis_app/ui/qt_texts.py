"""What Qt itself says, in file dialogs and menus of text fields, in the language in use."""

from __future__ import annotations

from PySide6.QtCore import QLibraryInfo, QObject, QTranslator
from PySide6.QtWidgets import QApplication

from deepvis_app.ui.texts import named

LEFT_OUT = ("&Look in:", "Files of &type:", "Folder")
"""What Qt's own tables leave untranslated."""


class QtTexts(QObject):
    """Qt's texts, while `parent` is there."""

    def __init__(self, application: QApplication, parent: QObject) -> None:
        super().__init__(parent)
        self._application = application
        self._translators: list[QTranslator] = []

    def use(self, language: str) -> None:
        for translator in self._translators:
            self._application.removeTranslator(translator)
        self._translators = []
        qts = QTranslator(self)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if qts.load(f"qtbase_{language.split('_')[0]}", folder):
            self._translators = [qts, _Rest(self)]
        for translator in self._translators:
            self._application.installTranslator(translator)


class _Rest(QTranslator):
    def translate(
        self,
        _context: str,
        source: str,
        _disambiguation: str | bytes | bytearray | memoryview | None = None,
        _n: int = -1,
    ) -> str:
        """None lets the other translator say it, which PySide's types do not tell."""
        return str(named(source)) if source in LEFT_OUT else None  # type: ignore[return-value]

    def isEmpty(self) -> bool:
        return False
