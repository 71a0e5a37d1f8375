"""A thousand mixed requests, cancelled and failing ones included, leave a network as it was."""

from __future__ import annotations

import random

import torch
from torch import Tensor, nn
from torch.overrides import TorchFunctionMode

from deepvis_app.errors import DeepVisError
from deepvis_app.methods import METHODS, Need, Output, Target
from deepvis_app.methods.params import brief
from deepvis_app.methods.partial import outcome
from deepvis_app.methods.sheet import SheetParams, unit_sheet
from deepvis_app.nets import capture, live, marks, receptive
from deepvis_app.nets.network import Network
from deepvis_app.nets.rules import RULES
from tests import networks


class Interrupted(BaseException):
    """As if the user pressed Ctrl+C in the middle of a computation."""


class After(TorchFunctionMode):
    """Raises at the `calls`-th function that torch is asked to compute."""

    def __init__(self, calls: int, error: type[BaseException]) -> None:
        super().__init__()
        self.calls, self.error = calls, error

    def __torch_function__(self, function, types, args=(), kwargs=None):  # type: ignore[no-untyped-def]
        self.calls -= any(isinstance(each, Tensor) for each in args)  # others switch gradients on and off
        if self.calls < 0:
            raise self.error
        return function(*args, **(kwargs or {}))


def one_request(chance: random.Random, network: Network, image: Tensor) -> None:
    layer = chance.choice([each.name for each in network.layers] + ["conv9"])
    target = Target(
        class_index=chance.choice([None, 0, 4, 9]),
        unit=chance.choice([None, 0, 3, 77]),
        neuron=chance.choice(["max", "all", (0, 1), (40, 40)]),
    )
    kind = chance.randrange(10)
    if kind < 6:
        method = chance.choice(list(METHODS.values()))
        given = image.sigmoid() if method.output is Output.PICTURE else image
        others = {"others": (image.sigmoid(),)} if Need.PICTURE in method.needs else {}
        place = chance.choice([layer, None])
        outcome(method.run()(network, given, target, place, brief(method.params), **others))
    elif kind == 6:  # a job that is cancelled on the way
        job = unit_sheet(
            network, image, Target(neuron=target.neuron), layer, SheetParams(chance.choice(RULES))
        )
        for _ in range(chance.randrange(4)):
            next(job)
        job.close()
    elif kind == 7:
        names = chance.sample([each.name for each in network.layers], 3)
        capture.forward(network, image, names, to_end=chance.random() < 0.5)
    elif kind == 8:
        marks.box(network, image, layer, (0, 0))
        receptive.field(network, layer)
    else:
        live.choose(network, chance.choice([torch.float32, torch.bfloat16]))


def test_a_thousand_requests_change_nothing() -> None:
    chance = random.Random(0)
    image = networks.picture()
    known: list[Network] = [networks.plain(), networks.wrap(networks.Functional())]
    before = [network.fingerprint() for network in known]
    gradients = [list(network.module.parameters()) for network in known]
    done = failed = interrupted = 0
    for _ in range(1000):
        network = chance.choice(known)
        try:
            if chance.random() < 0.3:
                with After(chance.randrange(40), chance.choice([Interrupted, RuntimeError])):
                    one_request(chance, network, image)
            else:
                one_request(chance, network, image)
            done += 1
        except DeepVisError:
            failed += 1
        except (Interrupted, RuntimeError):
            interrupted += 1
        assert torch._C._len_torch_function_stack() == 0
        assert torch.is_grad_enabled()
        assert not torch.is_inference_mode_enabled()
    assert min(done, failed, interrupted) > 50, (done, failed, interrupted)
    assert [network.fingerprint() for network in known] == before
    assert all(parameter.grad is None for parameters in gradients for parameter in parameters)
    assert all(_hooks(network.module) == 0 for network in known)


def _hooks(module: nn.Module) -> int:
    return sum(
        len(value) for each in module.modules() for key, value in vars(each).items() if key.endswith("_hooks")
    )
