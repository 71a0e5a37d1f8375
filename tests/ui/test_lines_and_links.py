"""Commands and links say what is on show, are read back to the same, and can do no harm."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest

from deepvis_app.commands import parsers
from deepvis_app.commands.window import start_options
from deepvis_app.engine.messages import NetworkSpec
from deepvis_app.errors import UsageError
from deepvis_app.session.choices import Choices, read_choices
from deepvis_app.session.origins import Origin
from deepvis_app.ui import links
from deepvis_app.ui.lines import Line, quoted, render_line, window_line
from deepvis_app.ui.states import Place, State
from deepvis_app.ui.taking import from_options

PICTURE = Origin("path", (Path("/pictures/a b.jpg"),))


def line(state: State) -> Line:
    found = window_line(state)
    assert found is not None
    return found


def test_a_line_names_what_is_on_show_and_quotes_it() -> None:
    state = State(
        NetworkSpec("my net.pth", arch="alexnet"), source=PICTURE, layer="conv1", unit=3, panel="why"
    )
    assert str(line(state)) == (
        "deepvis '/pictures/a b.jpg' --model 'my net.pth' --arch alexnet --layer conv1 --unit 3 --panel why"
    )


@pytest.mark.parametrize(
    "state",
    [
        State(
            NetworkSpec("torchvision:alexnet", "none", 4), source=PICTURE, layer="a", unit=1, neuron=(2, 3)
        ),
        State(
            NetworkSpec(), source=Origin("samples"), place=Place(2, playing=False), neuron="all", target="cat"
        ),
        State(NetworkSpec(), source=Origin("camera", name="Front cam"), place=Place(mirrored=False)),
        State(NetworkSpec(), source=Origin("screen", region=(1, 2, 30, 40)), target=5),
    ],
)
def test_what_a_line_says_is_read_back(state: State) -> None:
    words = line(state).words[1:]
    options = start_options(parsers.window().parse_args(words))
    again = from_options(options)
    place = again.place if "--at" in words or "--hold" in words or "--mirror" in words else Place()
    assert (again.layer, again.unit, again.neuron, again.network) == (
        state.layer,
        state.unit,
        state.neuron,
        state.network,
    )
    assert str(again.target) == str(state.target)
    assert (place.index, place.playing, place.mirrored) == (
        state.place.index,
        state.place.playing,
        state.place.mirrored,
    )


@pytest.mark.parametrize(
    "choices", [Choices(), Choices(rule=None, contrast=2.5, heat=True, style="blurred norm")]
)
def test_how_things_are_shown_is_read_back(choices: Choices) -> None:
    words = line(State(NetworkSpec(), source=PICTURE, choices=vars(choices))).words[1:]
    given = start_options(parsers.window().parse_args(words)).choices
    assert Choices(**read_choices(given)) == choices


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ({"colour": "red"}, "There are: rule, style"),
        ({"rule": "golden"}, "rule cannot be golden. There are: none, gradient, deconvnet"),
        ({"contrast": "9"}, "0.25 to 4"),
        ({"contrast": "high"}, "0.25 to 4"),
        ({"heat": "maybe"}, "false, true"),
    ],
)
def test_a_choice_that_there_is_not_is_said(words: dict[str, str], sentence: str) -> None:
    with pytest.raises(UsageError) as refused:
        read_choices(words)
    assert sentence in str(refused.value)


def test_what_a_line_cannot_say_is_named_and_a_pasted_picture_has_none() -> None:
    state = State(source=PICTURE, index=Path("an.index"), place=Place(playing=True))
    assert [str(lost) for lost in line(state).lost] == ["the slide show", "the index"]
    assert window_line(State(source=Origin("still"))) is None


def test_a_line_of_a_picture_has_its_parameters() -> None:
    about = {
        "method": "occlusion",
        "class": 4,
        "params": {"size": 9, "stride": 4, "style": "raw"},
        "source": "a b.jpg",
    }
    found = render_line(about, NetworkSpec(), State(), Path("/pictures/a b.jpg"))
    assert found is not None
    words = list(found.words)
    options = parsers.render().parse_args(words[2:])
    assert options.images == [Path("/pictures/a b.jpg")]
    assert options.method == ["occlusion"]
    assert options.target == "4"
    assert all(name in ("size", "stride") for name, _ in options.set)
    assert render_line({"method": "input"}, None, State(), Path("a.jpg")) is None


def test_a_home_folder_is_a_tilde_that_the_shell_finds() -> None:
    home = Path.home()
    assert quoted([str(home / "a b.jpg")], home=True, windows=False) == "~/'a b.jpg'"
    assert shlex.split(quoted([str(home / "a b.jpg")], windows=False)) == [str(home / "a b.jpg")]
    assert quoted(["a b", 'c"d'], windows=True) == '"a b" c\\"d'


# ---- links ------------------------------------------------------------------------------------------------


def test_a_link_is_read_back() -> None:
    state = State(NetworkSpec("torchvision:resnet18"), layer="layer1.0", unit=5, neuron=(3, 4), target=7)
    words = links.link(state, "guided_backprop")
    assert words == (
        "deepvis://open?network=torchvision:resnet18&layer=layer1.0&unit=5&neuron=3,4&target=7"
        "&method=guided_backprop"
    )
    again = links.parse(words)
    assert (again.network, again.layer, again.unit, again.neuron) == (
        state.network,
        state.layer,
        state.unit,
        state.neuron,
    )
    assert (again.target, again.method) == ("7", "guided_backprop")
    untrained = links.parse(links.link(State(NetworkSpec("torchvision:alexnet", "none", 3))))
    assert untrained.network == NetworkSpec("torchvision:alexnet", "none", 3)


@pytest.mark.parametrize(
    "words",
    [
        "deepvis://",
        "deepvis://open/etc/passwd",
        "deepvis://elsewhere?layer=a",
        "https://open?layer=a",
        "deepvis://open?source=/etc/passwd",
        "deepvis://open?layer=a&layer=b",
        "deepvis://open?unit=-1",
        "deepvis://open?unit=9999999999999",
        "deepvis://open?unit=٣",
        "deepvis://open?neuron=1",
        "deepvis://open?method=magic",
        "deepvis://open?allow_code=true",
        "deepvis://open?layer",
        "deepvis://[open?layer=a",
        "deepvis://open?layer=a\nb",
        "deepvis://open?layer=" + "a" * 3000,
    ],
)
def test_a_link_that_cannot_be_meant_is_refused(words: str) -> None:
    with pytest.raises(UsageError):
        links.parse(words)


def test_a_link_never_brings_the_leave_to_run_code() -> None:
    network = links.parse("deepvis://open?network=/tmp/evil.py:make").network
    assert network is not None
    assert not network.allow_code
