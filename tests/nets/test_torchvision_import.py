"""torchvision is imported also where its wheel was built for another torch, and only that is remedied."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path


def run(code: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code],
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_networks_weights_and_transforms_work_in_a_fresh_process() -> None:
    done = run(
        "import gc, torch\n"
        "from deepvis_app.nets.torchvision_import import torchvision\n"
        "models = torchvision().models\n"
        "gc.collect()\n"
        "assert torchvision() is torchvision()\n"
        "from torchvision.transforms import v2\n"
        "models.SqueezeNet1_1_Weights.DEFAULT.transforms()\n"
        "print(tuple(models.squeezenet1_1().eval()(torch.zeros(1, 3, 64, 64)).shape))"
    )
    assert done.stdout.strip() == "(1, 1000)", done.stderr


def test_any_other_failure_is_passed_on(tmp_path: Path) -> None:
    (tmp_path / "torchvision.py").write_text("raise RuntimeError('out of order')")
    done = run(
        "from deepvis_app.nets.torchvision_import import torchvision\n"
        "try: torchvision()\n"
        "except RuntimeError as error: print(error)",
        PYTHONPATH=str(tmp_path),
    )
    assert done.stdout.strip() == "out of order", done.stderr
