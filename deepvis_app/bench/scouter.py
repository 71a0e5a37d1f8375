"""Of `bench embedded`: how well the slots that ship tell classes apart, against the network's own head."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import torch

from deepvis_app.bench.labelled import BATCH, Labelled, inputs
from deepvis_app.bench.rows import Goal, Row
from deepvis_app.nets import capture, scouter
from deepvis_app.nets.network import Network
from deepvis_app.nets.scouter import Scouter
from deepvis_app.training.scouter_check import BEHIND, Seen, check


def bench(network: Network, pictures: Sequence[Labelled]) -> Iterator[Row]:
    """On the pictures of the classes that the slots know; nothing where there are none."""
    slots = scouter.load(scouter.default_file())
    slots.check(network)
    known = [each for each in pictures if network.labels[each.index] in slots.labels]
    if not known:
        return
    reached = check(slots.slots, _seen(network, slots, known))
    plain = 100 * reached.plain.top1
    note = f"{len(known)} pictures of {len(slots.labels)} classes"
    yield Row("embedded", "right class first of the scouter's", plain, "%", None, f"own head, {note}")
    for kind in ("positive", "negative"):
        quality = getattr(reached, kind)
        what = f"scouter, {kind}"
        yield Row(
            "embedded", what, 100 * quality.accuracy.top1, "%", Goal(">=", round(plain - BEHIND, 1)), note
        )
        areas = f"of the picture; all classes {100 * quality.area:.1f} %"
        yield Row(
            "embedded", f"{what}, attention for the right class", 100 * quality.own_area, "%", None, areas
        )


def _seen(network: Network, slots: Scouter, pictures: Sequence[Labelled]) -> Iterator[Seen]:
    layer, own = slots.body.layer, [network.labels.index(label) for label in slots.labels]
    for begin in range(0, len(pictures), BATCH):
        part = pictures[begin : begin + BATCH]
        with torch.inference_mode():
            captured = capture.forward(network, inputs(network, [each.entry for each in part]), [layer])
        assert captured.output is not None
        classes = [slots.slot(network.labels[each.index]) for each in part]
        yield captured.maps[layer], captured.output[:, own], torch.tensor(classes)
