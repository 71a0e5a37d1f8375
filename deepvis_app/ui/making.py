"""A picture that is being made, and what it is made of: for its title and its metadata."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from deepvis_app.engine.messages import Synthesised
from deepvis_app.i18n import text
from deepvis_app.methods import Method, Need, Target
from deepvis_app.methods.picture import metadata
from deepvis_app.session import Session
from deepvis_app.ui.texts import tr
from deepvis_app.ui.widgets.aim import Aimed


@dataclass(frozen=True)
class Making:
    """`asked`: method, network, parameters, as they were when it was started; `made`: the newest step."""

    title: str
    asked: dict[str, object]
    made: Synthesised | None = None

    @property
    def about(self) -> dict[str, object]:
        """What made the picture."""
        return self.asked | ({"facts": dict(self.made.facts)} if self.made and self.made.facts else {})


def making(session: Session, method: Method, aimed: Aimed, params: object, others: Sequence[str]) -> Making:
    """What `method` is about to make."""
    network, source = session.network, session.source
    target = Target(aimed.class_index, aimed.unit)
    asked = metadata(
        network.spec.spec if network else "",
        method,
        target,
        aimed.layer,
        params,
        source.title if source else "",
        network.labels if network else (),
    )
    return Making(tr(method.title), asked | ({"with": list(others)} if others else {}))


def wish(method: Method) -> str:
    """What other pictures a method takes, "" for none."""
    if not method.others:
        return ""
    if Need.PICTURE in method.needs:
        key = text("Choose the picture whose style is taken over; up to {most}.", most=method.others)
    else:
        key = text("Another picture that guides this one; it may be left out.")
    return tr(key)
