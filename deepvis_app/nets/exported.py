"""Programs that torch.export wrote (.pt2), opened as modules that hooks and backward rules reach."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import torch

from deepvis_app.errors import CheckpointError
from deepvis_app.nets import checkpoints
from deepvis_app.nets.programs import Program, batch_of_pictures, first_line, of_any_batch
from deepvis_app.nets.rebuilding import rebuilt

SUFFIX = ".pt2"

_PLAIN_SIZE = re.compile(  # torch writes sizes as sympy's constructors: Mul(Integer(2), Symbol('s0', ...))
    r"'[su]\d+'|[\s\d+\-*/(),<>=]"
    r"|\b([su]\d+|Symbol|Integer|Rational|Add|Mul|Pow|Max|Min|Mod|PythonMod|FloorDiv|CleanDiv|IntTrueDiv"
    r"|Eq|Ne|Ge|Le|Gt|Lt|positive|nonnegative|integer|True|False)\b"
)


def read(path: Path) -> Program:
    """The program in `path`, as ordinary modules in eval mode under their first names.

    Backward rules work in it as in any network. torch runs code that such a file may hold beside the graph;
    a file that holds any is refused. Raises CheckpointError for that, and for files that are missing, damaged
    or take anything but one picture.
    """
    if not path.is_file():
        raise CheckpointError("There is no file {path}; check its name.", path=path)
    content = path.read_bytes()  # at once: it may be written anew while it is read
    try:
        _refuse_code(content, path)
        program = torch.export.load(io.BytesIO(content))
        shape = _input_shape(program, path)
        module = rebuilt(torch.export.unflatten(program)).eval()
    except CheckpointError:
        raise
    except Exception as error:  # what torch raises on damaged programs is whatever comes first
        raise CheckpointError(
            "{path} cannot be read as an exported program ({why}); write it with torch.export.save of this "
            "version of torch, {version}.",
            path=path,
            why=first_line(error),
            version=torch.__version__,
        ) from error
    return of_any_batch(module, shape)


# ---- nothing in the file is run --------------------------------------------------------------------------


def _refuse_code(content: bytes, path: Path) -> None:
    """Raise CheckpointError where torch would unpickle, evaluate or link something other than numbers."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = archive.namelist()
        for name in names:
            if name.endswith(".pt"):
                _plain_pickle(archive.read(name), path)
            elif name.endswith("_config.json"):
                _plain_payloads(json.loads(archive.read(name)), path)
            elif "/models/" in name and name.endswith(".json"):
                _plain_sizes(json.loads(archive.read(name)), path)
        if any("aotinductor" in name or "custom_obj" in name or "opaque_obj" in name for name in names):
            raise _holds_code(path)


def _plain_pickle(content: bytes, path: Path) -> None:
    try:
        checkpoints.unpickled(io.BytesIO(content))
    except Exception as error:
        raise _holds_code(path) from error


def _plain_payloads(config: Mapping[str, Any], path: Path) -> None:
    if any(payload.get("use_pickle") for payload in config.get("config", {}).values()):
        raise _holds_code(path)


def _plain_sizes(model: object, path: Path) -> None:
    """Sizes that are worked out: torch evaluates what stands there."""
    for words in _expressions(model):
        if _PLAIN_SIZE.sub("", words):
            raise _holds_code(path)


def _expressions(part: object) -> Iterator[str]:
    if isinstance(part, Mapping):
        for name, value in part.items():
            if name == "expr_str" and isinstance(value, str):
                yield value
            yield from _expressions(value)
    elif isinstance(part, list):
        for value in part:
            yield from _expressions(value)


def _holds_code(path: Path) -> CheckpointError:
    return CheckpointError(
        "{path} holds more than a program and its weights, which could run code on opening, so it was not "
        "opened.",
        path=path,
    )


def _input_shape(program: torch.export.ExportedProgram, path: Path) -> tuple[int, ...]:
    wanted = program.graph_signature.user_inputs
    shapes = [node.meta["val"].shape for node in program.graph.nodes if node.name in wanted]
    return tuple(batch_of_pictures([[_hint(size) for size in shape] for shape in shapes], path))


def _hint(size: Any) -> int:
    """A size that may vary has the one of the example that it was exported with."""
    return int(size) if isinstance(size, int) else int(size.node.hint)
