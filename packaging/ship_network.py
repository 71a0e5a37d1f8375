"""Make a trained classifier the network that DeepVis carries, its figures measured and in its card.

python packaging/ship_network.py FOLDER/classifier.safetensors --val val.zip --photographs content-256.zip
"""

from __future__ import annotations

import argparse
from pathlib import Path

from deepvis_app.bench.embedded import figures, predict
from deepvis_app.bench.labelled import labelled
from deepvis_app.bench.plan import Plan
from deepvis_app.nets.embedded import weights_file
from deepvis_app.nets.network import Network
from deepvis_app.training.card import write_model

TITLE = "DeepVis-200 · Tiny-ImageNet"
DATA = "Tiny-ImageNet: 100,000 pictures of 200 classes, 64 x 64 pixels"
TERMS = "ImageNet's terms of access: its pictures are for non-commercial research and education"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--val", type=Path, required=True)
    parser.add_argument("--photographs", type=Path)
    parser.add_argument("--history", help="what the card says of how the run went, beside its command")
    options = parser.parse_args()
    trained = Network.load(str(options.file))
    card = {"title": TITLE} | {key: value for key, value in trained.card.items() if key != "title"}
    card |= {"data": DATA, "terms": TERMS} | ({"history": options.history} if options.history else {})
    _write(trained, card)
    plan = Plan(val=options.val)
    shipped = Network.load("embedded")
    pictures = labelled(options.val, shipped.labels)
    measured = {row.what: f"{row.figure} ({row.note})" for row in figures(shipped, *pictures, plan)}
    if options.photographs:
        measured["photographs, right class among five"] = _photographs(options.photographs)
    card.pop("accuracy", None)
    _write(trained, card | measured)
    print(weights_file().with_suffix(".md").read_text("utf-8").partition("## Classes")[0])


def _write(trained: Network, card: dict[str, str]) -> None:
    write_model(trained.module, trained.labels, trained.preprocessing, card, weights_file())


def _photographs(path: Path) -> str:
    network = Network.load("embedded")
    pictures, _others = labelled(path, network.labels)
    scores = predict(network, [picture.entry for picture in pictures])
    right = sum(
        picture.index in row for picture, row in zip(pictures, scores.topk(5).indices.tolist(), strict=True)
    )
    return f"{100 * right / len(pictures):.1f} % ({len(pictures)} pictures of {path.name})"


if __name__ == "__main__":
    main()
