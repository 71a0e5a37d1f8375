"""From what a user names to a Network: one function for each kind of source."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Literal

import torch
from torch import nn

from deepvis_app.errors import CheckpointError, UnknownNameError, UsageError
from deepvis_app.i18n import Text, text
from deepvis_app.nets import checkpoints, embedded
from deepvis_app.nets import labels as names
from deepvis_app.nets.network import LoadReport, Network
from deepvis_app.pictures.preprocessing import Preprocessing

_CODE = re.compile(r"(?P<file>.+\.py):(?P<function>\w+)")
_IMAGENET = 1000  # classes


@dataclass(frozen=True)
class Wishes:
    """What Network.load takes beside the spec."""

    weights: Literal["default", "none"] = "default"
    seed: int = 0
    device: str = "cpu"
    arch: str | None = None
    labels: Path | None = None
    allow_code: bool = False
    progress: LoadReport | None = None
    cancelled: Callable[[], bool] | None = None

    def tell(self, about: Text) -> None:
        if self.progress:
            self.progress(None, about)


@dataclass(frozen=True)
class Parts:
    """A module, and what its source knows about it."""

    title: str
    module: nn.Module
    classes: int
    labels: Sequence[str] | None = None
    preprocessing: Preprocessing = field(default_factory=Preprocessing)
    card: Mapping[str, str] = field(default_factory=dict)
    warnings: tuple[Text, ...] = ()


def load(spec: str, wishes: Wishes) -> Network:
    """See Network.load."""
    if wishes.weights not in ("default", "none"):
        raise UsageError("Weights are default or none, not {weights}.", weights=wishes.weights)
    device = device_named(wishes.device)
    wishes.tell(text("Loading {name}…", name=spec))
    parts = _source(spec)(spec, wishes)
    if wishes.weights == "none" and not _CODE.fullmatch(spec):
        parts = _untrained(parts, wishes.seed)
    module = parts.module.eval().requires_grad_(False).to(device)
    given = names.from_file(wishes.labels) if wishes.labels else parts.labels
    labels, warnings = names.fitted(given, parts.classes) if given else (names.plain(parts.classes), ())
    return Network(
        spec,
        parts.title,
        module,
        labels,
        parts.preprocessing,
        device,
        dict(parts.card),
        parts.warnings + warnings,
    )


def _untrained(parts: Parts, seed: int) -> Parts:
    name = parts.title.partition(" · ")[0]
    title = text("{name}, untrained", name=name)
    return replace(parts, title=str(title), card={"title": name, "weights": f"random, seed {seed}"})


Source = Callable[[str, Wishes], Parts]


def _source(spec: str) -> Source:
    if spec == "embedded":
        return _embedded
    if spec.startswith("torchvision:"):
        return _torchvision
    if spec.startswith("timm:"):
        return _timm
    if Path(spec).suffix.lower() in (".pt2", ".onnx"):
        return _program
    if spec.startswith("python:"):
        return _given
    if _CODE.fullmatch(spec):
        return _code
    if Path(spec).suffix.lower() in checkpoints.SUFFIXES or Path(spec).is_file():
        return _checkpoint
    raise UnknownNameError(
        "There is no network {spec}; give embedded, torchvision:NAME (`deepvis models` lists them), "
        "timm:NAME, a file of weights, an exported program (.pt2), an ONNX file, or file.py:function.",
        spec=spec,
    )


def _embedded(_spec: str, wishes: Wishes) -> Parts:
    return _plain(checkpoints.read(embedded.weights_file()), wishes)


def _torchvision(spec: str, wishes: Wishes) -> Parts:
    wishes.tell(text("Starting torchvision…"))
    from deepvis_app.nets import architectures, catalog

    name = architectures.known(spec)
    weights = architectures.default_weights(name)
    if wishes.weights == "none":
        module = architectures.random(name, wishes.seed)
    else:
        path = catalog.fetch(name, wishes.progress, wishes.cancelled)
        wishes.tell(text("Loading {name}…", name=catalog.title(name)))
        module = architectures.pretrained(name, checkpoints.read(path))
    return Parts(
        f"{catalog.title(name)} · ImageNet",
        module,
        len(weights.meta["categories"]),
        weights.meta["categories"],
        architectures.preprocessing(weights),
        _card(name, weights),
    )


def _timm(spec: str, wishes: Wishes) -> Parts:
    wishes.tell(text("Starting timm…"))
    from deepvis_app.nets import timm_networks

    found = timm_networks.about(spec)
    name = f"{found.architecture}.{found.tag}"
    module = timm_networks.build(found, wishes.seed)
    if wishes.weights == "default":
        path = timm_networks.fetch(found, wishes.progress, wishes.cancelled)
        wishes.tell(text("Loading {name}…", name=name))
        checkpoints.fill(module, checkpoints.read(path, bare=False))
    labels = _imagenet() if found.num_classes == _IMAGENET else None
    card = {"title": name, "weights": found.hf_hub_id, "licence": found.license}
    how = timm_networks.preprocessing(found)
    said = {key: value for key, value in card.items() if value}
    return Parts(f"{name} · timm", module, found.num_classes, labels, how, said)


def _guessed(title: str) -> Text:
    return text(
        "{title} does not say how it takes its pictures; size, mean and deviation are guessed, so set them "
        "if the scores look wrong.",
        title=title,
    )


def _assumed(file: str, count: int) -> Text:
    return text(
        "{path} does not name its classes; as there are {count}, ImageNet's names are shown.",
        path=file,
        count=count,
    )


def _imagenet() -> list[str]:
    """The names of ImageNet's classes, as torchvision has them."""
    from deepvis_app.nets import architectures

    return list(architectures.default_weights("resnet18").meta["categories"])


def _program(spec: str, wishes: Wishes) -> Parts:
    """An exported program or an ONNX file: a graph that is run as it was written down."""
    from deepvis_app.nets import converted, exported

    path = Path(spec)
    if wishes.weights == "none":
        raise UsageError("{path} is a program with its weights; it cannot be opened without.", path=path)
    wishes.tell(text("Reading the program {path}…", path=path.name))
    program = exported.read(path) if path.suffix.lower() == exported.SUFFIX else converted.read(path)
    _, channels, height, width = program.shape
    how = Preprocessing(height, width, min(height, width))
    if channels == 1:
        how = replace(how, mean=(0.449,), std=(0.226,), channels="grey")
    parts = _inspected(program.module, path.name, how)
    unsure = _guessed(path.name)
    if parts.classes == _IMAGENET:
        assumed = _assumed(path.name, parts.classes)
        return replace(parts, labels=_imagenet(), warnings=(unsure, assumed))
    return replace(parts, warnings=(unsure,))


def _given(spec: str, _wishes: Wishes) -> Parts:
    """What a Python session handed over."""
    from deepvis_app.nets import given

    handed = given.of(spec)
    parts = _inspected(handed.module, handed.title, handed.preprocessing)
    return replace(parts, labels=handed.labels)


def _card(name: str, weights: Any) -> dict[str, str]:
    from deepvis_app.nets import catalog

    meta = weights.meta
    card = {
        "title": catalog.title(name),
        "weights": weights.url.rpartition("/")[2],
        "accuracy": f"{meta['_metrics']['ImageNet-1K']['acc@1']} % top-1 on ImageNet-1K",
        "recipe": meta["recipe"],
        "licence": meta.get("license"),
    }
    return {key: value for key, value in card.items() if value}


def _checkpoint(spec: str, wishes: Wishes) -> Parts:
    found = checkpoints.read(Path(spec))
    if wishes.arch and _CODE.fullmatch(wishes.arch):
        return _code_with_weights(wishes.arch, found, wishes)
    if wishes.arch in (None, "embedded") and embedded.stages_of(found.shapes):
        return _plain(found, wishes)
    if wishes.arch == "embedded":
        raise CheckpointError("{path} does not hold weights of the embedded network.", path=found.path)
    wishes.tell(text("Recognising the architecture…"))
    from deepvis_app.nets import architectures, catalog, recognise

    match = recognise.recognise(found, wishes.arch)
    if wishes.weights == "none":
        module = architectures.random(match.name, wishes.seed, **match.options)
    else:
        module = architectures.hollow(match.name, **match.options)
        checkpoints.fill(module, found)
    usual = architectures.default_weights(match.name)
    labels, warnings = found.labels, match.warnings
    if labels is None and match.classes == len(usual.meta["categories"]):
        labels = usual.meta["categories"]
        warnings += (_assumed(found.path.name, match.classes),)
    return Parts(
        f"{catalog.title(match.name)} · {found.path.name}",
        module,
        match.classes,
        labels,
        found.preprocessing or match.sized(architectures.preprocessing(usual)),
        found.card,
        warnings,
    )


def _plain(found: checkpoints.Checkpoint, wishes: Wishes) -> Parts:
    """The embedded architecture, of any stages and classes."""
    stages = embedded.stages_of(found.shapes)
    head = found.tensors.get("classifier.weight")
    if stages is None or head is None:
        raise CheckpointError("{path} does not hold weights of the embedded network.", path=found.path)
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(wishes.seed)
        module = embedded.PlainNet(len(head), stages)
    if wishes.weights == "default":
        checkpoints.fill(module, found)
    how = found.preprocessing or embedded.PREPROCESSING
    title = found.card.get("title") or f"PlainNet · {found.path.name}"
    return Parts(title, module, len(head), found.labels, how, found.card)


def _code(spec: str, wishes: Wishes) -> Parts:
    return _inspected(_built(spec, wishes), _code_title(spec))


def _code_with_weights(spec: str, found: checkpoints.Checkpoint, wishes: Wishes) -> Parts:
    module = _built(spec, wishes)
    if wishes.weights == "default":
        checkpoints.fill(module, found)
    parts = _inspected(module, f"{_code_title(spec)} · {found.path.name}", found.preprocessing)
    return replace(parts, labels=found.labels, card=found.card)


def _built(spec: str, wishes: Wishes) -> nn.Module:
    from deepvis_app.nets import factory

    if not wishes.allow_code:
        raise UsageError(
            "{spec} runs the code in that file. If you trust it, allow that with --allow-code.", spec=spec
        )
    file, _, function = spec.rpartition(":")
    return factory.build(Path(file), function, wishes.seed)


def _code_title(spec: str) -> str:
    file, _, function = spec.rpartition(":")
    return f"{function} · {Path(file).name}"


def _inspected(module: nn.Module, title: str, how: Preprocessing | None = None) -> Parts:
    """`module` with the input that it takes, as far as trying can tell."""
    from deepvis_app.nets import factory

    fitting, classes = factory.inspect(module, title, how)
    guessed = _guessed(title)
    return Parts(title, module, classes, preprocessing=fitting, warnings=() if how else (guessed,))


def device_named(name: str) -> torch.device:
    """ "auto", "cpu", "cuda" or "mps". Raises UsageError where torch cannot use it here."""
    has_mps = torch.backends.mps.is_available()
    if name == "auto":
        return torch.device("cuda" if torch.cuda.is_available() else "mps" if has_mps else "cpu")
    kind = name.partition(":")[0]
    if kind not in ("cpu", "cuda", "mps"):
        raise UsageError("There is no device {name}; give auto, cpu, cuda or mps.", name=name)
    if (kind == "cuda" and not torch.cuda.is_available()) or (kind == "mps" and not has_mps):
        raise UsageError("This computer has no {name} that torch can use; give auto or cpu.", name=name)
    return torch.device(name)
