"""The options of `deepvis train`: those of every recipe, and of each alone."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path

from deepvis_app.commands import values


def train_options(parser: ArgumentParser) -> None:
    parser.add_argument("recipe", choices=["classifier", "scouter", "style"])
    parser.add_argument(
        "--data",
        nargs="+",
        type=Path,
        metavar="PATH",
        help="a folder of class folders, or zip files of such",
    )
    parser.add_argument("--out", required=True, type=Path, metavar="DIR")
    parser.add_argument(
        "--val", type=Path, metavar="PATH", help="pictures to check on (default: each tenth is held out)"
    )
    length = parser.add_mutually_exclusive_group()
    length.add_argument(
        "--minutes", type=values.positive, metavar="N", help="as many epochs as fit in N minutes"
    )
    length.add_argument(
        "--epochs",
        type=values.positive,
        metavar="N",
        help="(default: 20, more for few pictures; scouter: 2)",
    )
    parser.add_argument(
        "--batch",
        type=values.batch,
        metavar="N",
        help="(default: 128, fewer for few pictures; scouter: 64; style: 4)",
    )
    parser.add_argument(
        "--rate",
        type=values.positive,
        metavar="R",
        help="learning rate (default: 0.2 x root of batch / 128; scouter: 0.002; style: 0.006)",
    )
    parser.add_argument(
        "--size",
        type=values.picture_side,
        metavar="N",
        help="pixels (default: 64; scouter: as the network takes them)",
    )
    parser.add_argument("--seed", type=values.whole, default=0, metavar="N")
    parser.add_argument(
        "--base",
        type=Path,
        metavar="FILE",
        help="classifier: a network of the same classes to begin as; style: a file of styles to add these "
        "to, which stay as they are: takes minutes",
    )
    _classifier_options(parser)
    _scouter_options(parser)
    _style_options(parser)


def _classifier_options(parser: ArgumentParser) -> None:
    classifier = parser.add_argument_group("classifier")
    classifier.add_argument(
        "--teachers",
        nargs="+",
        metavar="SPEC",
        help="networks of the same classes: half of what is learnt is what they think of each picture",
    )
    classifier.add_argument(
        "--cutmix",
        type=values.share,
        metavar="P",
        help="put pieces of pictures into others in this share of the batches, for long runs (default: 0)",
    )
    classifier.add_argument(
        "--freeze", type=values.whole, metavar="N", help="the first N convolutions stay as --base has them"
    )
    classifier.add_argument(
        "--blend",
        type=values.share,
        metavar="S",
        help="share of --base in each weight that is written, which holds up better (default: 0)",
    )


def _scouter_options(parser: ArgumentParser) -> None:
    scouter = parser.add_argument_group("scouter")
    scouter.add_argument(
        "--model",
        metavar="SPEC",
        help="the network whose classes are explained; style: which tells content and style apart "
        "(default: embedded)",
    )
    scouter.add_argument(
        "--classes", type=Path, metavar="FILE", help="which, one a line (default: all that the network knows)"
    )
    scouter.add_argument(
        "--area",
        type=values.positive,
        metavar="L",
        help="weight of looking at little, the paper's lambda (default: 10)",
    )


def _style_options(parser: ArgumentParser) -> None:
    style = parser.add_argument_group("style")
    style.add_argument(
        "--style", nargs="+", type=Path, metavar="PICTURE", help="the paintings, one style each"
    )
    style.add_argument(
        "--titles", nargs="+", metavar="TITLE", help="of the styles (default: the files' names)"
    )
    style.add_argument(
        "--content", nargs="+", type=Path, metavar="PATH", help="folders or zip files of photographs to paint"
    )
    style.add_argument(
        "--subject",
        type=Path,
        metavar="PICTURE",
        help="what thumbnails show (default: the first photograph, or the base's)",
    )
    style.add_argument(
        "--steps", type=values.batch, metavar="N", help="(default: 2400; 800 to add to a file)"
    )
    style.add_argument(
        "--steady",
        type=values.seconds,
        metavar="W",
        help="weight of painting the same when noise and small shifts come (default: 30)",
    )
