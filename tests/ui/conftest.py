"""The window before its worker is started: quick to make, and all there but pictures."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from deepvis_app.engine.messages import LayerInfo, NetworkReady, NetworkSpec
from deepvis_app.i18n import Text, text
from deepvis_app.pictures.preprocessing import Preprocessing
from deepvis_app.settings import Settings
from deepvis_app.ui.main_window import MainWindow
from deepvis_app.ui.theme import Theme


@pytest.fixture
def window(qapp: QApplication) -> Iterator[MainWindow]:
    theme = Theme(qapp)
    made = MainWindow(Settings.load(), theme)
    made.show()
    yield made
    made.home.preferences.set_language("en")  # Qt's own words too
    made.close()
    made.deleteLater()
    theme.deleteLater()


def network_ready(spec: str = "embedded", *warnings: Text) -> NetworkReady:
    """Two layers of 16 units, named conv1 and conv2."""
    layers = tuple(
        LayerInfo(name, name, "conv", (16, 20, 20), 16, drawable=True, main=True, has_weights=True)
        for name in ("conv1", "conv2")
    )
    return NetworkReady(
        spec=NetworkSpec(spec),
        title=spec.title(),
        layers=layers,
        labels=("cat", "dog"),
        preprocessing=Preprocessing(),
        device="cpu",
        precision="bfloat16",
        threads=2,
        parameters=1234,
        warnings=warnings,
    )


def bring(window: MainWindow, network: NetworkReady) -> None:
    """As if the worker had loaded it."""
    window.session._worker.event.emit(network)


WARNING = text("This network has no rectifier.")
