"""What of a window goes into a report."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING

from deepvis_app.engine.failures import versions
from deepvis_app.engine.messages import ScoresView
from deepvis_app.ui.input_words import taken
from deepvis_app.ui.lines import quoted, render_line, window_line
from deepvis_app.ui.report import Facts, Report, Shown
from deepvis_app.ui.savables import Savable
from deepvis_app.ui.sourcing import to_pixels
from deepvis_app.ui.texts import named, tr

if TYPE_CHECKING:
    from deepvis_app.ui.main_window import MainWindow


def report_of(window: MainWindow) -> Report:
    session = window.session
    network, source = session.network, session.source
    title = " · ".join(
        filter(None, (named(source.title) if source else "", network.title if network else ""))
    )
    facts = {
        tr("Class scores"): tuple(_scores(window)),
        tr("Network"): tuple(_network(window)),
        tr("Made with"): tuple(("", line) for line in versions(network.device if network else "")),
    }
    return Report(
        title=title or "DeepVis",
        about=tr("A report of DeepVis, {when}", when=datetime.now().strftime("%Y-%m-%d %H:%M")),
        window=to_pixels(window.grab().toImage()),
        pictures=[_shown(window, one) for one in window.saving.savables()],
        facts={heading: rows for heading, rows in facts.items() if rows},
        commands=tuple(_commands(window)),
    )


def _shown(window: MainWindow, savable: Savable) -> Shown:
    left_out = ("source", "picture", "network")
    about = {name: value for name, value in savable.about.items() if name not in left_out}
    return Shown(savable.title, savable.pixels, about, _render(window, savable))


def _render(window: MainWindow, savable: Savable) -> str:
    session = window.session
    file = session.source.file if session.source else None
    if file is None or savable.method is None or session.network is None:
        return ""
    line = render_line(savable.about, session.network.spec, window.keeping.take(), file)
    return quoted(line.words, home=True) if line is not None and not line.lost else ""


def _scores(window: MainWindow) -> Iterator[tuple[str, str]]:
    newest = window.saving.newest
    for view in newest.views.values() if newest else ():
        if isinstance(view, ScoresView):
            for score in view.scores:
                yield score.label, f"{score.value:.1%}" if view.probabilities else f"{score.value:.3f}"


def _network(window: MainWindow) -> Iterator[tuple[str, str]]:
    network = window.session.network
    if network is None:
        return
    how = network.preprocessing
    yield tr("Name"), network.title
    yield tr("Source"), network.spec.spec
    if network.spec.weights == "none":
        yield tr("Weights"), tr("random, seed {seed}", seed=network.spec.seed)
    yield tr("Parameters"), f"{network.parameters:,}"
    yield tr("Input"), f"{taken(how)}, {how.channels}"
    yield tr("Runs on"), f"{network.device}, {network.precision}"


def _commands(window: MainWindow) -> Facts:
    line = window_line(window.keeping.take())
    found = [(tr("A window with this:"), quoted(line.words, home=True))] if line is not None else []
    return [*found, (tr("A link to the network, layer and unit:"), window.keeping.link())]
