"""What can be wrong with pictures, disks and indexes: one sentence each, and nothing is lost."""

from __future__ import annotations

import sqlite3
import unicodedata
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from deepvis_app.errors import InputError, OutOfRangeError, PictureError, RunError, UnknownNameError
from deepvis_app.index import store, work
from deepvis_app.index.entries import networks as known
from deepvis_app.index.format import NAME
from deepvis_app.index.passing import passing
from deepvis_app.index.planning import Wishes
from deepvis_app.index.reading import Index
from deepvis_app.index.store import Store
from deepvis_app.nets.network import Network
from tests import networks
from tests.index.passes import make, picture_tree, save_picture, says

SMALL = Wishes(layers=("conv1",))


@pytest.fixture(scope="module")
def network() -> Network:
    return networks.plain()


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return picture_tree(tmp_path / "pictures", (7, 5))


# ---- pictures ---------------------------------------------------------------------------------------------


def test_a_place_without_pictures_is_named(network: Network, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(PictureError, match=r"no pictures in .*empty"):
        make(network, tmp_path / "empty", tmp_path / "index")
    with pytest.raises(PictureError, match=r"There is no .*nowhere"):
        make(network, tmp_path / "nowhere", tmp_path / "index")
    (tmp_path / "notes.doc").write_text("no pictures")
    with pytest.raises(PictureError, match="no folder, no zip file and no text list"):
        make(network, tmp_path / "notes.doc", tmp_path / "index")
    assert not (tmp_path / "index").exists()


def test_broken_pictures_are_listed_and_skipped(network: Network, root: Path, tmp_path: Path) -> None:
    (root / "ant/empty.png").touch()
    (root / "ant/text.jpg").write_text("no picture at all")
    whole = (root / "ant/00.png").read_bytes()
    (root / "bee/cut.png").write_bytes(whole[: len(whole) // 2])
    summary = make(network, root, tmp_path / "index", SMALL)
    assert summary.count == 12
    assert [path for path, _ in summary.broken] == ["ant/empty.png", "ant/text.jpg", "bee/cut.png"]
    assert all(why for _, why in summary.broken)
    index = Index.open(tmp_path / "index")
    assert index.broken == summary.broken
    assert "bee/cut.png" not in index.paths
    (root / "bee/cut.png").write_bytes(whole)
    again = make(network, root, tmp_path / "index")
    assert (again.looked, again.copies, len(again.broken)) == (1, 1, 2)


def test_names_in_korean_and_with_spaces(network: Network, tmp_path: Path) -> None:
    names = [
        "고양이 사진/내 고양이.png",
        unicodedata.normalize("NFD", "고양이 사진/한글.png"),
        'dog\'s "best"/a b.png',
    ]
    for seed, name in enumerate(names):
        save_picture(tmp_path / "그림" / name, seed)
    make(network, tmp_path / "그림", tmp_path / "색인", SMALL)
    index = Index.open(tmp_path / "색인")
    assert sorted(index.paths) == sorted(names)
    assert "고양이 사진" in index.labels
    assert all(index.pixels(id).shape == (16, 20, 3) for id in range(3))


def test_a_folder_that_changes_during_the_pass(network: Network, tmp_path: Path) -> None:
    root = picture_tree(tmp_path / "pictures", (40, 40))
    steps = passing(network, root, tmp_path / "index", SMALL)
    for progress in steps:
        if progress.phase == "looking":
            break
    for number in range(38, 40):
        (root / f"bee/{number}.png").unlink()
    save_picture(root / "bee/37.png", 900)
    save_picture(root / "cat/00.png", 901)
    list(steps)
    index = Index.open(tmp_path / "index")
    assert [path for path, _ in index.broken] == ["bee/38.png", "bee/39.png"]
    assert index.count == 78
    assert make(network, root, tmp_path / "index").looked == 1
    make(network, root, tmp_path / "fresh", SMALL)
    assert says(Index.open(tmp_path / "index")) == says(Index.open(tmp_path / "fresh"))


def test_pictures_that_vanish_later_are_missing_by_name(network: Network, root: Path, tmp_path: Path) -> None:
    make(network, root, tmp_path / "index", SMALL)
    index = Index.open(tmp_path / "index")
    assert index.file(3) == root / "ant/03.png"
    (root / "ant/03.png").unlink()
    with pytest.raises(PictureError, match=r"no file .*03.png"):
        index.pixels(3)
    assert index.file(3) is None
    assert index.thumbnail(3).shape == (16, 20, 3)
    with pytest.raises(OutOfRangeError, match="no picture 12"):
        index.pixels(12)


def test_pictures_and_index_may_move_together(network: Network, root: Path, tmp_path: Path) -> None:
    make(network, root, root / "index", SMALL)
    root.rename(tmp_path / "moved")
    index = Index.open(tmp_path / "moved/index")
    assert index.pixels(0).shape == (16, 20, 3)
    index.close()
    assert make(network, tmp_path / "moved", tmp_path / "moved/index").looked == 0


# ---- zip files and lists ----------------------------------------------------------------------------------


def zipped(root: Path, archive: Path) -> Path:
    with zipfile.ZipFile(archive, "w") as file:
        for path in sorted(root.rglob("*.png"), reverse=True):
            file.write(path, path.relative_to(root).as_posix())
    return archive


def listed(root: Path, place: Path) -> Path:
    names = [path.relative_to(place.parent).as_posix() for path in sorted(root.rglob("*.png"))]
    place.write_text("# my pictures\n\n" + "\n".join([*names, names[0], "gone.png"]) + "\n", "utf-8")
    return place


def test_a_zip_file_is_as_good_as_its_folder(network: Network, root: Path, tmp_path: Path) -> None:
    make(network, root, tmp_path / "index")
    archive = zipped(root, tmp_path / "pictures.zip")
    make(network, archive, tmp_path / "other")
    index = Index.open(tmp_path / "other")
    assert says(index) == says(Index.open(tmp_path / "index"))
    assert index.pixels(0).shape == (16, 20, 3)
    assert index.file(0) is None
    index.close()
    zipped(root, archive)  # written anew with the same content
    assert make(network, archive, tmp_path / "other").looked == 0
    archive.unlink()
    with pytest.raises(PictureError, match=r"There is no .*pictures.zip"):
        Index.open(tmp_path / "other").pixels(0)


def test_a_folder_of_zip_files(network: Network, root: Path, tmp_path: Path) -> None:
    (tmp_path / "zips").mkdir()
    zipped(root, tmp_path / "zips/train.zip")
    make(network, tmp_path / "zips", tmp_path / "index", SMALL)
    index = Index.open(tmp_path / "index")
    assert index.paths[0] == "train.zip/ant/00.png"
    assert index.labels == ("ant", "bee")
    assert index.pixels(11).shape == (16, 20, 3)


def test_a_text_list_names_pictures(network: Network, root: Path, tmp_path: Path) -> None:
    place = listed(root, tmp_path / "list.txt")
    summary = make(network, place, tmp_path / "index", SMALL)
    assert summary.count == 12
    assert [path for path, _ in summary.broken] == ["gone.png"]
    index = Index.open(tmp_path / "index")
    assert index.paths[0] == "pictures/ant/00.png"
    assert index.labels == ("ant", "bee")
    assert index.pixels(0).shape == (16, 20, 3)
    place.write_text("# nothing\n")
    with pytest.raises(PictureError, match="names no picture"):
        make(network, place, tmp_path / "index")


# ---- the disk ---------------------------------------------------------------------------------------------


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_is_told_and_nothing_is_lost(
    network: Network, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = picture_tree(tmp_path / "pictures", (40,))
    monkeypatch.setattr(work, "EVERY", 0.0)
    steps = passing(network, root, tmp_path / "index", SMALL)
    for progress in steps:
        if progress.done >= 16:
            break
    steps.close()
    file = tmp_path / "index/network-1/layer-0.f32"
    file.rename(tmp_path / "aside")
    file.symlink_to("/dev/full")
    monkeypatch.setattr("deepvis_app.index.mapped.Mapped.check", lambda self, about: None)
    with pytest.raises(RunError, match=r"cannot be written: No space left.*is kept"):
        make(network, root, tmp_path / "index")
    monkeypatch.undo()
    file.unlink()
    (tmp_path / "aside").rename(file)
    assert make(network, root, tmp_path / "index").kept == 16
    make(network, root, tmp_path / "fresh", SMALL)
    assert says(Index.open(tmp_path / "index")) == says(Index.open(tmp_path / "fresh"))


def test_a_full_database_is_told(
    network: Network, root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin = Store.begin.__func__  # type: ignore[attr-defined]

    def cramped(kind: type[Store], *args: object) -> Store:
        made: Store = begin(kind, *args)
        made.change("PRAGMA max_page_count = 1")
        return made

    monkeypatch.setattr(Store, "begin", classmethod(cramped))
    with pytest.raises(RunError, match=r"cannot be written: .*full"):
        make(network, root, tmp_path / "index", SMALL)
    monkeypatch.undo()
    assert make(network, root, tmp_path / "index", SMALL).looked == 12


def test_a_place_that_cannot_be_written_is_named(network: Network, root: Path, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(RunError, match=r"index .*file/index cannot be written"):
        make(network, root, tmp_path / "file/index")
    with pytest.raises(InputError, match="is a file; an index is a folder"):
        make(network, root, tmp_path / "file")


def test_an_index_in_a_place_that_may_only_be_read(network: Network, root: Path, tmp_path: Path) -> None:
    make(network, root, tmp_path / "index", SMALL)
    for path in [*(tmp_path / "index").rglob("*"), tmp_path / "index"]:
        path.chmod(path.stat().st_mode & ~0o222)
    index = Index.open(tmp_path / "index")
    assert index.top("conv1", 1)
    index.close()
    for path in [tmp_path / "index", *(tmp_path / "index").rglob("*")]:
        path.chmod(path.stat().st_mode | 0o200)


def test_one_writes_at_a_time(
    network: Network, root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "PATIENCE", 0.05)
    steps = passing(network, root, tmp_path / "index", SMALL)
    while next(steps).phase == "finding":
        pass
    with pytest.raises(RunError, match="being written by another"):
        make(network, root, tmp_path / "index")
    assert Index.open(tmp_path / "index").count in (0, 12), "who only reads need not wait"
    steps.close()


# ---- indexes ----------------------------------------------------------------------------------------------


def test_no_index_and_another_networks_index_are_told_apart(
    network: Network, root: Path, tmp_path: Path
) -> None:
    with pytest.raises(InputError, match=r"There is no index in .*deepvis index"):
        Index.open(tmp_path)
    make(network, root, tmp_path / "index", SMALL)
    with pytest.raises(InputError, match=r"of another network \(Test\)"):
        Index.open(tmp_path / "index", "other")
    (one,) = known(tmp_path / "index")
    assert (one.title, one.finished) == ("Test", True)
    with pytest.raises(UnknownNameError, match="no codes of conv1"):
        Index.open(tmp_path / "index").codes("conv1")


def test_an_index_of_other_pictures_is_not_overwritten(network: Network, root: Path, tmp_path: Path) -> None:
    make(network, root, tmp_path / "index", SMALL)
    with pytest.raises(InputError, match=r"of the pictures in .*pictures\. .*--rebuild"):
        make(network, root / "ant", tmp_path / "index")
    assert make(network, root / "ant", tmp_path / "index", Wishes(rebuild=True)).count == 7


def older(index: Path) -> None:
    with sqlite3.connect(index / NAME) as connection:
        connection.execute("PRAGMA user_version = 0")
    connection.close()


def foreign(index: Path) -> None:
    (index / NAME).unlink()
    with sqlite3.connect(index / NAME) as connection:
        connection.execute("CREATE TABLE mine(x)")
    connection.close()


def garbage(index: Path) -> None:
    (index / NAME).write_bytes(b"no database at all" * 1000)


def cut(index: Path) -> None:
    data = (index / NAME).read_bytes()
    (index / NAME).write_bytes(data[: len(data) // 2])


def overwritten(index: Path) -> None:
    data = bytearray((index / NAME).read_bytes())
    data[4096:12288] = bytes(8192)
    (index / NAME).write_bytes(data)


def missing_array(index: Path) -> None:
    (index / "network-1/layer-0.f32").unlink()


def short_array(index: Path) -> None:
    (index / "network-1/scores.f32").write_bytes(bytes(7))


@pytest.mark.parametrize(
    ("harm", "sentence"),
    [
        (older, "made by an older version"),
        (foreign, "is no index of DeepVis"),
        (garbage, "is damaged"),
        (cut, "is damaged"),
        (overwritten, "is damaged"),
        (missing_array, "is damaged"),
        (short_array, "is damaged"),
    ],
)
def test_what_cannot_be_used_is_named_and_made_anew_on_request(
    network: Network, root: Path, tmp_path: Path, harm: Callable[[Path], None], sentence: str
) -> None:
    make(network, root, tmp_path / "index", SMALL)
    before = says(Index.open(tmp_path / "index"))
    harm(tmp_path / "index")
    with pytest.raises(InputError, match=sentence):
        Index.open(tmp_path / "index")
    with pytest.raises(InputError, match=sentence):
        make(network, root, tmp_path / "index")
    make(network, root, tmp_path / "index", Wishes(layers=("conv1",), rebuild=True))
    assert says(Index.open(tmp_path / "index")) == before
