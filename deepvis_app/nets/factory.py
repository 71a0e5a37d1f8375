"""Networks that a Python file of the user's builds. This runs their code: ask before calling."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import torch
from torch import nn

from deepvis_app.errors import InputError, RunError, UnknownNameError


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
        why=(str(error).strip() or "no message").split("\n", 1)[0].rstrip("."),
    )
