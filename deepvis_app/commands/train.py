"""`deepvis train`: runs a recipe. That of a classifier goes from class folders to a file that opens."""

from __future__ import annotations

import argparse
import math
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import cast

from deepvis_app.commands.machine import device_of, use_threads
from deepvis_app.commands.stopping import until_stopped
from deepvis_app.commands.telling import JsonTeller, LineTeller, Teller
from deepvis_app.commands.training import HELD_OUT, command, learnt_parts, made
from deepvis_app.errors import InputError, UsageError
from deepvis_app.nets.embedded import MEAN, STAGES, STD, PlainNet, stages_of
from deepvis_app.nets.network import Network
from deepvis_app.pictures.preprocessing import Preprocessing
from deepvis_app.training import data
from deepvis_app.training.card import write_model
from deepvis_app.training.classifier import Recipe, Training, epochs_within
from deepvis_app.training.data import PictureSet
from deepvis_app.training.evaluation import Accuracy, accuracy
from deepvis_app.training.finishing import ENOUGH, blend, finish
from deepvis_app.training.teaching import thoughts

NAME = "classifier.safetensors"
UNSEEN = 100  # one picture of so many sets size and temperature where --val is given
SIDE = 64  # pixels of a picture, where --size is not given
STEPS = 1000  # that few pictures take at least, where the length is not given
RECORDED = (
    "data",
    "val",
    "base",
    "teachers",
    "minutes",
    "epochs",
    "batch",
    "rate",
    "size",
    "cutmix",
    "freeze",
    "blend",
    "seed",
)
GROWING = ((0.35, 0.5), (0.65, 0.625), (0.90, 0.75), (1.0, 1.0))
"""Share of the run, share of the picture's side."""
GROWN = ((0.35, 0.5), (0.70, 0.6), (1.0, 1.0))
"""The same for a network that has learnt before."""
TAUGHT = 0.5  # share of the targets that teachers give
SMALLEST = 32  # pixels of a crop's side, unless whole pictures are smaller


OF_CLASSIFIER = ("teachers", "cutmix", "freeze", "blend")
OF_STYLE = ("style", "titles", "content", "subject", "steps", "steady")
FOREIGN = {
    "classifier": ("model", "classes", "area", *OF_STYLE),
    "scouter": ("minutes", "base", *OF_CLASSIFIER, *OF_STYLE),
    "style": ("data", "val", "minutes", "epochs", "size", "classes", "area", *OF_CLASSIFIER),
}
"""Options of other recipes."""
NEEDED = {"classifier": ("data",), "scouter": ("data",), "style": ("style", "content")}


def run(options: argparse.Namespace) -> int:
    for name in FOREIGN[options.recipe]:
        if getattr(options, name) is not None:
            raise UsageError("--{name} is not for the recipe {recipe}.", name=name, recipe=options.recipe)
    for name in NEEDED[options.recipe]:
        if getattr(options, name) is None:
            raise UsageError("The recipe {recipe} needs --{name}.", name=name, recipe=options.recipe)
    use_threads(options)
    teller = JsonTeller() if options.progress_json else LineTeller()
    if options.recipe == "scouter":
        from deepvis_app.commands import train_scouter

        return train_scouter.run(options, teller)
    if options.recipe == "style":
        from deepvis_app.commands import train_style

        return train_style.run(options, teller)
    return _classifier(options, teller)


def _classifier(options: argparse.Namespace, teller: Teller) -> int:
    if options.blend and not options.base:
        raise UsageError("--blend needs --base, the network that it takes from.")
    options.size = options.size or SIDE
    device = device_of(options).type
    folder = made(options.out)
    learnt, held_out, unseen = _pictures(options, teller)
    base = _base(options.base, learnt, device) if options.base else None
    training = _training(options, learnt, held_out, base, device, teller)
    teller.begins(training, len(held_out))
    with until_stopped() as stop:
        finished = training.run(folder, teller.progress, held_out, lambda: stop.asked)
    if not finished:
        teller.stopped(training)
        return 1
    path = folder / NAME
    if base and options.blend:
        blend(training.average, cast(PlainNet, base.module), options.blend, learnt, training.recipe.size)
    size, warmth = finish(training.average, learnt, unseen, training.recipe.size, teller.fitting)
    reached = accuracy(training.average, held_out, size) if len(held_out) else None
    card = _card(options, training, base, len(held_out), reached)
    if warmth != 1:
        card["calibration"] = (
            f"input size and temperature ({warmth:.3f}) set on {len(unseen)} held-out pictures, the norms' "
            "statistics measured at that size"
        )
    write_model(training.average, learnt.names, _preprocessing(size), card, path)
    teller.done(path, reached, f"Look inside with: deepvis --model {path}")
    return 0


def _pictures(options: argparse.Namespace, teller: Teller) -> tuple[PictureSet, PictureSet, PictureSet]:
    """What is learnt from, what is checked on, and what the last settings are made on."""
    learnt = data.load(learnt_parts(options), options.size, told=teller.reading)
    teller.broken(learnt.broken)
    if options.val is None:
        learnt, held_out = data.split(learnt, HELD_OUT)
        return learnt, held_out, held_out
    held_out = data.load([options.val], options.size, learnt.names, learnt.words, teller.reading)
    teller.broken(held_out.broken)
    rest, unseen = data.split(learnt, UNSEEN)
    return (rest, held_out, unseen) if len(unseen) >= ENOUGH else (learnt, held_out, unseen.first(0))


def _training(
    options: argparse.Namespace,
    learnt: PictureSet,
    held_out: PictureSet,
    base: Network | None,
    device: str,
    teller: Teller,
) -> Training:
    """The run that the options describe, taken up where --out holds its checkpoint."""
    batch = min(options.batch or max(2, min(128, len(learnt) // 4)), len(learnt))
    smallest = min(options.size, SMALLEST)
    growing = GROWN if base else GROWING
    teachers = [Network.load(spec, device=device) for spec in options.teachers or ()]
    known = [*([base] if base else []), *teachers]
    recipe = Recipe(
        batch=batch,
        rate=options.rate or 0.2 * math.sqrt(batch / 128),
        sizes=tuple((end, max(smallest, round(options.size * share))) for end, share in growing),
        stages=_stages(base) if base else STAGES,
        seed=options.seed,
        teaching=TAUGHT if teachers else 0.0,
        mixing=options.cutmix or 0.0,
        frozen=options.freeze or 0,
        beginning=" ".join(network.weights_hash()[:16] for network in known),
    )
    said = thoughts(teachers, learnt, options.out, teller.thinking) if teachers else None
    training = Training(learnt, recipe, device, cast(PlainNet, base.module) if base else None, said)
    resumed = training.resume(options.out)
    if options.epochs:
        epochs = options.epochs
    elif resumed:
        epochs = training.recipe.epochs
    elif options.minutes:
        teller.measuring()
        epochs = epochs_within(options.minutes * 60, learnt, held_out, recipe, device)
    else:
        epochs = max(recipe.epochs, math.ceil(STEPS / training.steps_per_epoch))
    training.recipe = replace(training.recipe, epochs=epochs)
    return training


def _base(path: Path, learnt: PictureSet, device: str) -> Network:
    """The network of this recipe in the file. Raises InputError where it is another, or has other classes."""
    network = Network.load(str(path), device=device)
    if not isinstance(network.module, PlainNet) or tuple(network.labels) != learnt.names:
        raise InputError(
            "{path} is no network of this recipe with the classes of these pictures; leave --base away.",
            path=path,
        )
    return network


def _stages(network: Network) -> tuple[tuple[int, ...], ...]:
    shapes = {name: tuple(value.shape) for name, value in network.module.state_dict().items()}
    return stages_of(shapes) or STAGES


def _preprocessing(size: int) -> Preprocessing:
    return Preprocessing(size, size, size, mean=MEAN, std=STD, interpolation="bicubic")


def _card(
    options: argparse.Namespace,
    training: Training,
    base: Network | None,
    held_out: int,
    reached: Accuracy | None,
) -> dict[str, str]:
    recipe, pictures = training.recipe, training.pictures
    card = {
        "title": f"PlainNet · {_name(options.data)}",
        "architecture": "plain convolution, batch norm, ReLU and max pooling; stages "
        + ", ".join("-".join(map(str, widths)) for widths in recipe.stages),
        "data": f"{len(pictures)} pictures of {len(pictures.names)} classes from "
        + ", ".join(path.name for path in options.data),
        "training": f"{training.step} steps of {training.batch} pictures ({recipe.epochs:.4g} epochs), "
        f"learning rate {recipe.rate:g}, seed {recipe.seed}"
        + (f", CutMix in {100 * recipe.mixing:.0f} % of the batches" if recipe.mixing else "")
        + (f", convolutions that stay as they begin: {recipe.frozen}" if recipe.frozen else ""),
        "date": date.today().isoformat(),
        "command": command(options, RECORDED),
    }
    if base:
        card["begun as"] = base.card.get("training", options.base.name)
        if options.blend:
            card["blended"] = f"{100 * options.blend:.0f} % of each weight from what it began as"
    if options.teachers:
        card["teachers"] = f"their thoughts are half of each target: {len(options.teachers)} networks"
    if reached is not None:
        which = f"of {options.val.name}" if options.val else "held out"
        card["accuracy"] = f"{reached} on {held_out} pictures {which}"
    return card


def _name(paths: Sequence[Path]) -> str:
    """Of the pictures: the folder, the zip file, or the folder of several."""
    first = paths[0].resolve()
    return first.stem if len(paths) == 1 else first.parent.name
