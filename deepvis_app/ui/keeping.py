"""The state of the window: taken, shown again, kept in files, told as commands and links."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox

from deepvis_app.engine.messages import Failure, NetworkReady, NetworkSpec
from deepvis_app.errors import DeepVisError
from deepvis_app.i18n import Text, text
from deepvis_app.ui import layout, links, showing, state_files, taking, wishes
from deepvis_app.ui.known_networks import known_networks
from deepvis_app.ui.lines import Line, render_line, window_line
from deepvis_app.ui.options import StartOptions
from deepvis_app.ui.placing import Placing
from deepvis_app.ui.savables import METHOD_OF, savables
from deepvis_app.ui.states import State
from deepvis_app.ui.texts import tr

if TYPE_CHECKING:
    from deepvis_app.ui.main_window import MainWindow


class Keeping(QObject):
    """`restore` shows a state, as far as it says anything; what needs the network waits for it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session
        self._placing = Placing(window.session)
        self._wished: State | None = None  # until the network is there
        self._unknown: Mapping[str, Any] = {}  # what the opened file holds that we know nothing of
        self._path: Path | None = None
        self._soon = QTimer(
            self, singleShot=True, interval=0
        )  # when the session has chosen a layer by itself
        self._soon.timeout.connect(self._fulfil)
        self._session.network_changed.connect(self._take_network)
        self._session.failed.connect(self._take_failure)

    # ---- starting ------------------------------------------------------------------------------------

    def begin(self, options: StartOptions) -> None:
        """As the command line asks."""
        source, window = options.source, self._window
        if source is not None and (links.is_link(source) or state_files.is_session(Path(source))):
            window.sources.open_samples()
            if not self.open_named(source) or not self._session.is_loading:
                window.networks.start(options.model, options.watch)
            return
        self._wished = taking.from_options(options)
        if self._wished.choices is not None:
            self._session.choose_all(self._wished.choices)
        window.networks.start(options.model, options.watch)
        if not options.safe and window.sources.open_named(source):
            self._placing.begin(self._wished.place)

    def open_named(self, name: str) -> bool:
        """A link or a session file."""
        return self.open_link(name) if links.is_link(name) else self.open(Path(name).expanduser())

    # ---- session files ---------------------------------------------------------------------------------

    def save(self) -> None:
        saving = self._window.saving
        path = saving.ask_for_path(tr("Save session"), saving.source_name(), state_files.SUFFIX)
        if path is not None:
            state, unknown = self.take(), self._unknown
            saving.write(path, lambda: state_files.write(path, state, unknown))
            self._window.sources.note_recent(path)

    def open(self, path: Path) -> bool:
        """Show what was saved; what is missing is said. Nothing changes where it is no session."""
        try:
            opened = state_files.read(path)
        except DeepVisError as error:
            self._tell(error.text)
            return False
        self._window.clear_failure()
        self._window.sources.note_recent(path.absolute())
        self._path, self._unknown = path, opened.unknown
        state, missing = taking.without_missing(opened.state)
        self.restore(state)
        problem = _problem(path, missing, opened)
        if problem is not None:
            self._tell(problem)
        else:
            self._window.say(tr("Opened {file}", file=path.name))
        return True

    # ---- commands and links ----------------------------------------------------------------------------

    def copy_command(self) -> None:
        """The line that opens a window with what this one shows."""
        line = window_line(self.take())
        if line is None:
            self._tell(
                text("This picture lies in no single file. Save the session instead: it holds the picture.")
            )
        else:
            self._copy(line)

    def copy_render(self) -> None:
        """The line that writes the unit's backward picture, or what explains the class over the input."""
        found = savables(self._session, self._window.saving.newest)
        about = next((one.about for one in found if one.method is not None), None)
        if about is not None:
            self.copy_render_of(about)

    def copy_render_of(self, about: Mapping[str, Any]) -> None:
        """The line that writes the picture which `about` describes."""
        source, network = self._session.source, self._session.network
        file = source.file if source is not None else None
        if source is None or file is None:
            self._tell(
                text("The command needs a picture that lies in a file. Save the input first, and open it.")
            )
            return
        if about.get("source", about.get("picture")) not in (None, source.title):
            self._tell(text("This picture was made from another input. Show that one first."))
            return
        line = render_line(about, network.spec if network else None, self.take(), file)
        if line is None:
            self._tell(text("No command makes this picture. Save it instead."))
        else:
            self._copy(line)

    def link(self) -> str:
        rule = self._session.rule
        return links.link(self.take(), METHOD_OF[rule] if rule else "activations")

    def copy_link(self) -> None:
        QGuiApplication.clipboard().setText(self.link())
        self._window.say(tr("The link is in the clipboard."))

    def open_link(self, words: str) -> bool:
        """Go where the link points; a network that is not here yet is asked about first."""
        try:
            state = links.parse(words)
        except DeepVisError as error:
            self._tell(error.text)
            return False
        if state.network is not None and not self._may_load(state.network):
            return False
        self._window.clear_failure()
        self.restore(state)
        return True

    # ---- the state -------------------------------------------------------------------------------------

    def take(self) -> State:
        """All that is on show."""
        return taking.take(self._window)

    def restore(self, state: State) -> None:
        window, session = self._window, self._session
        self._wished = state
        if state.choices is not None:
            session.choose_all(state.choices)
        for name, panel in layout.panels(window):
            if isinstance(state.panels.get(name), dict):
                with suppress(TypeError, ValueError, KeyError):  # changed by hand, to what makes no sense
                    panel.remember(state.panels[name])
        showing.lay_out(window, state)
        if state.source is not None and window.sources.open_origin(state.source):
            self._placing.begin(state.place)
        shown = session.network
        if state.network is not None and (shown is None or session.is_loading or not _same(shown, state)):
            self._load(state.network)
        elif shown is not None and not session.is_loading:
            self._soon.start()

    def _load(self, spec: NetworkSpec) -> None:
        file = Path(spec.spec.partition(".py:")[0] + ".py")
        if ".py:" in spec.spec:
            self._window.networks.open_checkpoint(file)  # code is asked about every time
        else:
            self._window.networks.load(replace(spec, device=self._window.networks.device))

    def _may_load(self, spec: NetworkSpec) -> bool:
        """Whether a link's network is here, or the user wants it to come. A file is never opened unasked."""
        known = {network.spec: network for network in known_networks()}
        network = known.get(spec.spec)
        if spec.spec == "embedded" or (network and (network.downloaded or spec.weights == "none")):
            return True
        if network is not None:
            question = tr(
                "The link shows {title}, which is not on this computer. Download it ({megabytes} MB)?",
                title=network.title,
                megabytes=round(network.megabytes),
            )
            return self._ask(question)
        if taking.file_of(spec.spec) is not None:
            key = "The link's network is the file {file}. If you trust it, open it by Network, Open weights…."
            self._tell(text(key, file=spec.spec))
            return False
        return self._ask(tr("The link shows the network {name}. Load it?", name=spec.spec))

    def _ask(self, question: str) -> bool:
        yes = QMessageBox.StandardButton.Yes
        return QMessageBox.question(self._window, tr("Open link"), question) == yes

    def _take_network(self, network: NetworkReady) -> None:
        wished = self._wished
        if wished is not None and wished.network is not None and network.spec.spec != wished.network.spec:
            self._wished = None  # it did not come, and another one did
        self._soon.start()

    def _take_failure(self, failure: Failure) -> None:
        if failure.ends_load and self._wished is not None and self._wished.network is not None:
            self._wished = None

    def _fulfil(self) -> None:
        wished, network = self._wished, self._session.network
        if wished is None or network is None:
            return
        if wished.preprocessing is not None and wished.preprocessing != network.preprocessing:
            self._wished = replace(wished, preprocessing=None)
            self._session.set_preprocessing(wished.preprocessing)
            return  # the network comes once more
        self._wished = None
        problem = wishes.fulfil(wished, self._session)
        showing.bring_forward(self._window, wished)
        showing.show_method(self._window, wished)
        if problem is not None:
            self._tell(problem)
            self._window.refused.emit(problem)

    def _copy(self, line: Line) -> None:
        QGuiApplication.clipboard().setText(str(line))
        if line.lost:
            lost = ", ".join(map(tr, line.lost))
            words = tr("The command is in the clipboard; it cannot say: {lost}. A session can.", lost=lost)
        else:
            words = tr("The command is in the clipboard.")
        self._window.say(words)

    def _tell(self, about: Text) -> None:
        self._window.show_failure(Failure(about, ""))


def _same(network: NetworkReady, state: State) -> bool:
    wanted = state.network
    spec = network.spec
    return wanted is None or (spec.spec, spec.weights, spec.seed, spec.arch) == (
        wanted.spec,
        wanted.weights,
        wanted.seed,
        wanted.arch,
    )


def _problem(path: Path, missing: list[Path], opened: state_files.Opened) -> Text | None:
    """What of a session could not be shown."""
    if missing:
        files = ", ".join(str(file) for file in missing)
        return text(
            "{session} was opened without what is no longer there: {files}.", session=path.name, files=files
        )
    if opened.wrong:
        names = ", ".join(opened.wrong)
        return text(
            "{session} was opened without what makes no sense in it: {names}.", session=path.name, names=names
        )
    if opened.unknown:
        names = ", ".join(opened.unknown)
        return text(
            "{session} holds what this DeepVis does not know: {names}. Saving the session again keeps it.",
            session=path.name,
            names=names,
        )
    return None
