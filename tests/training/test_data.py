"""Pictures to learn from come whole, in order, with the right classes; bad ones are named."""

from __future__ import annotations

import zipfile
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from deepvis_app.errors import InputError
from deepvis_app.training.data import load, split


def save(path: Path, colour: tuple[int, int, int], size: tuple[int, int] = (20, 10)) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.new("RGB", size, colour).save(path)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two classes: three red cats, two blue dogs."""
    for number in range(3):
        save(tmp_path / "animals" / "cat" / f"{number}.png", (200, 0, 0))
    for number in range(2):
        save(tmp_path / "animals" / "dog" / f"{number}.png", (0, 0, 200))
    return tmp_path / "animals"


def test_a_folder_of_class_folders(folder: Path) -> None:
    pictures = load([folder], 8)
    assert pictures.names == ("cat", "dog")
    assert pictures.classes.tolist() == [0, 0, 0, 1, 1]
    assert pictures.pixels.shape == (5, 8, 8, 3)
    assert pictures.pixels[0, 4, 4].tolist() == [200, 0, 0]
    assert pictures.pixels[4, 4, 4].tolist() == [0, 0, 200]


def test_zip_shards_read_like_the_folder(folder: Path, tmp_path: Path) -> None:
    for number, part in enumerate(("cat", "dog")):
        with zipfile.ZipFile(tmp_path / f"shard-{number}.zip", "w") as archive:
            for file in (folder / part).iterdir():
                archive.write(file, f"{part}/{file.name}")
                archive.writestr(f"__MACOSX/{part}/._{file.name}", b"resource fork")
    shards, whole = load(sorted(tmp_path.glob("*.zip")), 8), load([folder], 8)
    assert np.array_equal(shards.pixels, whole.pixels)
    assert shards.classes.tolist() == whole.classes.tolist()
    assert load([tmp_path], 8).names == ("cat", "dog"), "a folder of shards is read too"


def test_classes_take_their_words_and_order_from_the_table(folder: Path) -> None:
    (folder / "classes.tsv").write_text("0\tdog\thound, dog\n1\tcat\thouse cat\n2\tcow\tcow\n", "utf-8")
    pictures = load([folder], 8)
    assert pictures.names == ("hound", "house cat")
    assert pictures.classes.tolist() == [1, 1, 1, 0, 0]


def test_words_that_two_classes_share_are_given_whole(folder: Path) -> None:
    (folder / "classes.tsv").write_text("0\tdog\tpet, dog\n1\tcat\tpet, cat\n", "utf-8")
    assert load([folder], 8).names == ("pet, dog", "pet, cat")


def test_held_out_pictures_take_the_classes_of_those_learnt(folder: Path, tmp_path: Path) -> None:
    (folder / "classes.tsv").write_text("0\tdog\thound\n1\tcat\thouse cat\n", "utf-8")
    save(tmp_path / "val" / "cat" / "0.png", (200, 0, 0))
    learnt = load([folder], 8)
    held_out = load([tmp_path / "val"], 8, names=learnt.names, words=learnt.words)
    assert held_out.names == learnt.names
    assert held_out.classes.tolist() == [1]


def test_a_class_that_is_not_learnt_is_named(folder: Path, tmp_path: Path) -> None:
    save(tmp_path / "val" / "cow" / "0.png", (0, 0, 0))
    learnt = load([folder], 8)
    with pytest.raises(InputError, match="class cow"):
        load([tmp_path / "val"], 8, names=learnt.names, words=learnt.words)


def test_broken_pictures_are_skipped_and_listed(folder: Path) -> None:
    (folder / "cat" / "1.png").write_text("this is no picture")
    whole = (folder / "cat" / "2.png").read_bytes()
    (folder / "cat" / "2.png").write_bytes(whole[: len(whole) // 2])
    pictures = load([folder], 8)
    assert pictures.broken == ("cat/1.png", "cat/2.png")
    assert pictures.classes.tolist() == [0, 1, 1]


def test_a_class_of_broken_pictures_is_an_error(folder: Path) -> None:
    for file in (folder / "dog").iterdir():
        file.write_text("this is no picture")
    with pytest.raises(InputError, match="class dog has no picture that can be read"):
        load([folder], 8)


def test_an_empty_class_folder_is_an_error(folder: Path) -> None:
    (folder / "cow").mkdir()
    (folder / "cow" / "notes.txt").write_text("none yet")
    with pytest.raises(InputError, match=r"cow is empty"):
        load([folder], 8)


def test_hidden_folders_are_no_classes(folder: Path) -> None:
    (folder / ".thumbnails").mkdir()
    assert load([folder], 8).names == ("cat", "dog")


def test_what_cannot_be_read_says_so(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"There is no .*nowhere"):
        load([tmp_path / "nowhere"], 8)
    (tmp_path / "notes.txt").write_text("text")
    with pytest.raises(InputError, match="neither a zip file nor a folder"):
        load([tmp_path / "notes.txt"], 8)
    with pytest.raises(InputError, match="no pictures in class folders"):
        load([tmp_path], 8)
    (tmp_path / "classes.tsv").write_text("cat\n")
    save(tmp_path / "cat" / "0.png", (0, 0, 0))
    with pytest.raises(InputError, match="three columns"):
        load([tmp_path], 8)


def test_a_picture_shot_sideways_is_turned(tmp_path: Path) -> None:
    sideways = Image.new("RGB", (20, 20), (0, 0, 0))
    sideways.paste((250, 250, 250), (0, 0, 20, 10))
    exif = Image.Exif()
    exif[0x0112] = 6  # turn a quarter clockwise to show
    (tmp_path / "a").mkdir()
    sideways.save(tmp_path / "a" / "0.png", exif=exif)
    pixels = load([tmp_path], 20).pixels[0]
    assert pixels[10, 17].tolist() == [250, 250, 250]
    assert pixels[10, 2].tolist() == [0, 0, 0]


def test_each_tenth_picture_of_a_class_is_held_out(tmp_path: Path) -> None:
    for name, count in (("many", 25), ("few", 3), ("one", 1)):
        for number in range(count):
            save(tmp_path / name / f"{number:02}.png", (number, 0, 0), (8, 8))
    learnt, held_out = split(load([tmp_path], 8), 10)
    names = learnt.names
    assert [(names[c], int(p[0, 0, 0])) for c, p in zip(held_out.classes, held_out.pixels, strict=True)] == [
        ("few", 2),
        ("many", 9),
        ("many", 19),
    ]
    assert len(learnt) + len(held_out) == 29


def test_the_fingerprint_tells_pictures_and_classes_apart(folder: Path) -> None:
    first = load([folder], 8)
    assert load([folder], 8).fingerprint() == first.fingerprint()
    save(folder / "dog" / "0.png", (0, 1, 200))
    assert load([folder], 8).fingerprint() != first.fingerprint()


def test_reading_tells_how_far_it_is(folder: Path) -> None:
    told: list[tuple[int, int]] = []
    load([folder], 8, told=lambda done, of: told.append((done, of)))
    assert told[-1] == (5, 5)
