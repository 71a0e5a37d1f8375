"""The session's second part: how things are shown, and what the panels ask."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from deepvis_app.engine.messages import BackwardStyle, Rule, ViewRequest
from deepvis_app.session.choices import CONTRASTS, SHARES, Choices, Order, Scale, saved_choices
from deepvis_app.session.requests import Requests
from deepvis_app.session.soon import Soon
from deepvis_app.session.sourced import SourcedSession


class ShownSession(SourcedSession):
    """Every change is told, and makes `_soon` due when the present turn of the event loop is over."""

    state_changed = Signal()  # any choice that has no signal of its own

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._choices = Choices()
        self._requests = Requests()
        self._soon = Soon(self)

    @property
    def rule(self) -> Rule | None:
        return self._choices.rule

    @property
    def style(self) -> BackwardStyle:
        return self._choices.style

    @property
    def order(self) -> Order:
        return self._choices.order

    @property
    def scale(self) -> Scale:
        return self._choices.scale

    @property
    def contrast(self) -> float:
        return self._choices.contrast

    @property
    def hide_dead(self) -> bool:
        return self._choices.hide_dead

    @property
    def overlay(self) -> bool:
        return self._choices.overlay

    @property
    def heat(self) -> bool:
        """Whether an explanation of the class lies over the input."""
        return self._choices.heat

    @property
    def pictured(self) -> bool:
        """Whether the grid shows pictures of the units where it has them, not their maps."""
        return self._choices.pictured

    @property
    def heat_method(self) -> str:
        return self._choices.heat_method

    @property
    def heat_strength(self) -> float:
        return self._choices.heat_strength

    @property
    def boxes(self) -> bool:
        return self._choices.boxes

    @property
    def box_share(self) -> float:
        return self._choices.box_share

    @property
    def choices(self) -> dict[str, Any]:
        """All of them, as plain JSON values."""
        return dict(vars(self._choices))

    def choose_all(self, saved: object) -> None:
        """As `choices` gave them; what is not among them, or does not fit, is as at the first start."""
        self._choose(**vars(saved_choices(saved)))

    def set_rule(self, rule: Rule | None) -> None:
        self._choose(rule=rule)

    def set_style(self, style: BackwardStyle) -> None:
        self._choose(style=style)

    def set_order(self, order: Order) -> None:
        self._choose(order=order)

    def set_scale(self, scale: Scale) -> None:
        self._choose(scale=scale)

    def set_contrast(self, contrast: float) -> None:
        """The exponent of the shown maps is 1 / contrast; brought into CONTRASTS."""
        self._choose(contrast=min(max(contrast, CONTRASTS[0]), CONTRASTS[1]))

    def set_hide_dead(self, hide: bool) -> None:
        self._choose(hide_dead=hide)

    def set_pictured(self, pictured: bool) -> None:
        self._choose(pictured=pictured)

    def set_overlay(self, overlay: bool) -> None:
        self._choose(overlay=overlay)

    def set_heat(self, heat: bool) -> None:
        self._choose(heat=heat)

    def set_heat_method(self, method: str) -> None:
        """A live explanation; choosing one shows it."""
        self._choose(heat_method=method, heat=True)

    def set_heat_strength(self, strength: float) -> None:
        self._choose(heat_strength=min(max(strength, SHARES[0]), SHARES[1]))

    def set_boxes(self, boxes: bool) -> None:
        """Boxes are of the heat: they show it."""
        self._choose(boxes=boxes, heat=boxes or self.heat)

    def set_box_share(self, share: float) -> None:
        """Of the hottest, above which a place is in a box."""
        self._choose(box_share=min(max(share, SHARES[0]), SHARES[1]))

    def request(self, panel: str, request: ViewRequest | None) -> None:
        """What the panel of that name wants of every frame; None (hidden) costs nothing."""
        if self._requests.put(panel, request):
            self._ask()

    def request_of(self, panel: str) -> ViewRequest | None:
        """What is asked under that name now."""
        return self._requests.get(panel)

    def _choose(self, **changes: Any) -> None:
        chosen = replace(self._choices, **changes)
        if chosen != self._choices:
            self._choices = chosen
            self._tell()

    def _tell(self) -> None:
        self.state_changed.emit()
        self._ask()

    def _ask(self) -> None:
        self._soon.start()
