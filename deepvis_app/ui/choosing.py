"""Choices that go round: on and off, and one after another."""

from __future__ import annotations

from collections.abc import Mapping
from typing import get_args

from PySide6.QtCore import QObject

from deepvis_app.engine.messages import BackwardStyle, Rule
from deepvis_app.methods import LIVE
from deepvis_app.session import Order, Scale, Session

ROUNDS: Mapping[str, tuple[object, ...]] = {
    "rule": get_args(Rule),
    "style": get_args(BackwardStyle),
    "scale": get_args(Scale),
    "order": get_args(Order),
    "contrast": (1.0, 1.5, 2.0, 3.0),
    "heat_method": LIVE,
}


class Choosing(QObject):
    """Changes a session's choices from where they stand."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._rule_before: Rule = "guided"

    def toggle(self, choice: str) -> None:
        """One of the session's true-or-false choices."""
        getattr(self._session, f"set_{choice}")(not getattr(self._session, choice))

    def cycle(self, choice: str, step: int) -> None:
        """To the next (1) or previous (-1) of ROUNDS; from anything else to the first."""
        values = ROUNDS[choice]
        now = getattr(self._session, choice)
        place = (values.index(now) + step) % len(values) if now in values else 0
        getattr(self._session, f"set_{choice}")(values[place])

    def silence_unit(self) -> None:
        """The chosen unit, or let it be again."""
        session = self._session
        if session.unit_layer is not None:
            session.interventions.toggle_silenced(session.unit_layer, session.unit)

    def toggle_backward(self) -> None:
        """No backward picture, or the one of the rule that was there before."""
        rule = self._session.rule
        if rule is not None:
            self._rule_before = rule
        self._session.set_rule(self._rule_before if rule is None else None)
