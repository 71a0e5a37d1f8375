"""Weights are fetched beside everything else, paused and taken up, from a real server."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace

import pytest

from deepvis_app.engine.messages import Download, Downloading
from deepvis_app.nets import architectures, catalog, download
from tests.engine.conftest import Loop
from tests.servers import CONTENT, NAME, Site, serving

SPEC = "torchvision:squeezenet1_1"


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """Holds what stands in for SqueezeNet's weights."""
    site = Site()
    weights = replace(architectures.default_weights("squeezenet1_1").value, url=f"{download.BASE}/{NAME}")
    monkeypatch.setattr(architectures, "default_weights", lambda _: weights)
    monkeypatch.setattr(download, "FIRST_PAUSE", 0.01)
    with serving(site) as address:
        monkeypatch.setenv("no_proxy", "127.0.0.1")
        monkeypatch.setenv(download.MIRROR, address)
        yield site


def until(loop: Loop, state: str) -> Downloading:
    loop.until(lambda: any(one.state == state for one in loop.of(Downloading)), timeout=0.05)
    return loop.of(Downloading)[-1]


def test_a_paused_download_goes_on_from_there(loop: Loop, site: Site) -> None:
    site.waits = True
    loop.send(Download(SPEC))
    loop.until(lambda: any(one.done for one in loop.of(Downloading)), timeout=0.05)
    loop.send(Download(SPEC, pause=True))
    site.gate.set()
    assert "kept" in str(until(loop, "paused").about)
    part = catalog.weights_dir() / f"{NAME}.part"
    have = part.stat().st_size
    assert 0 < have < len(CONTENT)
    site.waits = False
    loop.send(Download(SPEC))
    until(loop, "done")
    assert site.ranges == [None, f"bytes={have}-"]
    whole = (catalog.weights_dir() / NAME).read_bytes()
    assert hashlib.sha256(whole).digest() == hashlib.sha256(CONTENT).digest()
    assert not part.exists()


def test_a_wrong_file_is_refused_and_removed(loop: Loop, site: Site) -> None:
    site.files[NAME] = b"an evil twin"
    loop.send(Download(SPEC))
    assert "not the file that it should be" in str(until(loop, "failed").about)
    assert list(catalog.weights_dir().iterdir()) == []


def test_one_that_does_not_exist_says_so(loop: Loop) -> None:
    loop.send(Download("torchvision:resnet81"))
    assert "There is no torchvision network" in str(until(loop, "failed").about)
