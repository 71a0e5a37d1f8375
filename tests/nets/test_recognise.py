"""The architecture of a checkpoint is told from its names and shapes."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch
from torch import Tensor

from deepvis_app.errors import CheckpointError, UnknownNameError
from deepvis_app.nets import architectures, catalog
from deepvis_app.nets.checkpoints import Checkpoint
from deepvis_app.nets.recognise import recognise
from deepvis_app.pictures.preprocessing import Preprocessing


def weights_of(name: str, **options: object) -> dict[str, Tensor]:
    return dict(architectures.hollow(name, **options).state_dict())


def checkpoint(tensors: dict[str, Tensor]) -> Checkpoint:
    return Checkpoint(Path("mine.pth"), tensors)


@pytest.mark.parametrize("name", catalog.families())
def test_every_family_is_recognised_from_its_own_weights_for_seven_classes(name: str) -> None:
    tensors = weights_of(name, num_classes=7)
    shuffled = dict(sorted(tensors.items(), reverse=True))  # safetensors files keep no order
    match = recognise(checkpoint(shuffled))
    assert (match.name, match.classes) == (name, 7)


def test_pretrained_googlenet_without_its_side_heads_is_recognised_with_a_warning() -> None:
    match = recognise(checkpoint(weights_of("googlenet", aux_logits=False)))
    assert match.name == "googlenet"
    assert match.options["transform_input"] is True
    assert "normalised" in str(match.warnings[0])


def test_a_vision_transformer_tells_the_size_of_its_input() -> None:
    match = recognise(checkpoint(weights_of("vit_b_32", image_size=384, num_classes=5)))
    assert match.side == 384
    assert match.sized(Preprocessing()) == Preprocessing(384, 384, 384)


def test_weights_without_batch_counts_are_recognised() -> None:
    tensors = {k: t for k, t in weights_of("resnet18").items() if "num_batches" not in k}
    assert recognise(checkpoint(tensors)).name == "resnet18"


def test_a_changed_head_names_the_nearest_architecture_and_what_differs() -> None:
    tensors = weights_of("resnet18", num_classes=5)
    tensors["fc.1.weight"] = tensors.pop("fc.weight")
    with pytest.raises(CheckpointError) as error:
        recognise(checkpoint(tensors))
    assert "ResNet-18" in str(error.value)
    assert "missing fc.weight" in str(error.value)
    assert "unknown fc.1.weight" in str(error.value)


def test_a_changed_shape_is_named() -> None:
    tensors = weights_of("resnet18")
    tensors["conv1.weight"] = torch.empty(64, 1, 7, 7, device="meta")
    with pytest.raises(CheckpointError, match=r"conv1\.weight \(64×1×7×7, not 64×3×7×7\)"):
        recognise(checkpoint(tensors))


def test_weights_of_something_else_still_give_one_sentence() -> None:
    with pytest.raises(CheckpointError, match="fits no architecture"):
        recognise(checkpoint({"bert.embeddings": torch.empty(300, 12, device="meta")}))


def test_a_named_architecture_is_the_only_one_tried() -> None:
    tensors = weights_of("resnet18")
    assert recognise(checkpoint(tensors), "torchvision:resnet18").name == "resnet18"
    with pytest.raises(CheckpointError, match="does not fit ResNet-34"):
        recognise(checkpoint(tensors), "resnet34")
    with pytest.raises(UnknownNameError, match="resnet18"):
        recognise(checkpoint(tensors), "resnt18")
