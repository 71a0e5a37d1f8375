"""A video frame becomes the colours that were filmed, in every format, range, matrix and orientation."""

from __future__ import annotations

import io
import itertools
from collections.abc import Callable

import numpy as np
import pytest
from PIL import Image
from PySide6.QtMultimedia import QtVideo, QVideoFrame, QVideoFrameFormat

from deepvis_app.sources.frames import LONGEST, VideoFrame
from deepvis_app.sources.picture_frame import PictureFrame, next_number
from tests.sources.conftest import Pixels, video_frame

Format = QVideoFrameFormat.PixelFormat
Space = QVideoFrameFormat.ColorSpace
Range = QVideoFrameFormat.ColorRange
Turn = QtVideo.Rotation

# Two blocks of colour, 8x8 each: left, right.
COLOURS = ((200, 50, 20), (30, 90, 220))
WIDTH, HEIGHT = 16, 8

WEIGHTS = {
    Space.ColorSpace_BT601: (0.299, 0.114),
    Space.ColorSpace_BT709: (0.2126, 0.0722),
    Space.ColorSpace_BT2020: (0.2627, 0.0593),
}


def _to_ycbcr(colour: tuple[int, int, int], space: Space, span: Range) -> tuple[float, float, float]:
    """ITU-R's definition of luma and chroma, 0 to 255."""
    of_red, of_blue = WEIGHTS[space]
    red, green, blue = (value / 255 for value in colour)
    luma = of_red * red + (1 - of_red - of_blue) * green + of_blue * blue
    cb, cr = (blue - luma) / (2 * (1 - of_blue)), (red - luma) / (2 * (1 - of_red))
    if span == Range.ColorRange_Full:
        return 255 * luma, 128 + 255 * cb, 128 + 255 * cr
    return 16 + 219 * luma, 128 + 224 * cb, 128 + 224 * cr


def _blocks(space: Space, span: Range) -> list[Pixels]:
    """Luma, blue and red difference of COLOURS, (HEIGHT, WIDTH) each."""
    values = np.array([_to_ycbcr(colour, space, span) for colour in COLOURS])
    whole = np.rint(values).astype(np.uint8).repeat(WIDTH // 2, axis=0)
    return [np.tile(whole[:, index], (HEIGHT, 1)) for index in range(3)]


def _packed_in(kind: Format, y: Pixels, cb: Pixels, cr: Pixels) -> list[Pixels]:
    """The planes of each format, as its definition has them."""
    half, quarter = np.s_[:, ::2], np.s_[::2, ::2]

    def paired(*parts: Pixels) -> Pixels:
        return np.stack(parts, axis=2).reshape(parts[0].shape[0], -1)

    def deep(plane: Pixels, shift: int) -> Pixels:
        return (plane.astype("<u2") << shift).view(np.uint8).reshape(plane.shape[0], -1)

    together = paired(cb[quarter], cr[quarter])
    return {
        Format.Format_YUV420P: [y, cb[quarter], cr[quarter]],
        Format.Format_YV12: [y, cr[quarter], cb[quarter]],
        Format.Format_YUV422P: [y, cb[half], cr[half]],
        Format.Format_NV12: [y, together],
        Format.Format_NV21: [y, paired(cr[quarter], cb[quarter])],
        Format.Format_P010: [deep(y, 8), deep(together, 8)],
        Format.Format_P016: [deep(y, 8), deep(together, 8)],
        Format.Format_YUV420P10: [deep(y, 2), deep(cb[quarter], 2), deep(cr[quarter], 2)],
        Format.Format_YUYV: [paired(y[:, ::2], cb[half], y[:, 1::2], cr[half])],
        Format.Format_UYVY: [paired(cb[half], y[:, ::2], cr[half], y[:, 1::2])],
    }[kind]


YUV = (
    *(Format.Format_YUV420P, Format.Format_YV12, Format.Format_YUV422P, Format.Format_YUYV),
    *(Format.Format_NV12, Format.Format_NV21, Format.Format_UYVY),
    *(Format.Format_P010, Format.Format_P016, Format.Format_YUV420P10),
)


@pytest.mark.parametrize("kind", YUV, ids=lambda kind: kind.name)
@pytest.mark.parametrize("space", WEIGHTS, ids=lambda space: space.name)
@pytest.mark.parametrize("span", [Range.ColorRange_Full, Range.ColorRange_Video], ids=lambda span: span.name)
def test_filmed_colours_come_back(kind: Format, space: Space, span: Range) -> None:
    def stated(layout: QVideoFrameFormat) -> None:
        layout.setColorSpace(space)
        layout.setColorRange(span)

    planes = _packed_in(kind, *_blocks(space, span))
    rgb = VideoFrame(1, video_frame(kind, planes, (WIDTH, HEIGHT), stated)).rgb()
    assert rgb.shape == (HEIGHT, WIDTH, 3)
    expected = np.tile(np.array(COLOURS).repeat(WIDTH // 2, axis=0), (HEIGHT, 1, 1))
    assert np.abs(rgb.astype(int) - expected).max() <= 2  # rounded to 8 bits on the way in and out


def _ranging(span: Range) -> Callable[[QVideoFrameFormat], None]:
    return lambda layout: layout.setColorRange(span)


def test_black_and_white_are_black_and_white_in_both_ranges() -> None:
    for span, black, white in ((Range.ColorRange_Video, 16, 235), (Range.ColorRange_Full, 0, 255)):
        luma = np.array([[black] * 8 + [white] * 8] * 8, np.uint8)
        grey = np.full((4, 8), 128, np.uint8)
        frame = video_frame(Format.Format_YUV420P, [luma, grey, grey], (16, 8), _ranging(span))
        rgb = VideoFrame(1, frame).rgb()
        assert (rgb[:, :8] == 0).all()
        assert (rgb[:, 8:] == 255).all()


@pytest.mark.parametrize(
    ("height", "camera", "span", "space"),
    [
        (8, False, Range.ColorRange_Unknown, Space.ColorSpace_BT601),
        (720, False, Range.ColorRange_Unknown, Space.ColorSpace_BT709),
        (720, True, Range.ColorRange_Unknown, Space.ColorSpace_BT601),
        (720, False, Range.ColorRange_Full, Space.ColorSpace_BT601),
    ],
)
def test_an_unstated_matrix_is_the_usual_one(height: int, camera: bool, span: Range, space: Space) -> None:
    values = _to_ycbcr(COLOURS[0], space, span)
    y, cb, cr = (np.full((height, 16), round(value), np.uint8) for value in values)
    planes = [y, cb[::2, ::2], cr[::2, ::2]]
    frame = video_frame(Format.Format_YUV420P, planes, (16, height), _ranging(span))
    assert np.abs(VideoFrame(1, frame, camera=camera).rgb().astype(int) - COLOURS[0]).max() <= 3


@pytest.mark.parametrize(
    ("kind", "order"),
    [
        (Format.Format_BGRA8888, (2, 1, 0)),
        (Format.Format_BGRX8888, (2, 1, 0)),
        (Format.Format_BGRA8888_Premultiplied, (2, 1, 0)),
        (Format.Format_RGBA8888, (0, 1, 2)),
        (Format.Format_RGBX8888, (0, 1, 2)),
        (Format.Format_XRGB8888, (1, 2, 3)),
        (Format.Format_ARGB8888, (1, 2, 3)),
        (Format.Format_XBGR8888, (3, 2, 1)),
        (Format.Format_ABGR8888, (3, 2, 1)),
    ],
    ids=lambda value: getattr(value, "name", ""),
)
def test_packed_formats_keep_each_pixel(qapp: object, kind: Format, order: tuple[int, ...]) -> None:
    packed = np.random.default_rng(0).integers(0, 256, (HEIGHT, WIDTH, 4), dtype=np.uint8)
    frame = video_frame(kind, [packed.reshape(HEIGHT, -1)], (WIDTH, HEIGHT))
    assert np.array_equal(VideoFrame(1, frame).rgb(), packed[..., order])


def test_grey_formats_are_grey() -> None:
    levels = np.arange(WIDTH * HEIGHT, dtype=np.uint8).reshape(HEIGHT, WIDTH)
    deep = (levels.astype("<u2") * 257).view(np.uint8).reshape(HEIGHT, -1)
    for kind, plane in ((Format.Format_Y8, levels), (Format.Format_Y16, deep)):
        rgb = VideoFrame(1, video_frame(kind, [plane], (WIDTH, HEIGHT))).rgb()
        assert np.array_equal(rgb, levels[:, :, None].repeat(3, axis=2))


@pytest.mark.qt_log_ignore("No RHI backend")
def test_what_we_do_not_know_qt_converts(qapp: object) -> None:
    frame = video_frame(
        Format.Format_AYUV, [np.tile(np.array([255, 150, 128, 128], np.uint8), (8, 16))], (16, 8)
    )
    frame.setRotation(Turn.Clockwise90)
    rgb = VideoFrame(1, frame).rgb()
    assert rgb.shape == (16, 8, 3)
    assert np.ptp(rgb) <= 3


def test_a_cameras_jpeg_is_decoded() -> None:
    whole = io.BytesIO()
    Image.new("RGB", (64, 48), COLOURS[0]).save(whole, "JPEG", quality=95)
    content = np.frombuffer(whole.getvalue(), np.uint8)
    frame = VideoFrame(1, video_frame(Format.Format_Jpeg, [content], (64, 48))).rgb()
    assert frame.shape == (48, 64, 3)
    assert np.abs(frame.astype(int) - COLOURS[0]).max() <= 3


def _numbered(change: object = None) -> QVideoFrame:
    """4 wide, 2 high; each pixel its number times ten."""
    pixels = (np.arange(8, dtype=np.uint8).reshape(2, 4) * 10).repeat(4, axis=1)
    return video_frame(Format.Format_BGRX8888, [pixels], (4, 2), change or (lambda layout: None))  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", ["surface", "frame"])
@pytest.mark.parametrize("turn", Turn)
@pytest.mark.parametrize("mirror", [False, True])
@pytest.mark.parametrize("ours", [False, True])
def test_frames_are_turned_then_mirrored(kind: str, turn: Turn, mirror: bool, ours: bool) -> None:
    def change(layout: QVideoFrameFormat) -> None:
        if kind == "surface":
            layout.setRotation(turn)
            layout.setMirrored(mirror)

    frame = _numbered(change)
    if kind == "frame":
        frame.setRotation(turn)
        frame.setMirrored(mirror)
    expected = np.rot90(np.arange(8).reshape(2, 4), -turn.value // 90)
    expected = expected[:, ::-1] if mirror else expected
    expected = expected[:, ::-1] if ours else expected
    assert np.array_equal(VideoFrame(1, frame, mirrored=ours).rgb()[..., 0] // 10, expected)


def test_lines_from_bottom_to_top_are_turned_over() -> None:
    frame = _numbered(lambda layout: layout.setScanLineDirection(QVideoFrameFormat.Direction.BottomToTop))
    assert np.array_equal(VideoFrame(1, frame).rgb()[..., 0] // 10, np.arange(8).reshape(2, 4)[::-1])


def test_odd_sizes_lose_nothing() -> None:
    for width, height in itertools.product((15, 16, 17), (7, 8, 9)):
        luma = np.full((height, width), 120, np.uint8)
        chroma = np.full((-(-height // 2), -(-width // 2)), 128, np.uint8)
        rgb = VideoFrame(1, video_frame(Format.Format_YUV420P, [luma, chroma, chroma], (width, height))).rgb()
        assert abs(rgb.shape[0] - height) <= 1
        assert abs(rgb.shape[1] - width) <= 1
        assert (rgb == rgb[0, 0]).all()


LARGE = (Format.Format_NV12, Format.Format_YUYV, Format.Format_BGRX8888)


@pytest.mark.parametrize("kind", LARGE, ids=lambda kind: kind.name)
def test_large_frames_are_halved_with_their_colours(kind: Format) -> None:
    size = (3840, 2160)
    if kind == Format.Format_BGRX8888:
        packed = np.zeros((size[1], size[0], 4), np.uint8)
        packed[:, :1920, :3], packed[:, 1920:, :3] = COLOURS[0][::-1], COLOURS[1][::-1]
        planes = [packed.reshape(size[1], -1)]
    else:
        blocks = _blocks(Space.ColorSpace_BT601, Range.ColorRange_Full)
        planes = _packed_in(kind, *(plane[:1].repeat(240, axis=1).repeat(2160, axis=0) for plane in blocks))

    def stated(layout: QVideoFrameFormat) -> None:
        layout.setColorSpace(Space.ColorSpace_BT601)
        layout.setColorRange(Range.ColorRange_Full)

    rgb = VideoFrame(1, video_frame(kind, planes, size, stated)).rgb()
    assert rgb.shape == (540, 960, 3)
    assert max(rgb.shape) <= LONGEST
    assert np.abs(rgb[:, :478].astype(int) - COLOURS[0]).max() <= 3
    assert np.abs(rgb[:, 482:].astype(int) - COLOURS[1]).max() <= 3


@pytest.mark.parametrize("kind", [Format.Format_NV12, Format.Format_BGRX8888], ids=lambda kind: kind.name)
def test_a_region_is_cut_out(kind: Format) -> None:
    luma = np.arange(64, dtype=np.uint8)[None].repeat(32, axis=0) * 2 + 50
    luma = luma.astype(np.uint8)
    if kind == Format.Format_NV12:
        planes = [luma, np.full((16, 64), 128, np.uint8)]
    else:
        planes = [luma.repeat(4, axis=1)]
    frame = video_frame(kind, planes, (64, 32), lambda layout: layout.setColorRange(Range.ColorRange_Full))
    rgb = VideoFrame(1, frame, region=(0.25, 0.5, 0.5, 0.25)).rgb()
    assert rgb.shape == (8, 32, 3)
    assert np.array_equal(rgb[..., 1], luma[16:24, 16:48])
    for odd in ((0.0, 0.0, 0.0, 0.0), (0.99, 0.99, 0.5, 0.5), (-1.0, -1.0, 9.0, 9.0)):
        assert min(VideoFrame(1, frame, region=odd).rgb().shape[:2]) >= 2


def test_what_was_taken_outlives_the_frame() -> None:
    frame = _numbered()
    taken = VideoFrame(1, frame).rgb()
    before = taken.copy()
    frame.map(QVideoFrame.MapMode.WriteOnly)
    np.frombuffer(frame.bits(0), np.uint8)[:] = 255
    frame.unmap()
    assert np.array_equal(taken, before)
    assert not frame.isMapped()


def test_a_still_frame_is_mirrored_when_taken() -> None:
    pixels = np.random.default_rng(0).integers(0, 256, (4, 6, 3), dtype=np.uint8)
    assert np.array_equal(PictureFrame(1, pixels).rgb(), pixels)
    assert np.array_equal(PictureFrame(1, pixels, mirrored=True).rgb(), pixels[:, ::-1])


def test_numbers_only_grow() -> None:
    assert next_number() < next_number()
