"""The options of `deepvis` and of its sub-commands."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any, NoReturn

from deepvis_app import __version__
from deepvis_app.commands import values
from deepvis_app.commands.common_options import machine_options, network_options
from deepvis_app.commands.train_options import train_options
from deepvis_app.errors import UsageError

COMMANDS = {
    "render": "write pictures of what a network does with given pictures",
    "index": "find what each unit answers to most in a folder of pictures",
    "models": "list the networks that can be opened, or download one",
    "train": "train on your own pictures: a network, or what explains one",
    "bench": "measure how fast this is here, against other tools",
}


class Parser(argparse.ArgumentParser):
    """Raises UsageError where argparse would print its usage and exit."""

    def __init__(self, **options: Any) -> None:
        super().__init__(allow_abbrev=False, **options)
        self.add_argument("--debug", action="store_true", help="on failure, print a traceback too")

    def error(self, message: str) -> NoReturn:
        raise UsageError(
            "{message}. {program} --help lists what there is.", message=message, program=self.prog
        )


def window() -> Parser:
    commands = "\n".join(f"  deepvis {name:8}{about}" for name, about in COMMANDS.items())
    parser = Parser(
        prog="deepvis",
        description="Shows what a convolutional network does, live.",
        epilog=f"sub-commands, each with its own --help:\n{commands}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "source",
        nargs="?",
        metavar="PATH|camera[:NAME]|screen[:X,Y,W,H]|samples|FILE.deepvis|deepvis://...",
        help="what to look at: a picture, video or folder, a camera, the screen, the sample pictures; a "
        "saved session, or a link",
    )
    parser.add_argument(
        "--at", type=values.seconds, metavar="N", help="begin with the Nth picture, or N seconds into a video"
    )
    parser.add_argument("--hold", action="store_true", help="... and let it stand still")
    parser.add_argument("--mirror", action="store_true", help="swap left and right (a camera: do not)")
    parser.add_argument("--layer", metavar="L", help="the layer to show first")
    parser.add_argument("--unit", type=values.whole, metavar="K", help="the unit of that layer to inspect")
    parser.add_argument(
        "--neuron",
        type=values.neuron,
        metavar="max|all|Y,X",
        help="start the unit's backward picture where its map is largest, everywhere, or there",
    )
    parser.add_argument("--target", metavar="CLASS", help="the class to explain: index or name")
    parser.add_argument(
        "--set",
        action="append",
        default=[],
        type=values.setting,
        metavar="name=value",
        help="how things are shown, as rule=guided, contrast=2, heat=true; what is not named is then as at "
        "the first start",
    )
    parser.add_argument("--panel", metavar="NAME", help="a panel to bring up")
    parser.add_argument(
        "--watch", action="store_true", help="load the network's file anew when a training writes it"
    )
    parser.add_argument("--screenshot", type=Path, metavar="FILE", help="save the window as FILE and close")
    parser.add_argument(
        "--after", type=values.seconds, default=3.0, metavar="SECONDS", help="... after so long (default: 3)"
    )
    parser.add_argument("--reset", action="store_true", help="forget all settings first")
    parser.add_argument(
        "--safe", action="store_true", help="usual settings, the embedded network and no source, this once"
    )
    parser.add_argument("--info", action="store_true", help="print versions, device and folders")
    parser.add_argument("--version", action="version", version=f"deepvis {__version__}")
    network_options(parser)
    return parser


def render() -> Parser:
    parser = Parser(prog="deepvis render", description="Write IMAGE.METHOD.png for each picture and method.")
    parser.add_argument("images", nargs="+", type=Path, metavar="IMAGE")
    parser.add_argument("--method", required=True, type=values.names, metavar="NAME[,NAME...]")
    parser.add_argument("--layer", metavar="L", help="look at this layer")
    parser.add_argument("--unit", type=values.whole, metavar="K", help="start from this unit of the layer")
    parser.add_argument(
        "--neuron",
        type=values.neuron,
        default="max",
        metavar="max|all|Y,X",
        help="start where the unit's map is largest (default), everywhere, or there",
    )
    parser.add_argument(
        "--target", metavar="CLASS", help="start from this class: index or name (default: the winner)"
    )
    parser.add_argument(
        "--set",
        action="append",
        default=[],
        type=values.setting,
        metavar="name=value",
        help="a method's parameter",
    )
    parser.add_argument(
        "--with",
        dest="others",
        action="append",
        default=[],
        type=Path,
        metavar="IMAGE",
        help="another picture, or a folder of them, for methods that take some: a guide, styles",
    )
    parser.add_argument(
        "--index", type=Path, metavar="INDEX", help="take the best pictures of a class or unit from there"
    )
    parser.add_argument("--out", required=True, type=Path, metavar="DIR")
    parser.add_argument("--npy", action="store_true", help="write the float32 arrays too")
    network_options(parser)
    return parser


def index() -> Parser:
    parser = Parser(
        prog="deepvis index",
        description="Find the pictures that each unit answers to most, in one pass. The same command later "
        "looks at what is new or changed; stopped with Ctrl+C or killed, it goes on from there.",
    )
    parser.add_argument(
        "folder", type=Path, metavar="FOLDER", help="pictures: a folder, a zip file, or a text list of files"
    )
    parser.add_argument("--out", required=True, type=Path, metavar="INDEX", help="the index, a folder")
    parser.add_argument(
        "--layers",
        type=values.names,
        metavar="all|L[,L...]",
        help="(default: all that the layer strip shows)",
    )
    parser.add_argument(
        "--top", type=values.whole, metavar="K", help="patches to keep of each unit (default: 9)"
    )
    parser.add_argument(
        "--lowest", action="store_true", default=None, help="keep those that it answers to least, too"
    )
    parser.add_argument(
        "--codes",
        type=values.names,
        metavar="L[,L...]",
        help="keep these layers' answers to each picture (default: the last before the classes)",
    )
    parser.add_argument(
        "--engine",
        choices=["local", "ray"],
        default="local",
        help="look here (default), or on a Ray cluster (pip install 'deepvis[ray]')",
    )
    parser.add_argument("--rebuild", action="store_true", help="forget what the index holds first")
    network_options(parser)
    return parser


def models() -> Parser:
    parser = Parser(
        prog="deepvis models", description="List the networks that can be opened, or download one."
    )
    parser.add_argument("action", nargs="?", choices=["download"])
    parser.add_argument("name", nargs="?", metavar="NAME", help="such as resnet18")
    return parser


def train() -> Parser:
    parser = Parser(
        prog="deepvis train",
        description="Train on your own pictures, in one folder for each class: a network (classifier), or "
        "slots that explain one (scouter); or teach the live painter paintings (style). Stopped with Ctrl+C, "
        "the same command goes on from there.",
    )
    train_options(parser)
    parser.add_argument(
        "--progress-json", action="store_true", help="print one JSON object a line, for programs"
    )
    machine_options(parser)
    return parser


def bench() -> Parser:
    parser = Parser(
        prog="deepvis bench",
        description="Measure ratios in one process and run. `live`, `startup` and `click` open the window.",
    )
    parser.add_argument(
        "what",
        nargs="*",
        metavar="live|startup|click|embedded|index|synthesis|style|method:NAME",
        help="(default: live startup click and each method)",
    )
    parser.add_argument(
        "--networks", type=values.names, metavar="SPEC[,SPEC...]", help="(default: the usual ones)"
    )
    parser.add_argument(
        "--val",
        type=Path,
        metavar="ZIP",
        help="labelled pictures, for embedded and index; photographs, for style",
    )
    parser.add_argument(
        "--judge",
        type=Path,
        metavar="FILE",
        help="a network trained apart, for synthesis: whether it knows made pictures",
    )
    parser.add_argument(
        "--style",
        nargs="+",
        type=Path,
        metavar="PICTURE",
        help="the paintings that were learnt, for style: its losses against neural_style's",
    )
    parser.add_argument(
        "--against",
        type=Path,
        metavar="FILE",
        help="a file of styles that `train style --steady 0` wrote, for style: which flickers less",
    )
    parser.add_argument(
        "--seed", type=values.whole, default=0, metavar="N", help="of what is drawn at random (default: 0)"
    )
    parser.add_argument("--seconds", type=values.positive, metavar="N", help="of a live run (default: 10)")
    parser.add_argument("--quick", action="store_true", help="a glance: too short to mean much")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there too")
    parser.add_argument(
        "--threads", type=values.whole, default=0, metavar="N", help="of the window (default: it chooses)"
    )
    return parser
