"""Units and their patches in a few words."""

from __future__ import annotations

from deepvis_app.session.patches import PatchTile, UnitFacts, UnitPatches
from deepvis_app.ui.texts import tr

_TOP = "top {count} of {of} pictures, {first} to {last}"


def top_words(found: UnitPatches, lowest: bool) -> str:
    """Which patches are shown, and how strongly they are answered."""
    if not found.tiles:
        return tr("no patches")
    first, last = (f"{found.tiles[end].value:.2f}" for end in (0, -1))
    key = "least {count} of {of} pictures, {first} to {last}" if lowest else _TOP
    return tr(key, count=len(found.tiles), of=f"{found.of:,}", first=first, last=last)


def patch_tip(one: PatchTile) -> str:
    """What a tooltip says of a patch."""
    named = f"{one.name} · {one.label}" if one.label else one.name
    return f"{named}\n{tr('answer {value}', value=f'{one.value:.2f}')}"


def facts_words(facts: UnitFacts, *, short: bool = False) -> str:
    """What a unit is, over all pictures, in a few words."""
    if facts.dead:
        return tr("dead: never above zero")
    if facts.always_on:
        return tr("always on")
    if facts.favourite is None:
        return tr("active {share} %", share=round(100 * facts.active))
    key = "{label} {share}" if short else "most for {label}, {share}"
    return tr(key, label=facts.favourite, share=f"{facts.selectivity:.2f}")


def facts_tip(facts: UnitFacts) -> str:
    return tr(
        "Over all pictures: mean {mean}, deviation {deviation}, largest {maximum}, above zero {active} %. "
        "Selectivity {selectivity}: how much more it answers to its favourite label than to the others.",
        mean=f"{facts.mean:.2f}",
        deviation=f"{facts.deviation:.2f}",
        maximum=f"{facts.maximum:.2f}",
        active=f"{100 * facts.active:.1f}",
        selectivity=f"{facts.selectivity:.2f}",
    )
