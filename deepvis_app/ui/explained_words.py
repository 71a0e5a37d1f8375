"""What an explanation found, in words: short ones for its tile, a table for its large picture."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields
from typing import Any

from deepvis_app.engine.messages import Checked, Explained
from deepvis_app.methods import METHODS
from deepvis_app.ui.texts import tr


def summary(params: object, item: Explained | None = None, layer: str = "") -> str:
    """In a line: whose maps it is made of, what it found out, and parameters that are not the usual ones."""
    words = [layer, *(_facts(item) if item is not None else ()), *unusual(params)]
    return " · ".join(filter(None, words))


def _facts(item: Explained) -> Iterator[str]:
    facts = item.facts
    if {"uncovered", "lowest", "highest"} <= facts.keys():
        before, low, high = (_percent(facts[name]) for name in ("uncovered", "lowest", "highest"))
        yield tr("{before} → {low} … {high}", before=before, low=low, high=high)
    if "off" in facts:
        yield tr("adds up within {off}", off=_percent(facts["off"], 1))
    if "share" in facts:
        yield tr("{share} of the picture", share=_percent(facts["share"]))
    if {"attention", "probability", "classes"} <= facts.keys():
        looked, likely = _percent(facts["attention"], 1), _percent(facts["probability"])
        words = "attention {share}, {chance} among {count} classes"
        yield tr(words, share=looked, chance=likely, count=facts["classes"])
    if item.boxes:
        yield tr("1 box") if len(item.boxes) == 1 else tr("{count} boxes", count=len(item.boxes))


def unusual(params: object) -> Iterator[str]:
    """The parameters that differ from their defaults."""
    usual = type(params)()
    for field in fields(params):  # type: ignore[arg-type]
        value = getattr(params, field.name)
        if value != getattr(usual, field.name):
            yield f"{tr(field.metadata['title'])}: {_named(value, field.metadata)}"


def _named(value: object, about: Mapping[str, Any]) -> str:
    if "names" in about:
        return tr(about["names"][about["choices"].index(value)])
    return f"{value:g}" if isinstance(value, float) else str(value)


def figures(item: Explained) -> tuple[str, ...]:
    """How faithful it is, how long it took."""
    if item.pixels is None or not item.finished:
        return ()
    told = [milliseconds(item.milliseconds)]
    if item.deletion is not None and item.insertion is not None:
        told.append(tr("deletion {area}", area=f"{item.deletion:.2f}"))
        told.append(tr("insertion {area}", area=f"{item.insertion:.2f}"))
    if item.iou is not None:
        told.append(tr("IoU {share}", share=f"{item.iou:.2f}"))
    return tuple(told)


def milliseconds(count: float) -> str:
    if count >= 1000:
        return tr("{seconds} s", seconds=f"{count / 1000:.1f}" if count < 10_000 else f"{count / 1000:.0f}")
    return tr("{ms} ms", ms=f"{count:.1f}" if count < 10 else f"{count:.0f}")


def table(item: Explained) -> list[tuple[str, str, str]]:
    """(name, value, what it means) of all that there is to know."""
    rows = [(tr("class"), item.label, "")]
    if item.layer:
        rows.append((tr("made of"), item.layer, tr("The layer whose maps it is made of.")))
    rows.append((tr("time"), milliseconds(item.milliseconds), tr("Of the method alone.")))
    if item.deletion is not None and item.insertion is not None:
        rows.append((tr("deletion"), f"{item.deletion:.3f}", tr(DELETION)))
        rows.append((tr("insertion"), f"{item.insertion:.3f}", tr(INSERTION)))
    if item.iou is not None:
        rows.append((tr("boxes fit"), f"{item.iou:.3f}", tr(FIT)))
    if not item.legend:  # which says the same
        rows += [
            (tr(name), _value(name, value), tr(FACTS.get(name, ""))) for name, value in item.facts.items()
        ]
    return rows


DELETION = (
    "The mean probability of the class while the most important pixels are taken away first: the lower, the "
    "more faithful the map."
)
INSERTION = (
    "The mean probability of the class while the most important pixels are given first to a blurred picture: "
    "the higher, the more faithful the map."
)
FIT = "Intersection over union with the boxes of the picture's box file; half or more counts as found."
FACTS = {
    "uncovered": "The probability with nothing covered.",
    "lowest": "The lowest probability with a square somewhere.",
    "highest": "The highest probability with a square somewhere.",
    "positions": "Places where a square was put.",
    "sum": "All pixels together.",
    "change": "By how much the score differs from that of the empty picture; the sum should be the same.",
    "off": "How far the sum is off.",
    "steps": "Pictures on the way.",
    "share": "The part of the picture that was cut out.",
    "attention": "How much of the picture the class's slot looks at: its mean attention.",
    "probability": "Of the class among those that the slots know, by what they see alone.",
    "classes": "So many classes have a slot.",
}
_SHARES = {"uncovered", "lowest", "highest", "share", "off", "attention", "probability"}


def _value(name: str, value: float | int | str) -> str:
    if name in _SHARES:
        return _percent(value, 1)
    return f"{value:.3g}" if isinstance(value, float) else str(value)


def _percent(value: float | int | str, digits: int = 0) -> str:
    return f"{float(value):.{digits}%}"


def verdict(checked: Checked) -> str:
    """What the sanity check says of a method, as a sentence."""
    title = tr(METHODS[checked.method].title)
    if checked.note is not None:
        return f"{title}: {tr(checked.note)}"
    if not checked.finished:
        return tr("{method}: the network is forgetting…", method=title)
    forgets, last = checked.forgets, checked.curve[-1]
    if forgets is None:
        return tr(UNCHANGED, method=title, correlation=f"{last.correlation:.2f}")
    place, layer = checked.curve.index(forgets), forgets.layer
    key = LATE if 2 * place > len(checked.curve) else AT_ONCE if place == 1 else SOON
    return tr(key, method=title, layer=layer, correlation=f"{forgets.correlation:.2f}")


AT_ONCE = (
    "{method} depends on what was learnt: its map is another one as soon as {layer} alone has forgotten "
    "({correlation})."
)
SOON = (
    "{method} depends on what was learnt: its map is another one once all layers down to {layer} have "
    "forgotten ({correlation})."
)
LATE = (
    "{method} changes late, only once all layers down to {layer} have forgotten ({correlation}): it shows "
    "the picture's own lines more than what speaks for the class."
)
UNCHANGED = (
    "{method} hardly changes: when every layer has forgotten, its map is still much the same "
    "({correlation}). It shows the picture, whatever the network."
)
