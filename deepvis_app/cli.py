"""`deepvis`: finds the sub-command, runs it, and turns failures into one plain line and an exit code.

Needs neither torch nor Qt; a sub-command imports what it needs when it runs.
"""

from __future__ import annotations

import argparse
import os
import sys
import traceback
from collections.abc import Callable, Sequence
from importlib import import_module

from deepvis_app.commands import parsers
from deepvis_app.errors import DeepVisError
from deepvis_app.i18n import text


def main(argv: Sequence[str] | None = None) -> int:
    """Run `deepvis` with these arguments. Returns the exit code: 0 done, 2 bad use, 1 anything else."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    try:
        options, run = _parsed(arguments)
        code = run(options)
        sys.stdout.flush()
        return code
    except DeepVisError as error:
        return _failed(str(error), error.exit_code, arguments)
    except KeyboardInterrupt:
        return _failed(str(text("Stopped.")), 1, arguments)
    except BrokenPipeError:  # the reader of our output has gone, as `head` does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except Exception as error:
        what = str(error).strip().partition("\n")[0] or type(error).__name__
        return _failed(str(text("This went wrong: {what} (--debug tells more).", what=what)), 1, arguments)


def _failed(sentence: str, code: int, arguments: Sequence[str]) -> int:
    if "--debug" in arguments:
        traceback.print_exc()
    print(f"deepvis: {' '.join(sentence.split())}", file=sys.stderr)
    return code


def _parsed(arguments: Sequence[str]) -> tuple[argparse.Namespace, Callable[[argparse.Namespace], int]]:
    """The options, and the function that the sub-command they name is."""
    words = [word for word in arguments if word != "--debug"]
    if not words or words[0] not in parsers.COMMANDS:
        options = parsers.window().parse_args(arguments)
        return options, _runner("info" if options.info else "window")
    command = words[0]
    rest = list(arguments)
    rest.remove(command)
    return getattr(parsers, command)().parse_intermixed_args(rest), _runner(command)


def _runner(command: str) -> Callable[[argparse.Namespace], int]:
    run: Callable[[argparse.Namespace], int] = import_module(f"deepvis_app.commands.{command}").run
    return run
