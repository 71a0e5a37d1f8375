"""The look: palettes of tokens, dark, light and of high contrast, and the one style sheet made from them."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Literal

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from deepvis_app.paths import resources
from deepvis_app.ui.style_sheet import SHEET

Mode = Literal["system", "dark", "light", "contrast"]
SIZES = (80, 90, 100, 110, 125, 150, 175, 200)
"""What the letters can be, in per cent of the system's."""


@dataclass(frozen=True)
class Tokens:
    """Every colour that is painted; nothing else names a colour."""

    window: str
    raised: str  # buttons, fields, menus
    hover: str
    pressed: str  # and the chosen segment
    border: str
    line: str  # between areas
    track: str  # behind bars and sliders
    canvas: str  # behind pictures
    text: str
    strong: str
    muted: str
    faint: str  # disabled
    accent: str
    on_accent: str
    focus: str
    bar: str
    alarm: str
    on_alarm: str


DARK = Tokens(
    window="#22252a",
    raised="#2a2e34",
    hover="#32373e",
    pressed="#3b4048",
    border="#3a3f47",
    line="#30343a",
    track="#292c32",
    canvas="#161616",
    text="#d5d9de",
    strong="#f2f4f6",
    muted="#9299a4",
    faint="#656c76",
    accent="#f0a13a",
    on_accent="#211503",
    focus="#6f9fd8",
    bar="#3d5a80",
    alarm="#4b2629",
    on_alarm="#f5d2cf",
)

LIGHT = Tokens(
    window="#f5f6f7",
    raised="#ffffff",
    hover="#eceef1",
    pressed="#dde1e6",
    border="#cfd4da",
    line="#dfe2e6",
    track="#e7eaee",
    canvas="#2a2d32",
    text="#2b3036",
    strong="#101317",
    muted="#5d6570",
    faint="#a0a7b0",
    accent="#ee9a2c",
    on_accent="#211503",
    focus="#2f6fbd",
    bar="#a9c8ee",
    alarm="#fbe0dd",
    on_alarm="#6d1f1a",
)

CONTRAST = Tokens(
    window="#000000",
    raised="#000000",
    hover="#2b2b2b",
    pressed="#3d3d00",
    border="#ffffff",
    line="#b5b5b5",
    track="#1c1c1c",
    canvas="#000000",
    text="#ffffff",
    strong="#ffffff",
    muted="#ffffff",
    faint="#a6a6a6",
    accent="#ffe100",
    on_accent="#000000",
    focus="#4df0ff",
    bar="#0047ab",
    alarm="#7a0000",
    on_alarm="#ffffff",
)

_BY_WINDOW = {QColor(each.window).rgb(): each for each in (DARK, LIGHT, CONTRAST)}


def tokens(widget: QWidget) -> Tokens:
    """The tokens of the theme that `widget` is shown in."""
    window = widget.palette().color(QPalette.ColorRole.Window)
    return _BY_WINDOW.get(window.rgb()) or (DARK if window.lightness() < 128 else LIGHT)


def small(font: QFont) -> QFont:
    """For captions and counts."""
    return scaled(font, 0.88)


def heading(font: QFont) -> QFont:
    """For the capitals above a group."""
    made = scaled(font, 0.84)
    made.setWeight(QFont.Weight.DemiBold)
    made.setCapitalization(QFont.Capitalization.AllUppercase)
    made.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 106)
    return made


def strong(font: QFont) -> QFont:
    made = QFont(font)
    made.setWeight(QFont.Weight.DemiBold)
    return made


def scaled(font: QFont, factor: float) -> QFont:
    made = QFont(font)
    if font.pixelSize() > 0:
        made.setPixelSize(round(font.pixelSize() * factor))
    else:
        made.setPointSizeF(font.pointSizeF() * factor)
    return made


class Theme(QObject):
    """Dresses the application; follows the system's light, dark and contrast while the mode is "system"."""

    def __init__(self, app: QApplication, mode: Mode = "system", size: int = 100) -> None:
        super().__init__(app)
        self._app = app
        self._mode: Mode = mode
        self._size = 100
        app.setStyle("Fusion")
        app.styleHints().colorSchemeChanged.connect(self._dress)
        app.styleHints().accessibility().contrastPreferenceChanged.connect(self._dress)
        self.set_mode(mode)
        self.set_size(size)

    @property
    def mode(self) -> Mode:
        return self._mode

    @property
    def size(self) -> int:
        """Of the letters, in per cent of the system's."""
        return self._size

    def set_mode(self, mode: Mode) -> None:
        self._mode = mode
        # Title bars and native dialogs follow too, where the system lets them.
        schemes = dict.fromkeys(("dark", "contrast"), Qt.ColorScheme.Dark) | {"light": Qt.ColorScheme.Light}
        self._app.styleHints().setColorScheme(schemes.get(mode, Qt.ColorScheme.Unknown))
        self._dress()

    def set_size(self, size: int) -> None:
        """Brought into SIZES' range; fonts that widgets have of their own grow alike."""
        size = min(max(size, SIZES[0]), SIZES[-1])
        plain = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
        font = scaled(plain, size / 100)
        if font == self._app.font():
            return
        factor, self._size = size / self._size, size
        own = [each for each in self._app.allWidgets() if each.testAttribute(Qt.WidgetAttribute.WA_SetFont)]
        sized = [(each, scaled(each.font(), factor)) for each in own]
        self._app.setFont(font)
        self._dress()  # only a style sheet set anew looks at the letters anew; it gives own ones back, too
        for widget, larger in sized:
            widget.setFont(larger)

    def _dress(self) -> None:
        chosen = self._tokens()
        self._app.setPalette(palette(chosen))
        self._app.setStyleSheet(style_sheet(chosen))

    def _tokens(self) -> Tokens:
        hints = self._app.styleHints()
        much = hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast
        if self._mode == "contrast" or (self._mode == "system" and much):
            return CONTRAST
        light = hints.colorScheme() == Qt.ColorScheme.Light
        return LIGHT if self._mode == "light" or (self._mode == "system" and light) else DARK


def palette(t: Tokens) -> QPalette:
    """For what the style sheet leaves to Fusion."""
    made = QPalette()
    role = QPalette.ColorRole
    for colour, roles in (
        (t.window, (role.Window,)),
        (t.raised, (role.Base, role.Button, role.ToolTipBase)),
        (t.hover, (role.AlternateBase, role.Light, role.Midlight)),
        (t.border, (role.Mid, role.Dark, role.Shadow)),
        (t.text, (role.WindowText, role.Text, role.ButtonText, role.ToolTipText)),
        (t.strong, (role.BrightText,)),
        (t.muted, (role.PlaceholderText,)),
        (t.accent, (role.Highlight, role.Accent)),
        (t.on_accent, (role.HighlightedText,)),
        (t.focus, (role.Link, role.LinkVisited)),
    ):
        for each in roles:
            made.setColor(each, QColor(colour))
    for each in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, each, QColor(t.faint))
    return made


def style_sheet(t: Tokens) -> str:
    values = {field.name: getattr(t, field.name) for field in fields(t)}
    return SHEET.substitute(values, icons=(resources() / "icons").as_posix())
