"""What each panel shows, how to read it, and where it comes from: for tooltips and for "What is this?"."""

from __future__ import annotations

from collections.abc import Mapping

from deepvis_app.i18n import marked

PANEL_TIPS: Mapping[str, str] = {
    "input": marked(
        "The source. Framed in orange is what the network sees of it; in blue, what the chosen neuron can "
        "see. Colours over it are an explanation of a class, once one is chosen (G).\nYosinski et al. 2015"
    ),
    "classes": marked(
        "The likeliest classes with their probabilities. Long bars that stay while the picture changes are "
        "sure; bars that change places from frame to frame are guesses. A click keeps a class in the "
        "list.\nKrizhevsky et al. 2012"
    ),
    "grid": marked(
        "All units of a layer: each square is one unit's answer to this picture. Bright is strong, black is "
        "none; in layers without a rectifier blue is below zero and orange above.\nYosinski et al. 2015"
    ),
    "inspector": marked(
        "One unit, closely. Left, where it answers; right, what in the picture drives it. Below, the "
        "pictures that excite it most, and its numbers. Compare two rules before you believe a "
        "picture.\nZeiler & Fergus 2014, Springenberg et al. 2015"
    ),
    "weights": marked(
        "What the units of the layer multiply their input by. In the first layer the weights are small "
        "pictures that can be read; deeper, a square for each input unit, of which only the pattern "
        "can.\nKrizhevsky et al. 2012"
    ),
    "why": marked(
        "Why the network says this class: explanations side by side. Bright spoke for it. Where methods "
        "agree, believe them more; deletion and insertion measure them, and the sanity check tells which "
        "would look the same without training.\nSimonyan et al. 2013, Selvaraju et al. 2017, Adebayo et al. "
        "2018"
    ),
    "intervene": marked(
        "What the scores become when units are silenced, kept or driven: grey bars are before, coloured "
        "ones after. A unit whose silence changes nothing is not what the class hangs on.\nMorcos et al. "
        "2018, Bau et al. 2020"
    ),
    "patches": marked(
        "The parts of your pictures to which each unit answers most, a row for each unit. What a row has in "
        "common is what its unit looks for. It needs an index.\nSpringenberg et al. 2015"
    ),
    "neighbours": marked(
        "Pictures of the index with the most similar code, and beside them those with the most similar "
        "pixels. Near in code means alike to the network, however different the pixels.\nKrizhevsky et al. "
        "2012"
    ),
    "map": marked(
        "All pictures of the index, near where their codes are alike. Clumps are what the network takes for "
        "one kind; distances between clumps say little.\nvan der Maaten & Hinton 2008"
    ),
    "mistakes": marked(
        "Which labels are taken for which others: rows are what is true, columns what was said. A bright "
        "square off the diagonal is a mix-up; click it to see its pictures.\nRussakovsky et al. 2015"
    ),
    "synthesis": marked(
        "Pictures made to please the network, or to fool it: a class, a unit, a dream, a style. What is "
        "made is what the network asks for, not what the world looks like.\nSimonyan et al. 2013, "
        "Mordvintsev et al. 2015, Olah et al. 2017"
    ),
    "style": marked(
        "The picture, live, in the manner of paintings; several styles mix. The content is kept by what "
        "deep units see, the style by which early units go together.\nGatys et al. 2016, Johnson et al. "
        "2016, Dumoulin et al. 2017"
    ),
    "compare": marked(
        "Two networks, two states of one, or a held picture against the live one, on the same stream. Look "
        "at where the scores part and which units answer differently.\nYosinski et al. 2014"
    ),
}


def panel_tip(name: str) -> str:
    """English key; "" for a panel that has none."""
    return PANEL_TIPS.get(name, "")
