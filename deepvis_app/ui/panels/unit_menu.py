"""What can be done to a unit, as a menu: of the unit grid, and of the panel Intervene."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from deepvis_app.engine.messages import Action, Intervention, LayerInfo
from deepvis_app.session import Session
from deepvis_app.ui.texts import tr
from deepvis_app.ui.widgets.intervention_rows import first_amount


def fill_unit_menu(menu: QMenu, session: Session, layer: str, unit: int) -> None:
    """The actions for `unit` of `layer`, in place of those that `menu` has."""
    menu.clear()
    info = session.find_layer(layer)
    if info is None:
        return
    interventions = session.interventions
    silenced = interventions.marks(layer).get(unit) == "silence"
    title = tr("Let unit {unit} be" if silenced else "Silence unit {unit}", unit=unit)
    _add(menu, title, partial(interventions.toggle_silenced, layer, unit))
    _add(menu, tr("Scale unit {unit}", unit=unit), partial(_begin, session, info, unit, "scale"))
    _add(menu, tr("Clamp unit {unit}", unit=unit), partial(_begin, session, info, unit, "clamp"))
    chosen = session.unit if session.unit_layer == layer else unit
    if chosen != unit:
        swap = Intervention(layer, (unit,), "swap", (float(chosen),))
        words = tr("Swap unit {unit} with unit {other}", unit=unit, other=chosen)
        _add(menu, words, partial(interventions.add, swap))
    elif info.units > 1:
        words = tr("Swap unit {unit} with another", unit=unit)
        _add(menu, words, partial(_begin, session, info, unit, "swap"))
    menu.addSeparator()
    rest = _add(menu, tr("Let all units be"), interventions.clear)
    rest.setEnabled(bool(interventions.all))


def _begin(session: Session, layer: LayerInfo, unit: int, action: Action) -> None:
    one = Intervention(layer.name, (unit,))
    session.interventions.add(replace(one, action=action, amount=first_amount(one, action, layer.units)))


def _add(menu: QMenu, title: str, act: Callable[[], object]) -> QAction:
    def run() -> None:
        act()

    action = menu.addAction(title)
    action.triggered.connect(run)
    return action
