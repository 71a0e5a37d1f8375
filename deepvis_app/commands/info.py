"""`deepvis --info`: what a bug report needs to say about this computer."""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, version

import torch

from deepvis_app import __version__, crashes, logs, paths
from deepvis_app.nets import loading
from deepvis_app.settings import FILE

PACKAGES = (
    "torch",
    "torchvision",
    "PySide6-Essentials",
    "numpy",
    "scipy",
    "scikit-image",
    "opencv-python-headless",
    "openTSNE",
    "pillow",
    "safetensors",
    "pyqtgraph",
)
FAST = ("avx2", "avx512_f", "avx512_bf16", "amx_bf16", "neon", "sve", "bf16")  # what makes networks fast


def run(options: argparse.Namespace) -> int:
    if options.threads:
        torch.set_num_threads(options.threads)
    facts = {
        "DeepVis": __version__,
        "Python": f"{platform.python_version()}, {sys.executable}",
        "system": platform.platform(),
        **{package: _version(package) for package in PACKAGES},
        "device": str(loading.device_named(options.device)),
        "processor": f"{_processor()}, {os.cpu_count()} cores, {torch.get_num_threads()} threads",
        "instructions": ", ".join(_instructions()) or "nothing special",
        "resources": str(paths.resources()),
        "settings": _settings(),
        "cache": str(paths.cache_dir()),
        "data": str(paths.data_dir()),
        "log": str(logs.path()),
        "last crash": str(crashes.known()),
    }
    wide = max(map(len, facts))
    for name, fact in facts.items():
        print(f"{name:{wide}}  {paths.homely(fact)}")
    return 0


def _settings() -> str:
    """The file, and what is wrong with it. It is only looked at."""
    file = paths.settings_dir() / FILE
    try:
        found = json.loads(file.read_text(encoding="utf-8"))
        return f"{file}, {len(found)} values"
    except FileNotFoundError:
        return f"{file}, not there yet"
    except (OSError, ValueError, TypeError) as error:
        return f"{file}, cannot be read: {error}"


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "not installed"


def _processor() -> str:
    return str(_capabilities().get("cpu_name") or platform.processor() or platform.machine())


def _instructions() -> list[str]:
    found = _capabilities()
    return [name for name in FAST if found.get(name)]


def _capabilities() -> Mapping[str, object]:
    return torch.cpu.get_capabilities()
