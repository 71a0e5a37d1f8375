"""Which of torchvision's architectures a file of weights is of, told from its names and shapes."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from deepvis_app.errors import CheckpointError
from deepvis_app.i18n import Text, text
from deepvis_app.nets import architectures, catalog
from deepvis_app.nets.checkpoints import Checkpoint
from deepvis_app.pictures.preprocessing import Preprocessing

Shapes = Mapping[str, tuple[int, ...]]

CANDIDATES = 16  # built and compared, closest in size first
NAMED = 3  # differences that an error names

_HEAD = re.compile(r"(fc|head|heads\.head|classifier(\.\d+)?)\.weight")
_NOT_LEARNT = re.compile(r".*(num_batches_tracked|running_mean|running_var|relative_\w+_(index|table))")
_PLAIN_VIT = re.compile(r"vit_\w_(?P<patch>\d+)")
_OWN_INPUT = {"googlenet": "transform_input", "inception_v3": "transform_input"}


@dataclass(frozen=True)
class Match:
    """An architecture, and the options of its builder, that give exactly a checkpoint's names and shapes."""

    name: str
    classes: int
    options: Mapping[str, object]
    side: int | None = None  # of the input in pixels, where the weights fix it
    warnings: tuple[Text, ...] = ()

    def sized(self, how: Preprocessing) -> Preprocessing:
        """`how`, at the size that the weights fix."""
        if self.side is None or self.side == how.width:
            return how
        return replace(how, width=self.side, height=self.side, resize=self.side)


@dataclass(frozen=True)
class _Difference:
    """How a checkpoint and an architecture differ, by name."""

    name: str
    missing: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    misshapen: tuple[str, ...] = ()
    shared: int = 0
    details: Mapping[str, str] = field(default_factory=dict)

    @property
    def none(self) -> bool:
        return not (self.missing or self.unknown or self.misshapen)

    @property
    def likeness(self) -> float:
        others = len(self.missing) + len(self.unknown) + len(self.misshapen)
        return self.shared / (self.shared + others)


def recognise(found: Checkpoint, arch: str | None = None) -> Match:
    """The architecture of `found`: `arch` if it is named, else the one that fits.

    Raises CheckpointError naming the nearest architecture and what differs; UnknownNameError for `arch`.
    """
    shapes = found.shapes
    names = [architectures.known(arch)] if arch else _by_size(shapes)
    differences = []
    for name in names:
        match = _match(name, shapes)
        difference = _compare(shapes, name, match)
        if difference.none:
            return match
        differences.append(difference)
    nearest = max(differences, key=lambda difference: difference.likeness)
    raise CheckpointError(
        "{path} does not fit {name}: {what}. Name its architecture, or give a Python file that builds it "
        "(file.py:function)."
        if arch
        else "{path} fits no architecture known here. The nearest is {name}: {what}. Name its architecture, "
        "or give a Python file that builds it (file.py:function).",
        path=found.path,
        name=catalog.title(nearest.name),
        what="; ".join(map(str, _told(nearest))),
    )


def _by_size(shapes: Shapes) -> list[str]:
    """The architectures that have about as many parameters, if both had a thousand classes."""
    learnt = sum(math.prod(shape) for name, shape in shapes.items() if not _NOT_LEARNT.fullmatch(name))
    if head := _head(shapes):
        classes, features = head[:2]
        learnt += (1000 - classes) * (features + 1)
    sizes = {row.spec.removeprefix("torchvision:"): row.parameters for row in catalog.rows()}
    known = [name for name in architectures.names() if name in sizes]
    return sorted(known, key=lambda name: abs(math.log(sizes[name] / max(learnt, 1))))[:CANDIDATES]


def _head(shapes: Shapes) -> tuple[int, ...] | None:
    """The shape of the last layer's weights: (classes, features), or that of a 1x1 convolution."""
    heads = sorted(name for name in shapes if _HEAD.fullmatch(name) and len(shapes[name]) > 1)
    return shapes[heads[-1]] if heads else None


def _match(name: str, shapes: Shapes) -> Match:
    """What `name` would have to be for its shapes to be these."""
    options: dict[str, object] = {}
    warnings: tuple[Text, ...] = ()
    side = None
    head = _head(shapes)
    classes = head[0] if head else 1000
    if classes != 1000:
        options["num_classes"] = classes
    vit = _PLAIN_VIT.fullmatch(name)
    if vit and len(tokens := shapes.get("encoder.pos_embedding", ())) == 3:
        side = math.isqrt(tokens[1] - 1) * int(vit["patch"])
        options["image_size"] = side
    if name in _OWN_INPUT:
        without = not any(key.lower().startswith("aux") for key in shapes)
        options |= {"aux_logits": not without, "transform_input": without}
        warnings = (
            text(
                "A file of {name} does not say how its input is normalised; compare the scores, and edit "
                "mean and deviation if they are wrong.",
                name=catalog.title(name),
            ),
        )
    return Match(name, classes, options, side, warnings)


def _compare(shapes: Shapes, name: str, match: Match) -> _Difference:
    wanted = _shapes(name, **match.options)
    given = {key: shape for key, shape in shapes.items() if not key.endswith("num_batches_tracked")}
    common = wanted.keys() & given.keys()
    misshapen = [key for key in wanted if key in common and wanted[key] != given[key]]
    return _Difference(
        name,
        tuple(key for key in wanted if key not in given),
        tuple(key for key in given if key not in wanted),
        tuple(misshapen),
        len(common) - len(misshapen),
        {key: f"{key} ({_times(given[key])}, not {_times(wanted[key])})" for key in misshapen},
    )


def _shapes(name: str, **options: object) -> dict[str, tuple[int, ...]]:
    state = architectures.hollow(name, **options).state_dict()
    return {key: tuple(t.shape) for key, t in state.items() if not key.endswith("num_batches_tracked")}


def _told(difference: _Difference) -> list[Text]:
    told = []
    if difference.missing:
        told.append(text("missing {names}", names=_some(difference.missing)))
    if difference.unknown:
        told.append(text("unknown {names}", names=_some(difference.unknown)))
    if difference.misshapen:
        details = tuple(difference.details[key] for key in difference.misshapen)
        told.append(text("of another shape {names}", names=_some(details)))
    return told


def _some(names: tuple[str, ...]) -> str:
    shown = ", ".join(names[:NAMED])
    return shown if len(names) <= NAMED else f"{shown} … (+{len(names) - NAMED})"


def _times(shape: tuple[int, ...]) -> str:
    return "×".join(map(str, shape))
