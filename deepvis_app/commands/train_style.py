"""`deepvis train style`: paintings into a file of styles for the live painter, or into one that has some."""

from __future__ import annotations

import argparse
from dataclasses import replace
from datetime import date
from pathlib import Path

from deepvis_app.commands.stopping import until_stopped
from deepvis_app.commands.telling import Teller
from deepvis_app.commands.training import command, made
from deepvis_app.errors import UsageError
from deepvis_app.nets import style_file
from deepvis_app.nets.network import Network
from deepvis_app.nets.style_file import Styles
from deepvis_app.pictures.decode import decode
from deepvis_app.training import data
from deepvis_app.training.data import PictureSet
from deepvis_app.training.style import StyleRecipe, StyleTraining
from deepvis_app.training.style_learning import ADDED, SIDE, added, check_picture, free_name
from deepvis_app.training.style_saving import finished, save
from deepvis_app.training.style_terms import Pixels

NAME = "style.safetensors"
RECORDED = (
    "style",
    "titles",
    "content",
    "base",
    "subject",
    "model",
    "steps",
    "batch",
    "rate",
    "steady",
    "seed",
)


def run(options: argparse.Namespace, teller: Teller) -> int:
    titles = _titles(options)
    base = style_file.load(options.base) if options.base else None
    styles = _styles(options, base)
    subject = decode(options.subject) if options.subject else None
    judge = Network.load(options.model or "embedded", device=options.device)
    pictures = data.photographs(options.content, SIDE, teller.reading)
    teller.broken(pictures.broken)
    path = options.out if options.out.suffix == ".safetensors" else options.out / NAME
    folder = made(path.parent)
    training = _training(options, pictures, styles, judge, base)
    training.resume(folder)
    if options.steps:
        training.recipe = replace(training.recipe, steps=options.steps)
    teller.paints(training, list(styles))
    with until_stopped() as stop:
        done = training.run(folder, teller.progress, lambda: stop.asked)
    if not done:
        teller.stopped(training)
        return 1
    whole = _whole(options, training, titles, base, subject)
    save(whole, path)
    teller.done(path, None, f"Look with: deepvis render PICTURE --method style --set file={path} --out DIR")
    return 0


def _titles(options: argparse.Namespace) -> list[str]:
    """Raises UsageError where there are not as many as styles."""
    titles = options.titles or [path.stem.replace("_", " ").capitalize() for path in options.style]
    if len(titles) != len(options.style):
        raise UsageError(
            "There are {count} styles but {titles} titles; give as many.",
            count=len(options.style),
            titles=len(titles),
        )
    return list(titles)


def _styles(options: argparse.Namespace, base: Styles | None) -> dict[str, Pixels]:
    """The paintings by names that neither the base nor each other have. Raises PictureError."""
    styles: dict[str, Pixels] = {}
    for path in options.style:
        picture = decode(path)
        check_picture(path.name, picture)
        taken = (*(base.names if base else ()), *styles)
        styles[free_name(taken, path.stem)] = picture
    return styles


def _training(
    options: argparse.Namespace,
    pictures: PictureSet,
    styles: dict[str, Pixels],
    judge: Network,
    base: Styles | None,
) -> StyleTraining:
    chosen = {name: getattr(options, name) for name in ("steps", "batch", "rate", "steady")}
    given = {name: value for name, value in chosen.items() if value is not None}
    recipe = replace(ADDED if base else StyleRecipe(), seed=options.seed, **given)
    return StyleTraining(pictures, styles, judge, recipe, base.network if base else None)


def _whole(
    options: argparse.Namespace,
    training: StyleTraining,
    titles: list[str],
    base: Styles | None,
    subject: Pixels | None,
) -> Styles:
    card = _card(options, training)
    if base is None:
        shown = training.pictures.pixels[0] if subject is None else subject
        return finished(training.network, training.names, titles, shown, card)
    card = {**base.card, "added": f"{', '.join(titles)}: {card['training']}", "command": card["command"]}
    return added(base, training, titles, card)


def _card(options: argparse.Namespace, training: StyleTraining) -> dict[str, str]:
    recipe, network = training.recipe, training.network
    card = {
        "title": f"Painter in {len(training.names)} styles",
        "architecture": f"StyleNet: {network.width} channels at a quarter of the picture's resolution, by "
        f"pixel-unshuffle, and {network.blocks} residual blocks of {2 * network.width} at an eighth; a scale "
        "and shift of each channel for each style (Dumoulin et al. 2017)",
        "judge": f"{training.judge.title}, weights {training.judge.weights_hash()[:16]}",
        "data": f"{len(training.pictures)} photographs from "
        + ", ".join(Path(path).name for path in options.content),
        "training": f"{training.step} steps of {recipe.batch} crops of {recipe.size} pixels, learning rate "
        f"{recipe.rate:g}, weights: content {recipe.content:g}, style {recipe.style:g} (pictures of "
        f"{recipe.style_size} pixels), smoothness {recipe.smooth:g}, no grid {recipe.grid:g}, "
        f"steadiness {recipe.steady:g} against noise of {recipe.noise:g} and shifts; seed {recipe.seed}",
        "terms": training.judge.card.get("terms", ""),
        "date": date.today().isoformat(),
        "command": command(options, RECORDED),
    }
    if training.losses is not None:
        losses = training.losses
        card["losses"] = (
            f"of the last step, weighed: content {losses.content:.3f}, style {losses.style:.3f}, "
            f"smoothness {losses.smooth:.4f}, grid {losses.grid:.4f}, "
            f"steadiness {losses.steady:.4f}"
        )
    return {key: value for key, value in card.items() if value}
