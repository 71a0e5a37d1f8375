"""What every test relies on: its own user folder, one torch thread, fixed seeds, and nothing left behind."""

from __future__ import annotations

import gc
import os
import random
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OMP_WAIT_POLICY", "passive")

import numpy as np
import pytest
from PIL import Image

if TYPE_CHECKING:
    from deepvis_app.nets.network import Network

CHECKOUT = Path(__file__).resolve().parent.parent
PATIENCE = 3.0  # seconds in which what a test has told to stop must have stopped


# ---- what tests use ---------------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def shared() -> Path:
    """The data that lies outside the repository: photos, styles, Tiny-ImageNet; skips without it."""
    folder = Path(os.environ.get("DEEPVIS_SHARED") or CHECKOUT.parent / "shared" / "data")
    if not folder.is_dir():
        pytest.skip("needs the data folder that DEEPVIS_SHARED names")
    return folder


@pytest.fixture(scope="session")
def sample_picture() -> Path:
    """A photo that scikit-image carries: a cup of coffee, 600x400."""
    import skimage

    return Path(skimage.__file__).parent / "data" / "coffee.png"


@pytest.fixture
def picture_folder(tmp_path: Path, sample_picture: Path) -> Path:
    """Three small files in a folder: RGB JPEG, grey PNG, RGBA PNG; 60x40."""
    folder = tmp_path / "pictures"
    folder.mkdir()
    with Image.open(sample_picture) as photo:
        small = photo.convert("RGB").resize((60, 40))
    small.save(folder / "a.jpg")
    small.convert("L").save(folder / "b.png")
    small.convert("RGBA").save(folder / "c.png")
    return folder


@pytest.fixture
def verify_untouched() -> Callable[[Network], AbstractContextManager[None]]:
    """`with verify_untouched(network): ...` fails where the block changes the network in any bit."""

    @contextmanager
    def untouched(network: Network) -> Iterator[None]:
        before = network.fingerprint()
        yield
        assert network.fingerprint() == before, "the network is no longer what it was"

    return untouched


@pytest.fixture(scope="session")
def qapp(qapp: Any) -> Any:
    """With Qt's plugin for media loaded before any thread runs.

    It complains of what it lacks while the loader's lock is held, and pytest-qt then waits for Python's; a
    thread that has that and touches a variable of its own for the first time waits for the loader's.
    """
    from PySide6.QtMultimedia import QVideoSink

    QVideoSink()
    return qapp


# ---- around every test ------------------------------------------------------------------------------------


@pytest.fixture(autouse=True)
def user_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Settings, cache and log of the test alone."""
    home = tmp_path / "deepvis-home"
    monkeypatch.setenv("DEEPVIS_HOME", str(home))
    return home


@pytest.fixture(autouse=True)
def _same_start() -> None:
    random.seed(0)
    np.random.seed(0)
    if torch := sys.modules.get("torch"):
        torch.manual_seed(0)
        torch.set_num_threads(1)
    if texts := sys.modules.get("deepvis_app.ui.texts"):
        texts.use_language("en")


@pytest.fixture(autouse=True)
def _torch_modes_stay() -> Iterator[None]:
    """Grad mode, default dtype and the stack of function modes end as they began."""
    before = _torch_modes()
    yield
    after = _torch_modes()
    if after != before:
        pytest.fail(f"torch's modes went from {before} to {after}")


@pytest.fixture(autouse=True)
def _no_leaks(request: pytest.FixtureRequest) -> Iterator[None]:
    """Threads, QThreads and top-level widgets that a test starts end with it."""
    threads = set(threading.enumerate())
    widgets = _top_widgets()
    yield
    _gone("threads", lambda: [t for t in threading.enumerate() if t not in threads and _ours(t)])
    if "qapp" in request.fixturenames:
        _gone("QThreads", _running_qthreads)
        _gone("top-level widgets", lambda: [w for w in _top_widgets() if w not in widgets])


def _gone(what: str, find: Callable[[], list[object]]) -> None:
    until = time.monotonic() + PATIENCE
    while (left := find()) and time.monotonic() < until:
        _let_qt_delete()
        del left  # which would keep them alive
        gc.collect()
        time.sleep(0.01)
    if left:
        pytest.fail(f"{what} left behind: {', '.join(map(str, left))}")


def _ours(thread: threading.Thread) -> bool:
    """A dummy stands for a thread that Python did not start, e.g. a QThread; tqdm keeps one for good."""
    return not isinstance(thread, threading._DummyThread) and type(thread).__name__ != "TMonitor"


def _torch_modes() -> dict[str, object]:
    torch = sys.modules.get("torch")
    return {
        "gradients": torch.is_grad_enabled() if torch else True,
        "inference mode": torch.is_inference_mode_enabled() if torch else False,
        "dtype": str(torch.get_default_dtype()) if torch else "torch.float32",
        "function modes": torch._C._len_torch_function_stack() if torch else 0,
    }


def _application() -> Any:
    core = sys.modules.get("PySide6.QtCore")
    return core and core.QCoreApplication.instance()


def _running_qthreads() -> list[object]:
    from PySide6.QtCore import QThread
    from shiboken6 import isValid

    threads = [one for one in gc.get_objects() if issubclass(type(one), QThread)]
    return [one for one in threads if isValid(one) and one.isRunning() and one is not QThread.currentThread()]


def _top_widgets() -> list[object]:
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is None or not isinstance(_application(), widgets.QApplication):
        return []
    tops = widgets.QApplication.topLevelWidgets()
    return [one for one in tops if one.parent() is None and not one.inherits("QTipLabel")]


def _let_qt_delete() -> None:
    if application := _application():
        from PySide6.QtCore import QEvent

        application.processEvents()
        application.sendPostedEvents(None, QEvent.Type.DeferredDelete)
