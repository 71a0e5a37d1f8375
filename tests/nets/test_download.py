"""Weights arrive once and whole, over connections that break, from a real server."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
import torch

from deepvis_app.errors import DownloadCancelled, DownloadError
from deepvis_app.i18n import Text
from deepvis_app.nets import architectures, catalog, download
from deepvis_app.nets.network import Network
from tests.servers import CONTENT, NAME, Site, serving


@pytest.fixture
def site() -> Site:
    return Site()


@pytest.fixture
def url(site: Site, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Where torchvision says the file is; a mirror on this computer stands in for its host."""
    with serving(site) as address:
        monkeypatch.setenv("no_proxy", "127.0.0.1")
        monkeypatch.setenv(download.MIRROR, f"{address}/")
        yield f"{download.BASE}/{NAME}"


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_a_file_is_fetched_once_with_progress(url: str, site: Site, tmp_path: Path) -> None:
    told: list[tuple[float | None, Text]] = []
    path = download.fetch(url, tmp_path / "new", "Net", lambda done, about: told.append((done, about)))
    assert files(tmp_path / "new") == {NAME: CONTENT}
    done = [share for share, _ in told if share is not None]
    assert done == sorted(done)
    assert done[-1] == 1
    assert str(told[-1][1]) == "Downloading Net: 0.3 MB"
    assert download.fetch(url, tmp_path / "new", "Net") == path
    assert len(site.ranges) == 1


def test_a_broken_download_is_taken_up_where_it_broke(url: str, site: Site, tmp_path: Path) -> None:
    site.breaks_after = [100_000, 50_000]
    download.fetch(url, tmp_path, "Net")
    assert site.ranges == [None, "bytes=100000-", "bytes=150000-"]
    assert files(tmp_path) == {NAME: CONTENT}


def test_what_an_earlier_start_left_is_taken_up(url: str, site: Site, tmp_path: Path) -> None:
    (tmp_path / f"{NAME}.part").write_bytes(CONTENT[:123_456])
    download.fetch(url, tmp_path, "Net")
    assert site.ranges == ["bytes=123456-"]
    assert files(tmp_path) == {NAME: CONTENT}


def test_a_whole_part_is_only_renamed(url: str, tmp_path: Path) -> None:
    (tmp_path / f"{NAME}.part").write_bytes(CONTENT)
    download.fetch(url, tmp_path, "Net")
    assert files(tmp_path) == {NAME: CONTENT}


def test_a_server_without_ranges_sends_all_again(url: str, site: Site, tmp_path: Path) -> None:
    site.understands_ranges = False
    site.breaks_after = [100_000]
    download.fetch(url, tmp_path, "Net")
    assert files(tmp_path) == {NAME: CONTENT}


@pytest.mark.parametrize("left", [b"of another file", CONTENT + b"too much"])
def test_a_part_of_something_else_is_thrown_away(left: bytes, url: str, tmp_path: Path) -> None:
    (tmp_path / f"{NAME}.part").write_bytes(left)
    download.fetch(url, tmp_path, "Net")
    assert files(tmp_path) == {NAME: CONTENT}


def test_a_wrong_hash_is_an_error_and_nothing_stays(url: str, site: Site, tmp_path: Path) -> None:
    site.files[NAME] = b"an evil twin"
    with pytest.raises(DownloadError, match="not the file that it should be"):
        download.fetch(url, tmp_path, "Net")
    assert files(tmp_path) == {}


def test_a_missing_file_is_an_error_at_once(url: str, site: Site, tmp_path: Path) -> None:
    site.files.clear()
    with pytest.raises(DownloadError, match=r"answered 404 \(Not Found\)"):
        download.fetch(url, tmp_path, "Net")
    assert len(site.ranges) == 1


def test_a_server_in_trouble_is_asked_again(
    url: str, site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(download, "FIRST_PAUSE", 0.01)
    site.status = 503
    with pytest.raises(DownloadError, match="answered 503"):
        download.fetch(url, tmp_path, "Net")
    assert len(site.ranges) == download.ATTEMPTS


def test_offline_is_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(download, "FIRST_PAUSE", 0.01)
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    monkeypatch.setenv(download.MIRROR, "http://127.0.0.1:9")  # nothing listens there
    with pytest.raises(
        DownloadError, match=r"Net could not be downloaded from .*refused.*Check the connection"
    ):
        download.fetch(f"{download.BASE}/{NAME}", tmp_path, "Net")
    assert files(tmp_path) == {}


def test_a_mirror_that_is_no_address_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(download.MIRROR, "my disk")
    with pytest.raises(DownloadError, match=r"DEEPVIS_WEIGHTS_URL is my disk"):
        download.fetch(f"{download.BASE}/{NAME}", tmp_path, "Net")


def test_no_room_is_said_before_anything_is_written(url: str, site: Site, tmp_path: Path) -> None:
    site.claims = 10**18
    with pytest.raises(DownloadError, match="There is no room for Net"):
        download.fetch(url, tmp_path, "Net")
    assert files(tmp_path) == {}


def test_a_folder_that_cannot_be_written_is_named(url: str, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(DownloadError, match="could not be written to"):
        download.fetch(url, tmp_path / "file" / "weights", "Net")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_disk_that_fills_up_is_said(url: str, tmp_path: Path) -> None:
    (tmp_path / f"{NAME}.part").symlink_to("/dev/full")
    with pytest.raises(DownloadError, match=r"could not be written to .*No space left.*Make room"):
        download.fetch(url, tmp_path, "Net")


def test_a_host_that_nobody_knows_means_offline(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(download, "FIRST_PAUSE", 0.01)
    monkeypatch.setenv("no_proxy", "*")
    monkeypatch.setenv(download.MIRROR, "http://nowhere.invalid")
    with pytest.raises(DownloadError, match=r"seems to be offline: nowhere\.invalid cannot be found"):
        download.fetch(f"{download.BASE}/{NAME}", tmp_path, "Net")


def test_a_hub_says_which_file_to_expect_where_it_sends_us(url: str, site: Site, tmp_path: Path) -> None:
    site.sends_on = {"model.safetensors": (NAME, hashlib.sha256(CONTENT).hexdigest())}
    asked = f"{url.rpartition('/')[0]}/model.safetensors"
    path = download.fetch(asked, tmp_path, "Net", file="timm-net.safetensors")
    assert (path.name, path.read_bytes()) == ("timm-net.safetensors", CONTENT)
    site.sends_on = {"model.safetensors": (NAME, "0" * 64)}
    with pytest.raises(DownloadError, match="not the file that it should be"):
        download.fetch(asked, tmp_path, "Net", file="timm-other.safetensors")
    assert files(tmp_path) == {"timm-net.safetensors": CONTENT}


def test_two_who_want_the_same_file_fetch_it_once(url: str, site: Site, tmp_path: Path) -> None:
    with ThreadPoolExecutor(2) as both:
        paths = list(both.map(lambda _: download.fetch(url, tmp_path, "Net"), range(2)))
    assert paths[0] == paths[1]
    assert site.ranges == [None]


def test_a_cancelled_download_keeps_what_came_and_is_taken_up(url: str, site: Site, tmp_path: Path) -> None:
    came: list[float | None] = []
    with pytest.raises(DownloadCancelled):
        download.fetch(url, tmp_path, "Net", lambda done, _: came.append(done), lambda: len(came) > 0)
    (part,) = files(tmp_path).values()
    assert 0 < len(part) < len(CONTENT)
    download.fetch(url, tmp_path, "Net")
    assert site.ranges == [None, f"bytes={len(part)}-"]
    assert files(tmp_path) == {NAME: CONTENT}


def test_a_network_is_loaded_with_weights_that_came_in_pieces(
    url: str, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = architectures.random("squeezenet1_1", 5).eval()
    buffer = io.BytesIO()
    torch.save(source.state_dict(), buffer)
    content = buffer.getvalue()
    name = f"squeezenet1_1-{hashlib.sha256(content).hexdigest()[:8]}.pth"
    site.files = {name: content}
    site.breaks_after = [1_000_000, 2_000_000]
    weights = replace(
        architectures.default_weights("squeezenet1_1").value, url=f"{url.rpartition('/')[0]}/{name}"
    )
    monkeypatch.setattr(architectures, "default_weights", lambda _: weights)
    told: list[str] = []
    network = Network.load("torchvision:squeezenet1_1", progress=lambda _, about: told.append(str(about)))
    x = torch.rand(1, 3, 64, 64)
    assert torch.equal(network.module(x), source(x))
    assert (catalog.weights_dir() / name).read_bytes() == content
    assert "Downloading SqueezeNet 1.1: 4.7 MB" in told
    assert len(site.ranges) == 3
