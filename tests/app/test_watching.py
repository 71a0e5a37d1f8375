"""A watched checkpoint: what a training writes is shown, and what it has half written breaks nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch
from pytestqt.qtbot import QtBot
from safetensors.torch import save

from deepvis_app.engine.messages import NetworkReady, NetworkSpec
from deepvis_app.nets.embedded import PlainNet
from deepvis_app.session import watching
from tests.windows import PATIENCE, Open, wait_for_pictures


def weights(seed: int) -> bytes:
    torch.manual_seed(seed)
    return save(PlainNet(5, ((4,), (6, 6))).state_dict())


def test_a_written_checkpoint_is_loaded_and_a_half_written_one_is_not(
    open_window: Open, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watching, "SETTLE_MS", 150)
    path = tmp_path / "last.safetensors"
    path.write_bytes(weights(0))
    window = open_window(source="samples", model=NetworkSpec(str(path), device="cpu"), watch=True)
    wait_for_pictures(window, qtbot)
    session = window.session
    came: list[NetworkReady] = []
    session.network_changed.connect(came.append)
    first = session.network
    assert first is not None
    chosen = next(layer for layer in first.layers if layer.drawable and layer.units == 6)
    session.set_layer(chosen.name)
    session.set_unit(3)
    session.set_pinned(True)
    session.set_explain_class(2)

    path.write_bytes(weights(1)[:-50])
    qtbot.waitUntil(
        lambda: "written anew but cannot be loaded" in window.error_strip.sentence, timeout=PATIENCE
    )
    assert came == []
    assert session.network is first, "the network of before stays"

    draft = path.with_suffix(".tmp")
    draft.write_bytes(weights(1))
    draft.replace(path)
    qtbot.waitUntil(lambda: len(came) == 1, timeout=PATIENCE)
    assert came[0].fingerprint != first.fingerprint
    assert (session.layer, session.unit_layer, session.unit) == (chosen.name, chosen.name, 3)
    assert (session.pinned, session.explain_class) == (True, 2)
    qtbot.waitUntil(lambda: window.error_strip.isHidden())

    path.write_bytes(weights(2))
    qtbot.waitUntil(lambda: len(came) == 2, timeout=PATIENCE)
    assert came[1].fingerprint != came[0].fingerprint

    window.actions_by_id["network.watch"].trigger()
    assert not session.watching.on
    assert window.settings.get("network.watch", True) is False
