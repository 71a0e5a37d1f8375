"""`deepvis train classifier` on one's own pictures: a network that opens, however often it was stopped."""

from __future__ import annotations

import errno
import json
import os
import signal
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image
from safetensors.torch import load_file

from deepvis_app import cli
from deepvis_app.commands.telling import duration
from deepvis_app.commands.train import NAME
from deepvis_app.nets.embedded import weights_file
from deepvis_app.nets.network import Network


@pytest.fixture(autouse=True)
def same_threads() -> Iterator[None]:
    threads = torch.get_num_threads()
    yield
    torch.set_num_threads(threads)


def said(capsys: pytest.CaptureFixture[str]) -> str:
    """What stands on standard error: exactly one line."""
    (line,) = capsys.readouterr().err.splitlines()
    return line


@pytest.fixture
def own_pictures(tmp_path: Path) -> Path:
    """Three classes of 40 pictures, told apart by their colour; one file is no picture."""
    random = np.random.default_rng(0)
    for name, colour in (("red", (200, 40, 40)), ("green", (40, 200, 40)), ("blue", (40, 40, 200))):
        folder = tmp_path / "own" / name
        folder.mkdir(parents=True)
        for number in range(40):
            pixels = np.clip(random.normal(0, 40, (30, 40, 3)) + colour, 0, 255).astype(np.uint8)
            Image.fromarray(pixels).save(folder / f"{number:02}.jpg")
    (tmp_path / "own" / "red" / "notes.jpg").write_text("this is no picture")
    return tmp_path / "own"


def train(own_pictures: Path, *more: str, out: str = "out") -> list[str]:
    folder = own_pictures.parent / out
    return [
        *("train", "classifier", "--data", str(own_pictures), "--out", str(folder)),
        *("--size", "16", "--threads", "1", *more),
    ]


def test_own_pictures_end_as_a_network_that_opens(
    own_pictures: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(train(own_pictures, "--epochs", "6", "--progress-json")) == 0
    told = capsys.readouterr()
    events = [json.loads(line) for line in told.out.splitlines()]
    assert [event["event"] for event in events if event["event"] != "progress"] == [
        *("reading", "broken", "begins"),
        *["epoch"] * 6,
        "done",
    ]
    assert events[1]["pictures"] == ["red/notes.jpg"]
    assert (events[2]["pictures"], events[2]["held_out"]) == (108, 12)
    assert events[-1]["top1"] > 0.9
    assert told.err == ""

    network = Network.load(events[-1]["file"])
    assert network.labels == ["blue", "green", "red"]
    blue = network.preprocess(Image.new("RGB", (50, 40), (40, 40, 200)))
    assert blue.shape == (1, 3, 16, 16)
    assert int(network.module(blue).argmax()) == 0
    card = Path(events[-1]["file"]).with_suffix(".md").read_text("utf-8")
    for words in ("108 pictures of 3 classes", "held out", "deepvis train classifier --data own --epochs 6"):
        assert words in card


def test_a_training_stopped_with_sigterm_goes_on_and_ends_bit_equal(own_pictures: Path) -> None:
    command = [sys.executable, "-m", "deepvis_app", *train(own_pictures, "--epochs", "12")]
    environment = {**os.environ, "OMP_NUM_THREADS": "1"}
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    with subprocess.Popen(command, env=environment, **pipes) as running:
        assert running.stdout is not None
        while "epoch 1.0" not in (line := running.stdout.readline()):
            assert line, running.communicate()[1]
        running.send_signal(signal.SIGTERM)
        _, complaint = running.communicate(timeout=60)
    assert running.returncode == 1
    assert "the same command goes on from there" in complaint.splitlines()[-1]
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    assert done.returncode == 0
    assert "going on from step" in done.stdout

    assert cli.main(train(own_pictures, "--epochs", "12", out="whole")) == 0
    stopped, whole = (load_file(own_pictures.parent / out / NAME) for out in ("out", "whole"))
    assert stopped.keys() == whole.keys()
    assert all(torch.equal(stopped[name], whole[name]) for name in whole)


def test_a_network_goes_on_from_its_own_file_with_itself_as_teacher(
    own_pictures: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(train(own_pictures, "--epochs", "6")) == 0
    first = str(own_pictures.parent / "out" / NAME)
    more = ("--base", first, "--teachers", first, "--cutmix", "0.5", "--freeze", "1", "--epochs", "2")
    more += ("--blend", "0.25")
    assert cli.main(train(own_pictures, *more, out="second")) == 0
    told = capsys.readouterr()
    assert "Teachers look: 108 of 108" in told.out
    assert told.err.count("\n") == 2  # the broken picture, twice
    before, after = (load_file(own_pictures.parent / out / NAME) for out in ("out", "second"))
    assert torch.equal(before["conv1.conv.weight"], after["conv1.conv.weight"])
    assert not torch.equal(before["conv2a.conv.weight"], after["conv2a.conv.weight"])
    card = (own_pictures.parent / "second" / "classifier.md").read_text("utf-8")
    for words in (
        "CutMix in 50 % of the batches",
        "**Begun as:** ",
        "**Teachers:** ",
        "stay as they begin: 1",
        "**Blended:** 25 % of each weight",
    ):
        assert words in card
    assert Network.load(str(own_pictures.parent / "second" / NAME)).labels == ["blue", "green", "red"]


@pytest.mark.parametrize("option", ["--base", "--teachers"])
def test_a_network_of_other_classes_can_neither_begin_nor_teach(
    own_pictures: Path, capsys: pytest.CaptureFixture[str], option: str
) -> None:
    (own_pictures / "red" / "notes.jpg").unlink()
    embedded = str(weights_file())
    assert cli.main(train(own_pictures, option, embedded)) == 1
    assert "classes" in said(capsys)


def test_a_blend_needs_a_network_to_take_from(own_pictures: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(train(own_pictures, "--blend", "0.25")) == 2
    assert "--base" in said(capsys)


@pytest.mark.parametrize("share", ["1.5", "-0.1", "half"])
def test_a_share_is_a_number_from_0_to_1(
    own_pictures: Path, capsys: pytest.CaptureFixture[str], share: str
) -> None:
    assert cli.main(train(own_pictures, "--cutmix", share)) == 2
    assert "from 0 to 1" in said(capsys)


def test_pictures_to_check_on_are_not_learnt_though_they_lie_in_the_same_folder(
    own_pictures: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shards = own_pictures.parent / "shards"
    shards.mkdir()
    for number, shard in enumerate(("part", "val")):
        with zipfile.ZipFile(shards / f"{shard}.zip", "w") as archive:
            for file in sorted(own_pictures.rglob("*.jpg"))[number::2]:
                archive.write(file, f"{file.parent.name}/{file.name}")
    more = ["--val", str(shards / "val.zip"), "--epochs", "0.1", "--progress-json"]
    assert cli.main(train(shards, *more)) == 0
    events = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    (begins,) = (event for event in events if event["event"] == "begins")
    assert (begins["pictures"], begins["held_out"]) == (60, 60)
    card = (own_pictures.parent / "out" / "classifier.md").read_text("utf-8")
    assert "on 60 pictures of val.zip" in card
    assert card.startswith("# PlainNet · shards")


def test_an_empty_class_is_exit_code_1(own_pictures: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (own_pictures / "grey").mkdir()
    assert cli.main(train(own_pictures)) == 1
    assert "grey is empty" in said(capsys)


def test_a_full_disk_is_exit_code_1_and_the_run_can_go_on(
    own_pictures: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, data: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patched:
        patched.setattr(Path, "write_bytes", full)
        assert cli.main(train(own_pictures, "--epochs", "0.3")) == 1
        assert "No space left on device. Make room" in capsys.readouterr().err.splitlines()[-1]
    assert cli.main(train(own_pictures, "--epochs", "0.3")) == 0


def test_another_seed_needs_another_folder(own_pictures: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(train(own_pictures, "--epochs", "0.3")) == 0
    capsys.readouterr()
    assert cli.main(train(own_pictures, "--epochs", "0.3", "--seed", "1")) == 1
    assert "another run (seed differ)" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("seconds", "words"), [(0, "0 s"), (89, "89 s"), (100, "2 min"), (5100, "85 min"), (6000, "1 h 40 min")]
)
def test_time_left_reads_as_people_say_it(seconds: float, words: str) -> None:
    assert duration(seconds) == words
