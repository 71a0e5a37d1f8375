"""The one style sheet, with a place for each token of a palette."""

from __future__ import annotations

from string import Template

SHEET = Template("""
QToolTip { background: $raised; color: $text; border: 1px solid $border; padding: 3px 5px; }

QMainWindow::separator { background: $line; width: 1px; height: 1px; margin: 0; padding: 0; }
QMainWindow::separator:hover { background: $accent; }
QSplitter::handle { background: $line; }
QFrame[line="true"] { background: $line; border: none; max-height: 1px; min-height: 1px; }

QMenuBar { background: $window; border-bottom: 1px solid $line; padding: 3px 6px; }
QMenuBar::item { padding: 4px 9px; border-radius: 5px; background: transparent; }
QMenuBar::item:selected { background: $hover; }
QMenu { background: $raised; border: 1px solid $border; padding: 5px; }
QMenu::item { padding: 5px 28px 5px 22px; border-radius: 4px; }
QMenu::item:selected { background: $pressed; color: $strong; }
QMenu::item:disabled { color: $faint; }
QMenu::separator { height: 1px; background: $border; margin: 5px 8px; }
QMenu::icon { padding-left: 6px; }

QToolBar { background: $window; border: none; border-bottom: 1px solid $line; padding: 7px 12px;
    spacing: 8px; }
QToolBar::separator { width: 1px; background: $line; margin: 4px 4px; }

QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QPushButton, QToolBar QToolButton, QComboBox, QSpinBox, QDoubleSpinBox, QLineEdit {
    background: $raised; color: $text; border: 1px solid $border; border-radius: 6px;
    padding: 4px 10px; min-height: 18px; }
QPushButton:hover, QToolBar QToolButton:hover, QComboBox:hover { background: $hover; }
QPushButton:pressed, QPushButton:checked, QToolBar QToolButton:pressed, QToolBar QToolButton:checked {
    background: $pressed; color: $strong; }
QPushButton:focus, QToolButton:focus, QComboBox:focus, QSpinBox:focus, QDoubleSpinBox:focus,
QLineEdit:focus { border-color: $focus; }
QPushButton:disabled, QToolButton:disabled, QComboBox:disabled, QSpinBox:disabled, QLineEdit:disabled {
    color: $faint; }
QPushButton[primary="true"], QToolBar QToolButton[primary="true"], QPushButton:default {
    background: $accent; color: $on_accent; border-color: $accent; font-weight: 600; }
QPushButton[primary="true"]:hover, QToolBar QToolButton[primary="true"]:hover { border-color: $strong; }
QPushButton[primary="true"]:focus, QToolBar QToolButton[primary="true"]:focus { border-color: $strong; }
QPushButton[primary="true"]:disabled, QPushButton:default:disabled {
    background: $raised; color: $faint; border-color: $border; }
QToolBar QToolButton::menu-indicator { right: 8px; }
QToolBar QToolButton[popupMode="2"] { padding-right: 23px; }

QToolButton { background: transparent; color: $text; border: 1px solid transparent; border-radius: 5px;
    padding: 3px 6px; }
QToolButton:hover { background: $hover; }
QToolButton:pressed, QToolButton:checked { background: $pressed; color: $strong; }
QToolButton[quiet="true"] { color: $muted; padding: 3px 5px; }
QToolButton[popupMode="2"] { padding-right: 18px; }
QToolButton::menu-indicator { image: url($icons/chevron-down.svg); width: 10px; height: 10px;
    subcontrol-origin: padding; subcontrol-position: right center; right: 4px; }
QToolButton[quiet="true"]:hover, QToolButton[quiet="true"]:checked { color: $strong; }

QFrame[segments="true"] { border: 1px solid $border; border-radius: 6px; }
QToolButton[segment="true"] { color: $muted; padding: 4px 2px; border-radius: 5px; }
QToolButton[segment="true"]:hover { color: $strong; background: transparent; }
QToolButton[segment="true"]:checked { background: $pressed; color: $strong; }
QToolButton[segment="true"]:disabled { color: $faint; }
QToolButton[segment="true"]:focus { border-color: $focus; }

QSpinBox QLineEdit, QDoubleSpinBox QLineEdit, QComboBox QLineEdit { background: transparent; border: none;
    padding: 0 0 0 6px; min-height: 0; }
QComboBox { padding-right: 22px; }
QComboBox::drop-down { border: none; width: 22px; }
QComboBox::down-arrow { image: url($icons/chevron-down.svg); width: 10px; height: 10px; }
QComboBox QAbstractItemView { background: $raised; border: 1px solid $border; padding: 4px; outline: 0;
    selection-background-color: $pressed; selection-color: $strong; }
QComboBox QAbstractItemView::item { min-height: 24px; padding: 0 6px; }

QSpinBox, QDoubleSpinBox { padding: 3px 4px 3px 2px; }
QSpinBox::up-button, QSpinBox::down-button, QDoubleSpinBox::up-button, QDoubleSpinBox::down-button {
    border: none; background: transparent; width: 16px; margin-right: 3px; }
QSpinBox::up-button, QDoubleSpinBox::up-button { margin-top: 2px; }
QSpinBox::down-button, QDoubleSpinBox::down-button { margin-bottom: 2px; }
QSpinBox::up-arrow, QDoubleSpinBox::up-arrow { image: url($icons/chevron-up.svg); width: 8px; height: 8px; }
QSpinBox::down-arrow, QDoubleSpinBox::down-arrow {
    image: url($icons/chevron-down.svg); width: 8px; height: 8px; }

QCheckBox { spacing: 7px; border: 1px solid transparent; border-radius: 4px; padding: 1px 3px 1px 0; }
QCheckBox:focus { border-color: $focus; }
QCheckBox::indicator { width: 14px; height: 14px; border: 1px solid $faint; border-radius: 4px;
    background: $raised; }
QCheckBox::indicator:hover { border-color: $muted; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent; image: url($icons/check.svg); }
QCheckBox:disabled { color: $faint; }
QRadioButton { spacing: 7px; }
QRadioButton::indicator { width: 12px; height: 12px; border: 2px solid $faint; border-radius: 8px; }
QRadioButton::indicator:checked { border: 5px solid $accent; width: 6px; height: 6px; }

QSlider { min-height: 18px; border: 1px solid transparent; border-radius: 4px; }
QSlider:focus { border-color: $focus; }
QSlider::groove:horizontal { height: 4px; border-radius: 2px; background: $pressed; }
QSlider::sub-page:horizontal { height: 4px; border-radius: 2px; background: $accent; }
QSlider::sub-page:horizontal:disabled { background: $pressed; }
QSlider[plain="true"]::sub-page:horizontal { background: $faint; }
QSlider::handle:horizontal { width: 12px; height: 12px; margin: -4px 0; border-radius: 6px;
    background: $text; }
QSlider::handle:horizontal:hover { background: $strong; }
QSlider::handle:horizontal:disabled { background: $faint; }

QScrollBar:vertical { background: transparent; width: 11px; margin: 0; border: none; }
QScrollBar:horizontal { background: transparent; height: 11px; margin: 0; border: none; }
QScrollBar::handle { background: $border; border-radius: 3px; margin: 2px 3px; }
QScrollBar::handle:horizontal { margin: 3px 2px; min-width: 28px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:hover, QScrollBar::handle:pressed { background: $faint; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QScrollArea { background: transparent; border: none; }
QScrollArea > QWidget > QWidget[panel="true"] { background: transparent; }
QAbstractScrollArea::corner { background: transparent; }

QDockWidget { titlebar-close-icon: url($icons/close.svg); titlebar-normal-icon: url($icons/float.svg); }
QDockWidget::title { background: $window; padding: 6px 12px; text-align: left; }
QDockWidget::close-button, QDockWidget::float-button { border: none; background: transparent; padding: 1px; }
QDockWidget::close-button:hover, QDockWidget::float-button:hover { background: $hover; border-radius: 4px; }
QTabBar { qproperty-drawBase: 0; }
QTabBar::tab { background: transparent; color: $muted; padding: 6px 12px; border: none;
    border-bottom: 2px solid transparent; }
QTabBar::tab:hover { color: $strong; }
QTabBar::tab:selected { color: $strong; border-bottom: 2px solid $accent; }
QTabBar::tab:focus { color: $focus; }
QTabWidget::pane { border: none; border-top: 1px solid $line; }

QStatusBar { background: $window; border-top: 1px solid $line; }
QStatusBar::item { border: none; }
QProgressBar { background: $pressed; border: none; border-radius: 3px; max-height: 6px; min-height: 6px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }

QListView, QTreeView, QTableView, QTextEdit, QPlainTextEdit { background: $raised; color: $text;
    border: 1px solid $border; border-radius: 6px; outline: 0; selection-background-color: $pressed;
    selection-color: $strong; alternate-background-color: $raised; }
QListView:focus, QTreeView:focus, QTableView:focus, QTextEdit:focus, QPlainTextEdit:focus {
    border-color: $focus; }
QListView::item, QTreeView::item { min-height: 24px; padding: 1px 6px; border-radius: 4px; }
QListView::item:hover, QTreeView::item:hover { background: $hover; }
QListView::item:selected, QTreeView::item:selected { background: $pressed; color: $strong; }
QHeaderView::section { background: $raised; color: $muted; border: none;
    border-bottom: 1px solid $border; padding: 4px 8px; }
QGroupBox { border: none; margin-top: 18px; }
QGroupBox::title { subcontrol-origin: margin; color: $muted; }

QLabel[role="muted"] { color: $muted; }
QLabel[role="strong"] { color: $strong; }
QLabel[role="warning"] { color: $accent; }

QFrame[callout="true"] { background: $raised; border: 1px solid $border; border-radius: 8px; }

QFrame[strip="error"] { background: $alarm; border: none; }
QFrame[strip="error"] QLabel { color: $on_alarm; background: transparent; }
QFrame[strip="error"] QToolButton { color: $on_alarm; border: 1px solid transparent; }
QFrame[strip="error"] QToolButton:hover { border-color: $on_alarm; background: transparent; }
QFrame[strip="error"] QToolButton:focus { border-color: $on_alarm; }
""")
