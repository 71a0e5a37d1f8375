"""`deepvis train scouter`: slots that say why a network's class, or why not, into a file."""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from datetime import date

import torch

from deepvis_app.commands.stopping import until_stopped
from deepvis_app.commands.telling import Teller
from deepvis_app.commands.training import HELD_OUT, command, learnt_parts, made
from deepvis_app.errors import InputError
from deepvis_app.methods.map_layer import default_layer
from deepvis_app.nets import labels
from deepvis_app.nets.network import Network
from deepvis_app.nets.scouter import said_of
from deepvis_app.nets.slots import ROUNDS, WIDTH
from deepvis_app.training import data
from deepvis_app.training.card import write_model
from deepvis_app.training.data import PictureSet
from deepvis_app.training.scouter import Recipe, ScouterTraining
from deepvis_app.training.scouter_check import BEHIND, Reached

NAME = "scouter.safetensors"


def run(options: argparse.Namespace, teller: Teller) -> int:
    network = Network.load(options.model or "embedded", device=options.device)
    classes = _classes(options, network)
    folder = made(options.out)
    learnt, held_out = _pictures(options, network, classes, teller)
    training = _training(options, network, learnt)
    teller.begins(training, len(held_out))
    with until_stopped() as stop:
        finished = training.run(folder, teller.progress, held_out, lambda: stop.asked)
    if not finished:
        teller.stopped(training)
        return 1
    _round(training)
    reached = training.check(held_out) if len(held_out) else None
    path = folder / NAME
    card = _card(options, training, len(held_out), reached)
    how, more = network.preprocessing, said_of(training.body)
    write_model(training.slots, learnt.names, how, card, path, more)
    model = f" --model {options.model}" if options.model else ""
    hint = f"Look with: deepvis render PICTURE --method scouter{model} --set file={path} --out DIR"
    teller.done(path, reached, hint)
    if reached is not None and reached.behind > BEHIND:
        print(
            f"deepvis: the slots know classes {reached.behind:.0f} points worse than the network itself; "
            "more --epochs or a smaller --area may help.",
            file=sys.stderr,
        )
    return 0


def _classes(options: argparse.Namespace, network: Network) -> list[str]:
    """The names of the classes to learn. Raises UnknownNameError for one that the network does not know."""
    if options.classes is None:
        return network.labels
    return [network.labels[network.class_index(name)] for name in labels.from_file(options.classes)]


def _pictures(
    options: argparse.Namespace, network: Network, classes: list[str], teller: Teller
) -> tuple[PictureSet, PictureSet]:
    """What is learnt from, and what is checked on."""
    size = options.size or max(network.preprocessing.height, network.preprocessing.width)
    learnt = data.load(learnt_parts(options), size, told=teller.reading, only=classes)
    teller.broken(learnt.broken)
    missing = [name for name in classes if name not in learnt.names]
    if options.classes is not None and missing:
        raise InputError(
            "There are no pictures of the class {name} to learn from; add some, or take it out of {path}.",
            name=missing[0],
            path=options.classes,
        )
    if options.val is None:
        return data.split(learnt, HELD_OUT)
    held_out = data.load([options.val], size, learnt.names, learnt.words, teller.reading, learnt.names)
    teller.broken(held_out.broken)
    return learnt, held_out


def _training(options: argparse.Namespace, network: Network, learnt: PictureSet) -> ScouterTraining:
    """The run that the options describe, taken up where --out holds its checkpoint."""
    given = {name: getattr(options, name) for name in ("batch", "rate", "area") if getattr(options, name)}
    recipe = Recipe(seed=options.seed, **given)
    training = ScouterTraining(network, default_layer(network)[0], learnt, recipe)
    training.resume(options.out)
    if options.epochs:
        training.recipe = replace(training.recipe, epochs=options.epochs)
    return training


@torch.no_grad()
def _round(training: ScouterTraining) -> None:
    """The slots as the file holds them, so that what is measured is what is used."""
    for value in training.slots.state_dict().values():
        value.copy_(value.half())


def _card(
    options: argparse.Namespace, training: ScouterTraining, held_out: int, reached: Reached | None
) -> dict[str, str]:
    recipe, pictures, body = training.recipe, training.pictures, training.body
    card = {
        "title": f"Scouter of {body.title}",
        "architecture": f"SCOUTER (Li et al. 2021): one slot of {WIDTH} numbers a class, for and against, "
        f"{ROUNDS} rounds of attention",
        "body": f"{body.title}, up to {body.layer}, frozen; weights {body.fingerprint[:16]}",
        "data": f"{len(pictures)} pictures of {len(pictures.names)} classes from "
        + ", ".join(path.name for path in options.data),
        "terms": training.network.card.get("terms", ""),
        "training": f"{training.step} steps of {training.batch} pictures ({recipe.epochs:.4g} epochs), "
        f"learning rate {recipe.rate:g}, area lambda {recipe.area:g}, seed {recipe.seed}",
        "date": date.today().isoformat(),
        "command": command(
            options, ("data", "val", "model", "classes", "epochs", "batch", "rate", "area", "size", "seed")
        ),
    }
    if reached is not None:
        which = f"of {options.val.name}" if options.val else "held out"
        card["accuracy"] = f"{reached} on {held_out} pictures {which}"
        card["attention"] = reached.areas
    return {key: value for key, value in card.items() if value}
