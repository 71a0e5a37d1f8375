"""What went wrong, with all that helps to find out why; nothing in it names the user's folders."""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from deepvis_app import logs
from deepvis_app.engine.failures import versions
from deepvis_app.engine.messages import Failure
from deepvis_app.paths import homely
from deepvis_app.ui.dialogs.parts import button, make_room, muted, only_close
from deepvis_app.ui.texts import tr


class FailureDialog(QDialog):
    """The sentence, and the details to copy: versions, the traceback, the last lines of the log."""

    def __init__(self, failure: Failure, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("What went wrong"))
        make_room(self, 640, 460)
        self._sentence = QLabel(tr(failure.about), wordWrap=True)
        self._sentence.setProperty("role", "strong")
        about = muted(
            tr("DeepVis goes on. Should it happen again, these details help to mend it: they name no folder "
               "of yours. Please read them before you pass them on.")
        )  # fmt: skip
        self.details = QPlainTextEdit(readOnly=True)
        self.details.setAccessibleName(tr("Details"))
        self.details.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.details.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.details.setPlainText(whole(failure))
        buttons = only_close(self)
        self._copy = button(tr("Copy details"), self.copy)
        buttons.addButton(self._copy, QDialogButtonBox.ButtonRole.ActionRole)
        log = button(tr("Open log folder"), open_log_folder)
        log.setToolTip(tr("The log says what DeepVis did before; its files are plain text."))
        buttons.addButton(log, QDialogButtonBox.ButtonRole.ActionRole)
        column = QVBoxLayout(self)
        column.setSpacing(12)
        for widget in (self._sentence, about, self.details, buttons):
            column.addWidget(widget, 1 if widget is self.details else 0)

    def copy(self) -> None:
        QGuiApplication.clipboard().setText(self.details.toPlainText())
        self._copy.setText(tr("Copied"))


def whole(failure: Failure) -> str:
    """All that is known of a failure, for a bug report."""
    details = failure.details or "\n".join(versions())
    told = set(details.splitlines())
    lines = [line for line in logs.last_lines(80) if line not in told][-30:]
    log = f"\n\nThe last lines of the log:\n{chr(10).join(lines)}" if lines else ""
    return homely(f"{tr(failure.about)}\n\n{details.rstrip()}{log}")


def open_log_folder() -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(logs.path().parent)))
