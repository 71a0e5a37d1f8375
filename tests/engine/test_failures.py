"""A failure reads as one sentence, and its details help without giving the user's folders away."""

from __future__ import annotations

from pathlib import Path

from deepvis_app.engine.failures import failure, is_out_of_memory
from deepvis_app.errors import UnknownNameError


def raised(error: Exception) -> Exception:
    try:
        raise error
    except Exception as caught:
        return caught


def test_an_expected_error_keeps_its_sentence() -> None:
    told = failure(raised(UnknownNameError("There is no layer {name}.", name="conv9")))
    assert str(told.about) == "There is no layer conv9."
    assert "UnknownNameError" in told.details


def test_an_unexpected_error_says_its_reason_and_where() -> None:
    told = failure(raised(ZeroDivisionError("division by zero")), "cpu")
    assert str(told.about) == "Something went wrong in DeepVis: division by zero"
    assert "test_failures.py" in told.details
    for fact in ("DeepVis 0", "Python 3", "torch 2", "device cpu"):
        assert fact in told.details


def test_details_hold_no_personal_paths() -> None:
    told = failure(raised(OSError(f"cannot read {Path.home() / 'secret' / 'cat.jpg'}")))
    assert str(Path.home()) not in told.details
    assert str(Path(__file__).parents[2]) not in told.details
    assert str(Path.home()) not in str(told.about)


def test_running_out_of_memory_is_recognised_and_said() -> None:
    messages = (
        "[enforce fail at alloc_cpu.cpp:118] DefaultCPUAllocator: can't allocate memory: you tried ...",
        "DefaultCPUAllocator: not enough memory: you tried to allocate 1 bytes.",
        "CUDA out of memory. Tried to allocate 20.00 MiB.",
    )
    for message in messages:
        assert is_out_of_memory(RuntimeError(message))
    assert is_out_of_memory(MemoryError())
    assert not is_out_of_memory(RuntimeError("mat1 and mat2 shapes cannot be multiplied"))
    assert "not enough memory" in str(failure(MemoryError()).about)
