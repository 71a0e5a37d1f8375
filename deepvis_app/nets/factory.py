"""Networks that a Python file of the user's builds. This runs their code: ask before calling."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import torch
from torch import Tensor, nn

from deepvis_app.errors import InputError, RunError, UnknownNameError
from deepvis_app.nets import preprocess
from deepvis_app.pictures.preprocessing import Preprocessing

SIDES = (224, 32, 28, 64, 96, 128, 256, 299, 384, 512)
"""Input sizes that are tried, in this order, on a network that does not say its own."""

GREY_MEAN, GREY_STD = (0.449,), (0.226,)  # ImageNet's, over the three channels


def build(file: Path, function: str, seed: int = 0) -> nn.Module:
    """What `function` in `file` returns right after torch.manual_seed(seed).

    The file can import what lies beside it. Raises InputError for a missing file, UnknownNameError for a
    missing function, RunError for code that fails or gives no torch module.
    """
    if not file.is_file():
        raise InputError("There is no file {path}; check its name.", path=file)
    found = getattr(_imported(file), function, None)
    if not callable(found):
        raise UnknownNameError("{path} has no function {function}.", path=file, function=function)
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        try:
            module = found()
        except Exception as error:
            raise _failed(file, error) from error
    if not isinstance(module, nn.Module):
        raise RunError(
            "{function} in {path} gives a {kind}; it should give a torch.nn.Module.",
            function=function,
            path=file,
            kind=type(module).__name__,
        )
    return module


def inspect(module: nn.Module, title: str, how: Preprocessing | None = None) -> tuple[Preprocessing, int]:
    """The preprocessing, `how` where it is known, with which `module` runs, and its number of classes.

    The number is 0 where the output is not (N, classes). Raises RunError where the module runs on no size.
    """
    module = module.eval()
    tried = (how,) if how else tuple(_guess(module, side) for side in SIDES)
    first: Exception | None = None
    for one in tried:
        example = torch.zeros(1, preprocess.channels(one), one.height, one.width)
        try:
            with torch.inference_mode():
                output = module(example)
        except Exception as error:
            first = first or error
            continue
        return one, output.shape[1] if isinstance(output, Tensor) and output.ndim == 2 else 0
    raise RunError(
        "{title} fails on a picture of {width} x {height} pixels ({kind}: {why}), and on other sizes tried.",
        title=title,
        width=tried[0].width,
        height=tried[0].height,
        kind=type(first).__name__,
        why=_reason(first),
    ) from first


def _guess(module: nn.Module, side: int) -> Preprocessing:
    first = next((m for m in module.modules() if isinstance(m, nn.Conv2d)), None)
    if first is not None and first.in_channels == 1:
        return Preprocessing(side, side, side, mean=GREY_MEAN, std=GREY_STD, channels="grey")
    return Preprocessing(side, side, side)


def _imported(file: Path) -> object:
    spec = importlib.util.spec_from_file_location(f"deepvis_factory_{file.stem}", file)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    beside = str(file.resolve().parent)
    sys.path.insert(0, beside)
    sys.modules[spec.name] = module  # dataclasses and pickle look it up there
    try:
        spec.loader.exec_module(module)
    except Exception as error:
        del sys.modules[spec.name]
        raise _failed(file, error) from error
    finally:
        sys.path.remove(beside)
    return module


def _failed(file: Path, error: Exception) -> RunError:
    return RunError(
        "{path} failed with {kind}: {why}.",
        path=file,
        kind=type(error).__name__,
        why=_reason(error),
    )


def _reason(error: Exception | None) -> str:
    return (str(error).strip() or "no message").split("\n", 1)[0].rstrip(".")
