"""Choosing, loading and describing networks, and where they run."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from deepvis_app.engine.messages import Failure, NetworkReady, NetworkSpec
from deepvis_app.pictures.preprocessing import Preprocessing
from deepvis_app.ui.texts import tr

if TYPE_CHECKING:
    from deepvis_app.ui.dialogs.checkpoint import CheckpointDialog
    from deepvis_app.ui.dialogs.networks import NetworksDialog
    from deepvis_app.ui.main_window import MainWindow

LAST = "network.last"
RECENT = "network.recent"
DEVICE = "network.device"
THREADS = "network.threads"
WATCH = "network.watch"
KEPT = 8
DEVICES = {"auto": "Automatic", "cpu": "CPU", "cuda": "NVIDIA GPU (CUDA)", "mps": "Apple GPU (MPS)"}
ELSEWHERE = "cuda" if sys.platform == "darwin" else "mps"  # what there is on other systems only


def devices() -> dict[str, str]:
    """Those that this system may have, with their titles."""
    return {name: tr(title) for name, title in DEVICES.items() if name != ELSEWHERE}


class Networks(QObject):
    """What the Network menu does."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session
        self._settings = window.settings
        self._inferred: Preprocessing | None = None  # what the present network came with
        self._inferred_of: NetworkSpec | None = None
        self._dialog: NetworksDialog | CheckpointDialog | None = None  # the one that is open
        self._then: Callable[[NetworkSpec], None] = self.load  # what is done with what the dialog chooses
        self._session.network_changed.connect(self._take_network)
        self._session.failed.connect(self._fall_back)
        self._session.watching.reloaded.connect(self._tell_reloaded)
        self._session.watching.changed.connect(window.refresh_actions)

    @property
    def device(self) -> str:
        chosen = self._settings.get(DEVICE, "auto")
        return chosen if chosen in DEVICES else "auto"

    @property
    def threads(self) -> int:
        """0: the worker chooses."""
        return max(int(self._settings.get(THREADS, 0)), 0)

    @property
    def changed_preprocessing(self) -> Preprocessing | None:
        """The user's, where it is another than the network came with."""
        network = self._session.network
        return None if network is None or network.preprocessing == self._inferred else network.preprocessing

    def start(self, spec: NetworkSpec | None, watch: bool = False) -> None:
        """That network, or the one used last, or the embedded one; `watch`: its file, now and later."""
        self._session.watching.set_on(watch or self._settings.get(WATCH, False))
        self._session.load_network(spec or from_json(self._settings.get(LAST, {})) or self._plain())

    def load(self, spec: NetworkSpec) -> None:
        self._session.load_network(spec)

    def load_embedded(self) -> None:
        self.load(self._plain())

    def choose(self) -> None:
        self._show_networks(untrained=False)

    def choose_random(self) -> None:
        self._show_networks(untrained=True)

    def open_checkpoint(self, path: Path | None = None) -> None:
        """Ask how a file of weights is to be read; load it."""
        from deepvis_app.ui.dialogs.checkpoint import CheckpointDialog

        self._ask(CheckpointDialog(self.device, path, self._window))

    def toggle_watching(self) -> None:
        """Remembered; of a network from no file nothing happens until there is one."""
        watching = self._session.watching
        watching.set_on(not watching.on)
        self._settings.set(WATCH, watching.on)
        if watching.on and watching.path is None:
            self._window.say(tr("This network is from no file; the next one that is will be watched."))

    def _tell_reloaded(self, path: Path) -> None:
        self._window.clear_failure()
        self._window.say(tr("{file} was written anew, and is loaded.", file=path.name))

    def choose_second(self) -> None:
        """The network to compare with."""
        self._show_networks(untrained=False, then=self._session.second.load)

    def open_second(self) -> None:
        """The same, from a file: at first the folder of the present one's."""
        from deepvis_app.ui.dialogs.checkpoint import CheckpointDialog

        path = Path(self._session.spec.spec)
        of_file = path if path.is_file() else None
        self._ask(CheckpointDialog(self.device, of_file, self._window), self._session.second.load)

    def edit_preprocessing(self) -> None:
        from deepvis_app.ui.dialogs.preprocessing import PreprocessingDialog

        network = self._session.network
        if network is not None:
            inferred = self._inferred or network.preprocessing
            self._window.show_dialog(PreprocessingDialog(self._session, inferred, self._window))

    def show_about(self) -> None:
        from deepvis_app.ui.dialogs.about import about_network

        if self._session.network is not None:
            self._window.show_dialog(about_network(self._session.network, self._window))

    def set_device(self, name: str) -> None:
        """Remembered; the present network is loaded anew there."""
        self._settings.set(DEVICE, name)
        self.load(NetworkSpec(**{**vars(self._session.spec), "device": name}))

    def set_threads(self, threads: int) -> None:
        self._settings.set(THREADS, threads)
        self._session.set_threads(threads)

    def recent(self) -> Sequence[tuple[str, NetworkSpec]]:
        """Title and spec, the newest first; without the embedded network."""
        saved = self._settings.get(RECENT, [])
        found = [(row.get("title"), from_json(row.get("spec"))) for row in saved if isinstance(row, dict)]
        return [(title, spec) for title, spec in found if isinstance(title, str) and spec is not None]

    def forget_recent(self) -> None:
        self._settings.set(RECENT, None)

    def _plain(self) -> NetworkSpec:
        return NetworkSpec(device=self.device)

    def _show_networks(self, *, untrained: bool, then: Callable[[NetworkSpec], None] | None = None) -> None:
        from deepvis_app.ui.dialogs.networks import NetworksDialog

        dialog = NetworksDialog(
            self.device,
            untrained=untrained,
            downloads=self._session.downloads,
            recent=self.recent(),
            parent=self._window,
        )
        dialog.file_wanted.connect(self.open_checkpoint if then is None else self.open_second)
        self._ask(dialog, then)

    def _ask(
        self, dialog: NetworksDialog | CheckpointDialog, then: Callable[[NetworkSpec], None] | None = None
    ) -> None:
        self._dialog, self._then = dialog, then or self.load
        dialog.accepted.connect(self._load_chosen)
        self._window.show_dialog(dialog)

    def _load_chosen(self) -> None:
        spec = self._dialog.spec() if self._dialog is not None else None
        if spec is not None:
            self._then(spec)

    def _take_network(self, network: NetworkReady) -> None:
        if network.spec != self._inferred_of:
            self._inferred, self._inferred_of = network.preprocessing, network.spec
            self._window.clear_failure()
            for warning in network.warnings:
                self._window.show_failure(Failure(warning, ""))
        if _is_lasting(network.spec):
            self._settings.set(LAST, to_json(network.spec))
            if network.spec.spec != "embedded":
                rows = [{"title": network.title, "spec": to_json(network.spec)}]
                rows += [{"title": t, "spec": to_json(s)} for t, s in self.recent() if t != network.title]
                self._settings.set(RECENT, rows[:KEPT])

    def _fall_back(self, _failure: Failure) -> None:
        """Where the first network does not come, the embedded one does."""
        first = self._session.network is None and not self._session.is_loading
        if first and self._session.spec != self._plain():
            self._session.load_network(self._plain())


def _is_lasting(spec: NetworkSpec) -> bool:
    """Whether it can be opened again as it is: code is asked about every time, a session has ended then."""
    return not spec.allow_code and not spec.spec.startswith("python:")


def to_json(spec: NetworkSpec) -> dict[str, Any]:
    return {name: str(value) if isinstance(value, Path) else value for name, value in asdict(spec).items()}


def from_json(saved: object) -> NetworkSpec | None:
    """None for what is no spec; code is never allowed by settings alone."""
    if not isinstance(saved, Mapping) or not isinstance(saved.get("spec"), str):
        return None
    labels, arch, seed, device = (saved.get(name) for name in ("labels", "arch", "seed", "device"))
    return NetworkSpec(
        spec=saved["spec"],
        weights="none" if saved.get("weights") == "none" else "default",
        seed=seed if isinstance(seed, int) else 0,
        device=device if device in DEVICES else "auto",
        arch=arch if isinstance(arch, str) else None,
        labels=Path(labels) if isinstance(labels, str) else None,
    )
