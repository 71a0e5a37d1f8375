"""Everything that can be done in the window, as one table: menus, keys, palette and help come from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Action:
    """One row. `keys`: in Qt's portable spelling, apart by spaces. `method`: a dotted path from the
    window, called with `args`.

    `checked`: a dotted path from the window and the value (of a set: the member) at which the action
    shows a tick. `needs`: what must be there (see MainWindow.abilities) for it to be enabled.
    """

    id: str
    text: str
    keys: str
    method: str
    tip: str
    args: tuple[object, ...] = ()
    checked: tuple[str, object] | None = None
    needs: str = ""


def _table(*rows: Action) -> Mapping[str, Action]:
    table = {row.id: row for row in rows}
    assert len(table) == len(rows), "two actions have the same id"
    return table


# fmt: off
ACTIONS: Mapping[str, Action] = _table(
    # ---- file
    Action("file.open", "Open…", "Ctrl+O", "sources.open_files",
           "Open a picture, a video or a network's weights"),
    Action("file.folder", "Open folder…", "Ctrl+Shift+O", "sources.open_folder",
           "Show the pictures of a folder"),
    Action("file.save", "Save picture…", "S Ctrl+S", "saving.choose",
           "Save one of the pictures shown", needs="picture"),
    Action("file.copy", "Copy backward picture", "Ctrl+C", "saving.copy_backward",
           "Copy the unit's backward picture to the clipboard", needs="picture"),
    Action("file.sheet", "Save sheet of all units…", "", "saving.save_sheet",
           "Save one picture with the backward pictures of all the layer's units", needs="picture"),
    Action("file.window", "Save picture of the window…", "Ctrl+Shift+S", "saving.save_window",
           "Save the window as it stands"),
    Action("file.quit", "Quit", "Ctrl+Q", "close",
           "Close DeepVis"),
    # ---- source
    Action("source.camera", "Camera", "C", "sources.toggle_camera",
           "To the camera, and back to what was shown before", checked=("sources.kind", "camera")),
    Action("source.samples", "Sample pictures", "", "sources.open_samples",
           "Show the pictures that DeepVis carries"),
    Action("source.screen", "Whole screen", "", "sources.open_screen",
           "Show what is on the screen", checked=("sources.kind", "screen")),
    Action("source.region", "Part of the screen…", "", "sources.choose_region",
           "Draw a rectangle on the screen; show what is in it"),
    Action("source.paste", "Paste picture", "Ctrl+V", "sources.paste",
           "Show the picture that is in the clipboard"),
    Action("source.freeze", "Freeze", "F", "choosing.toggle",
           "Hold the picture as it is", args=("frozen",), checked=("session.frozen", True)),
    Action("source.play", "Play", "Space", "sources.toggle_playing",
           "Play or pause the video or the slide show", checked=("sources.playing", True), needs="play"),
    Action("source.next", "Next picture", "E", "session.playback.step",
           "To the folder's next picture, or one video frame on", args=(1,), needs="step"),
    Action("source.previous", "Previous picture", "W", "session.playback.step",
           "To the folder's previous picture, or one video frame back", args=(-1,), needs="step"),
    Action("source.forward", "Forward 5 s", "Ctrl+Right", "sources.seek",
           "Five seconds on in the video", args=(5000,), needs="seek"),
    Action("source.back", "Back 5 s", "Ctrl+Left", "sources.seek",
           "Five seconds back in the video", args=(-5000,), needs="seek"),
    Action("source.mirror", "Mirror", "M", "sources.toggle_mirror",
           "Swap left and right", checked=("sources.mirrored", True), needs="mirror"),
    Action("source.loop", "Repeat", "", "sources.toggle_loop",
           "Start again at the end", checked=("sources.loop", True), needs="loop"),
    # ---- network
    Action("network.embedded", "DeepVis-200 (embedded)", "", "networks.load_embedded",
           "The network that DeepVis carries"),
    Action("network.torchvision", "Trained networks…", "Ctrl+T", "networks.choose",
           "Choose among torchvision's networks, trained on ImageNet"),
    Action("network.checkpoint", "Open weights…", "", "networks.open_checkpoint",
           "Open a file of weights"),
    Action("network.random", "Random weights…", "", "networks.choose_random",
           "A network as it is before training"),
    Action("network.watch", "Reload when its file changes", "", "networks.toggle_watching",
           "Load the network's file anew when a training has written it; layer and unit stay",
           checked=("session.watching.on", True)),
    Action("network.preprocessing", "Preprocessing…", "P", "networks.edit_preprocessing",
           "How a picture becomes the network's input", needs="network"),
    Action("network.about", "About this network…", "", "networks.show_about",
           "Layers, size, training data", needs="network"),
    Action("layer.next", "Next layer", "O", "session.step_layer",
           "To the next layer", args=(1,), needs="network"),
    Action("layer.previous", "Previous layer", "U", "session.step_layer",
           "To the previous layer", args=(-1,), needs="network"),
    Action("layer.forward", "Three layers on", "Shift+O", "session.step_layer",
           "Three layers on", args=(3,), needs="network"),
    Action("layer.back", "Three layers back", "Shift+U", "session.step_layer",
           "Three layers back", args=(-3,), needs="network"),
    # ---- index
    Action("index.make", "Index pictures…", "", "indexing.make",
           "Let the network look at a folder of pictures once, and remember what it saw", needs="network"),
    Action("index.open", "Open index…", "", "indexing.open",
           "Show what an index that was made before knows", needs="network"),
    Action("index.leave", "Close index", "", "indexing.leave",
           "Show the network without an index, at the next start too"),
    # ---- synthesis
    Action("synthesis.toggle", "Make a picture", "Y", "synthesis.toggle",
           "Start what the panel Synthesis shows, or stop it with what is reached", needs="network"),
    Action("synthesis.input", "Look at what was made", "Shift+Y", "synthesis.make_input",
           "Make the picture that was made the input", needs="network"),
    Action("synthesis.sheet", "Save sheet of what was made…", "", "synthesis.save_sheet",
           "Save what it was made from, the picture and what differs, side by side", needs="network"),
    # ---- unit
    Action("unit.left", "Unit to the left", "Left J", "move_unit",
           "To the unit on the left", args=(-1, 0,), needs="network"),
    Action("unit.right", "Unit to the right", "Right L", "move_unit",
           "To the unit on the right", args=(1, 0,), needs="network"),
    Action("unit.up", "Unit above", "Up I", "move_unit",
           "To the unit above", args=(0, -1,), needs="network"),
    Action("unit.down", "Unit below", "Down K", "move_unit",
           "To the unit below", args=(0, 1,), needs="network"),
    Action("unit.far_left", "Five units to the left", "Shift+Left Shift+J", "move_unit",
           "Five units to the left", args=(-5, 0,), needs="network"),
    Action("unit.far_right", "Five units to the right", "Shift+Right Shift+L", "move_unit",
           "Five units to the right", args=(5, 0,), needs="network"),
    Action("unit.far_up", "Five rows up", "Shift+Up Shift+I", "move_unit",
           "Five rows up", args=(0, -5,), needs="network"),
    Action("unit.far_down", "Five rows down", "Shift+Down Shift+K", "move_unit",
           "Five rows down", args=(0, 5,), needs="network"),
    Action("unit.zoom", "Zoom unit", "Z", "toggle_zoom",
           "Show the unit large instead of the grid", checked=("grid.zoomed", True), needs="network"),
    Action("unit.overlay", "Unit over the input", "Shift+Z", "choosing.toggle",
           "Lay the unit's map over the input", args=("overlay",), checked=("session.overlay", True)),
    Action("unit.pin", "Keep this unit", "D", "choosing.toggle",
           "Keep the unit while other layers are browsed",
           args=("pinned",), checked=("session.pinned", True), needs="network"),
    Action("unit.strongest", "From the strongest neuron", "X", "session.set_neuron",
           "Start the backward pass where the unit's map is largest",
           args=("max",), checked=("session.neuron", "max")),
    Action("unit.all", "From all neurons", "Shift+X", "session.set_neuron",
           "Start the backward pass from the whole map of the unit",
           args=("all",), checked=("session.neuron", "all")),
    Action("unit.silence", "Silence unit, or let it be", "Q", "choosing.silence_unit",
           "See in the panel Intervene what the scores are without it", needs="network"),
    Action("unit.restore", "Let all units be", "Shift+Q", "session.interventions.clear",
           "End all interventions", needs="network"),
    # ---- why
    Action("heat.show", "Explain over the input", "G", "choosing.toggle",
           "Lay an explanation of the class over the input",
           args=("heat",), checked=("session.heat", True)),
    Action("heat.boxes", "Boxes around what is hot", "Shift+G", "choosing.toggle",
           "Draw boxes around the hot parts of the explanation over the input",
           args=("boxes",), checked=("session.boxes", True)),
    Action("why.compare", "Compare explanations, or stop", "Ctrl+E", "explaining.compare",
           "Run the methods of the panel Why on this picture", needs="network"),
    Action("why.sanity", "Sanity check of explanations", "", "explaining.check",
           "See whether they change when the network forgets", needs="network"),
    Action("why.sheet", "Save sheet of explanations…", "", "explaining.save_sheet",
           "Save the pictures of the panel Why with their figures as one", needs="network"),
    Action("heat.next", "Next explanation over the input", "Ctrl+G", "choosing.cycle",
           "Grad-CAM, Grad-CAM++, LayerCAM …: the next", args=("heat_method", 1,)),
    # ---- how it is shown
    Action("rule.next", "Next rule", "B", "choosing.cycle",
           "Gradient, deconvnet, guided, rectified: the next", args=("rule", 1,)),
    Action("rule.previous", "Previous rule", "Shift+B", "choosing.cycle",
           "Gradient, deconvnet, guided, rectified: the previous", args=("rule", -1,)),
    Action("rule.gradient", "Gradient", "", "session.set_rule",
           "How the unit changes with each pixel", args=("gradient",), checked=("session.rule", "gradient")),
    Action("rule.deconvnet", "Deconvnet", "", "session.set_rule",
           "Rectifiers pass what is positive on the way back",
           args=("deconvnet",), checked=("session.rule", "deconvnet")),
    Action("rule.guided", "Guided backprop", "", "session.set_rule",
           "Rectifiers pass what is positive both ways",
           args=("guided",), checked=("session.rule", "guided")),
    Action("rule.rectified", "Rectified gradient", "", "session.set_rule",
           "Rectifiers pass where activation times gradient is large",
           args=("rectified",), checked=("session.rule", "rectified")),
    Action("rule.off", "No backward picture", "A", "choosing.toggle_backward",
           "Leave the backward pass out", checked=("session.rule", None)),
    Action("style.next", "Next style", "N", "choosing.cycle",
           "Raw, grey, norm, blurred norm, sign: the next", args=("style", 1,)),
    Action("style.raw", "Raw", "", "session.set_style",
           "The backward picture in colours, zero as grey", args=("raw",), checked=("session.style", "raw")),
    Action("style.grey", "Grey", "", "session.set_style",
           "The backward picture's mean over the colours", args=("grey",), checked=("session.style", "grey")),
    Action("style.norm", "Norm", "", "session.set_style",
           "How large the backward picture is at each pixel",
           args=("norm",), checked=("session.style", "norm")),
    Action("style.blurred", "Blurred norm", "", "session.set_style",
           "How large the backward picture is around each pixel",
           args=("blurred norm",), checked=("session.style", "blurred norm")),
    Action("style.sign", "Sign", "", "session.set_style",
           "Where the backward picture is above and below zero",
           args=("sign",), checked=("session.style", "sign")),
    Action("view.contrast", "More contrast", "T", "choosing.cycle",
           "Lift what is faint; after the most, none", args=("contrast", 1,)),
    Action("view.per_unit", "Scale each unit by itself", "Shift+T", "choosing.cycle",
           "Every map reaches full brightness", args=("scale", 1,), checked=("session.scale", "unit")),
    Action("view.sort", "Next order of units", "R", "choosing.cycle",
           "By number, the most active first, the most class-selective first (with an index): the next",
           args=("order", 1,)),
    Action("view.hide_dead", "Hide dead units", "V", "choosing.toggle",
           "Leave out units that have not been above zero",
           args=("hide_dead",), checked=("session.hide_dead", True)),
    Action("view.back", "Back", "Esc", "back",
           "Leave the zoom or the clicked neuron"),
    Action("view.system", "As the system", "", "set_theme",
           "Light or dark as the system is", args=("system",), checked=("theme.mode", "system")),
    Action("view.dark", "Dark", "", "set_theme",
           "Always dark", args=("dark",), checked=("theme.mode", "dark")),
    Action("view.light", "Light", "", "set_theme",
           "Always light", args=("light",), checked=("theme.mode", "light")),
    Action("view.fill", "Fill the window with a panel", "Shift+F", "filling.toggle_front",
           "Let the panel below have the whole window, and back", checked=("filling.active", True)),
    Action("view.full_screen", "Full screen", "F11", "toggle_full_screen",
           "Use the whole screen", checked=("full_screen", True)),
    Action("panels.reset", "Reset layout", "", "reset_layout",
           "Put every panel back in its place"),
    # ---- help
    Action("help.keys", "Keys…", "H F1", "show_keys",
           "All keys, to read and to change"),
    Action("help.palette", "Commands…", "Ctrl+Shift+P", "show_palette",
           "Find a command or a layer by typing"),
    Action("help.about", "About DeepVis…", "", "show_about",
           "Version and licence"),
)
# fmt: on
