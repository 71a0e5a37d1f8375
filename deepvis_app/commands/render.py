"""`deepvis render`: writes a picture, and an array, for each given picture and method."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

import torch
from PIL import Image

from deepvis_app.commands.filming import filmed
from deepvis_app.commands.machine import network_of, use_threads
from deepvis_app.commands.others import best_of, others_of
from deepvis_app.commands.params import parameters
from deepvis_app.errors import DeepVisError, OutOfRangeError, RunError, UnknownNameError, UsageError
from deepvis_app.index.planning import identity
from deepvis_app.index.reading import Index
from deepvis_app.methods import Method, Need, Target, find
from deepvis_app.methods.answer import answer, image_for
from deepvis_app.methods.boxes import located
from deepvis_app.methods.map_layer import default_layer
from deepvis_app.methods.painted_params import PaintedParams
from deepvis_app.methods.params import BoxParams
from deepvis_app.methods.picture import Pixels, metadata, to_pixels
from deepvis_app.nets import rules
from deepvis_app.nets.network import Network
from deepvis_app.nets.rules import Rule
from deepvis_app.pictures.decode import decode
from deepvis_app.pictures.saving import save_npy, save_png
from deepvis_app.pictures.videos import is_video

RULES: dict[str, Rule] = {
    "deconvnet": "deconvnet",
    "guided_backprop": "guided",
    "guided_grad_cam": "guided",
    "rectified_gradient": "rectified",
}
"""The methods that go by a rule of their own, of which a network without rectifiers knows nothing."""


@dataclass(frozen=True)
class Work:
    """A method with all that it is to be given besides a picture; `of_class`: it starts from a class."""

    method: Method
    params: object
    layer: str | None
    target: Target | None
    of_class: bool
    others: Mapping[str, Pixels]
    index: Index | None = None  # where others are looked up

    def more(self, target: Target | None) -> Mapping[str, Pixels]:
        """The other pictures for `target`."""
        if self.others or self.index is None or target is None:
            return self.others
        return best_of(self.index, target, self.layer)


def run(options: argparse.Namespace) -> int:
    methods = [find(name) for name in options.method]
    params = parameters(methods, dict(options.set))
    _check(options, methods)
    use_threads(options)
    network = network_of(options)
    _check_unit(options, network)
    others = others_of(options.others)
    works = [_work(options, method, params[method.name], network, others) for method in methods]
    _make(options.out)
    _warn(network, methods)
    if options.index is None:
        return _render_all(options, works, network)
    with closing(Index.open(options.index, identity(network))) as index:
        works = [replace(work, index=index) if _of_the_best(work.method) else work for work in works]
        return _render_all(options, works, network)


def _render_all(options: argparse.Namespace, works: Sequence[Work], network: Network) -> int:
    """Each picture; of several the good ones are still done."""
    untrained = {"weights": "none", "seed": options.seed} if options.weights == "none" else {}
    failed, of_class = 0, options.target is None and any(work.of_class for work in works)
    for image in options.images:
        try:
            for path in _render(image, works, network, options.out, options.npy, untrained):
                print(path)
        except DeepVisError as error:
            own_class = of_class and isinstance(error, UnknownNameError)
            if isinstance(error, UsageError) and not own_class:  # wrong for every picture
                raise
            print(f"deepvis: {error}", file=sys.stderr)
            failed += 1
    return 1 if failed else 0


def _of_the_best(method: Method) -> bool:
    """Whether the other pictures that it needs are the best of its target."""
    return {Need.TARGET, Need.PICTURE} <= method.needs


def _check(options: argparse.Namespace, methods: Sequence[Method]) -> None:
    """Raises UsageError for what cannot be meant; needs no network."""
    if options.unit is not None and options.layer is None:
        raise UsageError("--unit {unit} needs the layer that it is of: give --layer.", unit=options.unit)
    if options.unit is None and options.neuron != "max":
        raise UsageError("--neuron is a place in a unit's map: give --layer and --unit too.")
    if options.unit is not None and options.target is not None:
        raise UsageError("Start from a unit or from a class: give --unit or --target, not both.")
    for method in methods:
        if Need.LAYER in method.needs and options.layer is None:
            raise UsageError("{method} needs a layer: give --layer.", method=method.name)
        if {Need.MAPS, Need.OTHER_CLASS, Need.SLOTS} & method.needs and options.unit is not None:
            raise UsageError("{method} is about a class, not a unit: leave --unit out.", method=method.name)
        by_unit_alone = (
            Need.TARGET in method.needs
            and not {Need.LAYER, Need.MAPS, Need.ATTENTION, Need.SLOTS} & method.needs
        )
        if by_unit_alone and options.layer is not None and options.target is None and options.unit is None:
            raise UsageError(
                "{method} starts from one unit of a layer: give --unit, or leave --layer out for a class.",
                method=method.name,
            )
    for name, count in Counter(image.stem for image in options.images).items():
        if count > 1:
            raise UsageError(
                "{count} of the pictures are called {name}, and would be written to the same file.",
                count=count,
                name=name,
            )


def _check_unit(options: argparse.Namespace, network: Network) -> None:
    if options.layer is None:
        return
    layer = network.layer(options.layer)
    if options.unit is not None and options.unit >= layer.units:
        raise OutOfRangeError(
            "{layer} has no unit {unit}; its units are 0 to {last}.",
            layer=layer.name,
            unit=options.unit,
            last=layer.units - 1,
        )


def _work(
    options: argparse.Namespace,
    method: Method,
    params: object,
    network: Network,
    others: Mapping[str, Pixels],
) -> Work:
    others = others if method.others else {}
    if options.unit is not None and {Need.TARGET, Need.PLACE} & method.needs:
        of_unit = Target(None, options.unit, options.neuron)
        return Work(method, params, options.layer, of_unit, False, others)
    target = None if options.target is None else Target(network.class_index(options.target))
    if Need.OTHER_CLASS in method.needs:
        return Work(method, params, None, target, False, others)
    if Need.TARGET not in method.needs:
        return Work(method, params, options.layer, None, False, others)
    layer = options.layer if {Need.LAYER, Need.MAPS} & method.needs else None
    if Need.MAPS in method.needs and layer is None:
        layer = default_layer(network)[0]
    return Work(method, params, layer, target, True, others)


def _warn(network: Network, methods: Sequence[Method]) -> None:
    told = [rules.warning(network, RULES.get(method.name, "gradient")) for method in methods]
    if any(told):
        print(f"deepvis: {next(filter(None, told))}", file=sys.stderr)


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise RunError("The folder {path} cannot be made: {why}.", path=folder, why=error.strerror) from error


def _render(
    image: Path, works: Sequence[Work], network: Network, folder: Path, npy: bool, more: Mapping[str, object]
) -> Iterator[Path]:
    """Writes the files of one picture, `more` in their metadata, and gives their names."""
    if is_video(image) and all(isinstance(work.params, PaintedParams) for work in works):
        yield from _paint_video(image, works, network, folder)
        return
    bgr = network.preprocessing.channels == "BGR"
    picture = decode(image)
    for work in works:
        method, layer = work.method, work.layer
        target = work.target or (_winner(network, picture) if work.of_class else None)
        x = image_for(method, network, picture)
        others = work.more(target)
        path = folder / f"{image.stem}.{method.name}.png"
        film = path.with_suffix(".avi")
        whole = filmed(answer(method, network, x, target, layer, work.params, tuple(others.values())), film)
        if whole.note:
            print(f"deepvis: {image.name}: {whole.note}", file=sys.stderr)
        array = whole.result.detach().float().cpu().numpy()
        about = metadata(network.spec, method, target, layer, work.params, image.name, network.labels)
        facts: dict[str, object] = {"facts": dict(whole.facts)} if whole.facts else {}
        facts |= {"with": list(others)} if others else {}
        if isinstance(work.params, BoxParams):
            high, wide = picture.shape[:2]
            facts |= located(array, work.params, network.preprocessing, image, wide, high)
        pixels = to_pixels(method, array, bgr=bgr, transparent=True, labels=network.labels)
        save_png(path, pixels, {**about, **facts, **more})
        yield path
        if "frame" in whole.facts:
            yield film
        if npy:
            save_npy(path.with_suffix(".npy"), array)
            yield path.with_suffix(".npy")


def _paint_video(video: Path, works: Sequence[Work], network: Network, folder: Path) -> Iterator[Path]:
    from deepvis_app.commands.painting import paint_video  # Qt is not needed before

    for work in works:
        assert isinstance(work.params, PaintedParams)
        path = folder / f"{video.stem}.{work.method.name}.avi"
        paint_video(video, path, work.params, network.device)
        yield path


def _winner(network: Network, picture: Pixels) -> Target:
    """The most likely class."""
    with torch.inference_mode():
        scores = network.module(network.preprocess(Image.fromarray(picture)))
    if not isinstance(scores, torch.Tensor) or scores.ndim != 2:
        raise UsageError(
            "{network} gives no class scores: give --layer and --unit to start from.", network=network.title
        )
    return Target(int(scores.argmax()))
