"""ONNX files, turned into torch modules by onnx2torch, which comes with an extra of its own."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from torch import fx

from deepvis_app.errors import CheckpointError
from deepvis_app.nets.programs import Program, batch_of_pictures, first_line, of_any_batch
from deepvis_app.nets.torchvision_import import torchvision

SUFFIX = ".onnx"


def read(path: Path) -> Program:
    """The network in `path`, in eval mode.

    Raises CheckpointError where onnx2torch is not installed, for files that are missing or damaged, and for
    those that have an operator which it lacks or take anything but one batch of pictures.
    """
    if not path.is_file():
        raise CheckpointError("There is no file {path}; check its name.", path=path)
    if find_spec("onnx2torch") is None or find_spec("onnx") is None:
        raise CheckpointError(
            "{path} cannot be opened without onnx2torch, which turns ONNX files into torch networks. Install "
            "it: pip install 'deepvis[onnx]'.",
            path=path,
        )
    torchvision()  # before onnx2torch imports it, which fails where the wheel does not fit
    onnx, onnx2torch = import_module("onnx"), import_module("onnx2torch")
    try:
        model = onnx.load_model_from_string(path.read_bytes())
        shape = _input_shape(model, path)
        module: fx.GraphModule = onnx2torch.convert(model)
    except CheckpointError:
        raise
    except NotImplementedError as error:
        why = first_line(error)
        raise CheckpointError(
            "{path} uses an operator that onnx2torch does not know ({why}), so it cannot be opened.",
            path=path,
            why=why,
        ) from error
    except Exception as error:  # what a parser raises on garbage is whatever comes first
        raise CheckpointError(
            "{path} cannot be read as an ONNX file ({why}); it may be damaged or of another kind.",
            path=path,
            why=first_line(error),
        ) from error
    return of_any_batch(module.eval(), shape)


def _input_shape(model: Any, path: Path) -> tuple[int, ...]:
    """(N, C, H, W) of the only input that is no weight; 1 and 224 where a size may vary."""
    weights = {tensor.name for tensor in model.graph.initializer}
    inputs = [one for one in model.graph.input if one.name not in weights]
    shapes = [[size.dim_value for size in one.type.tensor_type.shape.dim] for one in inputs]
    batch, channels, height, width = batch_of_pictures(shapes, path)
    return (batch or 1, channels or 3, height or 224, width or 224)
