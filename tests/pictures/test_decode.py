"""Whatever a picture file holds shows upright, whole and in its colours; or one sentence says why not."""

from __future__ import annotations

import io
import random
import warnings
from contextlib import suppress
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from deepvis_app.errors import PictureError
from deepvis_app.pictures import decode as decoding
from deepvis_app.pictures.decode import check, decode, frames, is_picture

RED, GREEN, BLUE, WHITE, BLACK = (255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 255), (0, 0, 0)


@pytest.fixture
def corners() -> Image.Image:
    """6 wide, 4 high: red, green / blue, white quarters."""
    pixels = np.zeros((4, 6, 3), np.uint8)
    pixels[:2, :3], pixels[:2, 3:], pixels[2:, :3], pixels[2:, 3:] = RED, GREEN, BLUE, WHITE
    return Image.fromarray(pixels)


def test_a_colour_picture_comes_as_it_is(tmp_path: Path, corners: Image.Image) -> None:
    corners.save(tmp_path / "사진 one.PNG")
    pixels = decode(tmp_path / "사진 one.PNG")
    assert pixels.dtype == np.uint8
    assert np.array_equal(pixels, np.asarray(corners))


def test_every_orientation_of_exif_is_turned_upright(tmp_path: Path, corners: Image.Image) -> None:
    stored_so = {  # how a camera with that orientation would have stored the upright picture
        1: None,
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }
    for orientation, how in stored_so.items():
        for suffix in ("png", "tif"):
            exif = Image.Exif()
            exif[0x0112] = orientation
            stored = corners.transpose(how) if how is not None else corners
            path = tmp_path / f"{orientation}.{suffix}"
            stored.save(path, exif=exif)
            assert np.array_equal(decode(path), np.asarray(corners)), path.name


def test_grey_of_16_bits_is_scaled_and_not_clipped(tmp_path: Path) -> None:
    values = np.array([[0, 257, 0x8000, 0xFFFF]], np.uint16)
    for name in ("deep.png", "deep.tif"):
        Image.fromarray(values).save(tmp_path / name)
        assert decode(tmp_path / name)[0, :, 0].tolist() == [0, 1, 128, 255]


def test_other_ranges_of_grey_use_all_levels(tmp_path: Path) -> None:
    Image.fromarray(np.array([[0.0, 0.5, 1.0]], np.float32)).save(tmp_path / "unit.tif")
    Image.fromarray(np.array([[-10.0, 0.0, 10.0]], np.float32)).save(tmp_path / "signed.tif")
    Image.fromarray(np.array([[np.nan, 0.0, 1.0]], np.float32)).save(tmp_path / "nan.tif")
    Image.fromarray(np.array([[-1000, 0, 99_000]], np.int32)).save(tmp_path / "large.tif")
    assert decode(tmp_path / "unit.tif")[0, :, 1].tolist() == [0, 128, 255]
    assert decode(tmp_path / "signed.tif")[0, :, 1].tolist() == [0, 128, 255]
    assert decode(tmp_path / "nan.tif")[0, :, 1].tolist() == [0, 0, 255]
    assert decode(tmp_path / "large.tif")[0, :, 1].tolist() == [0, 3, 255]


def test_what_is_transparent_becomes_white(tmp_path: Path) -> None:
    rgba = np.array([[(*RED, 255), (*RED, 0), (*BLACK, 128)]], np.uint8)
    Image.fromarray(rgba).save(tmp_path / "rgba.png")
    assert decode(tmp_path / "rgba.png")[0].tolist() == [list(RED), list(WHITE), [127] * 3]

    Image.fromarray(np.array([[(0, 255), (0, 0)]], np.uint8), "LA").save(tmp_path / "la.png")
    assert decode(tmp_path / "la.png")[0].tolist() == [list(BLACK), list(WHITE)]

    palette = Image.new("P", (2, 1))
    palette.putpalette([*RED, *BLUE])
    palette.putdata([0, 1])
    palette.save(tmp_path / "palette.png", transparency=1)
    assert decode(tmp_path / "palette.png")[0].tolist() == [list(RED), list(WHITE)]


@pytest.mark.parametrize("mode", ["1", "L", "P", "CMYK", "YCbCr"])
def test_every_mode_becomes_rgb(tmp_path: Path, mode: str) -> None:
    path = tmp_path / "picture.tif"
    Image.new("RGB", (5, 3), WHITE).convert(mode).save(path)
    pixels = decode(path)
    assert pixels.shape == (3, 5, 3)
    assert (pixels >= 253).all()


def test_a_cmyk_jpeg_keeps_its_colours(tmp_path: Path) -> None:
    Image.new("CMYK", (16, 16), (0, 255, 255, 0)).save(tmp_path / "print.jpg", quality=95)
    assert np.abs(decode(tmp_path / "print.jpg").astype(int) - RED).max() < 8


def test_a_huge_picture_is_shrunk_with_its_aspect_kept(tmp_path: Path) -> None:
    grey = Image.new("L", (12_000, 16_000), 77)  # 192 million pixels, beyond Pillow's own limit
    for name in ("huge.jpg", "huge.png"):
        grey.save(tmp_path / name)
        pixels = decode(tmp_path / name)
        assert pixels.shape == (4096, 3072, 3)
        assert (pixels == 77).all()


def test_pillows_own_limit_stays_as_it_was(tmp_path: Path, corners: Image.Image) -> None:
    before = Image.MAX_IMAGE_PIXELS
    corners.save(tmp_path / "picture.png")
    decode(tmp_path / "picture.png")
    assert before == Image.MAX_IMAGE_PIXELS


def _gif(path: Path, *colours: tuple[int, int, int], milliseconds: int = 80) -> None:
    first, *others = (Image.new("RGB", (8, 6), colour) for colour in colours)
    first.save(path, save_all=True, append_images=others, duration=milliseconds, loop=0)


@pytest.mark.parametrize("name", ["moving.gif", "moving.png", "moving.webp"])
def test_an_animation_gives_each_frame_and_its_time(tmp_path: Path, name: str) -> None:
    _gif(tmp_path / name, RED, BLUE, WHITE)
    decoded = list(frames(tmp_path / name))
    assert [milliseconds for _, milliseconds in decoded] == [80, 80, 80]
    for (pixels, _), colour in zip(decoded, (RED, BLUE, WHITE), strict=True):
        assert np.abs(pixels.astype(int) - colour).max() < 6
    assert np.array_equal(decode(tmp_path / name), decoded[0][0])


def test_a_frame_of_no_time_stays_as_long_as_in_browsers(tmp_path: Path) -> None:
    _gif(tmp_path / "fast.gif", RED, BLUE, milliseconds=0)
    assert [milliseconds for _, milliseconds in frames(tmp_path / "fast.gif")] == [100, 100]


def test_the_picture_for_old_programs_is_no_frame(tmp_path: Path) -> None:
    images = [Image.new("RGB", (4, 4), colour) for colour in (BLACK, RED, BLUE)]
    images[0].save(
        tmp_path / "a.png", save_all=True, append_images=images[1:], default_image=True, duration=50
    )
    assert [tuple(pixels[0, 0]) for pixels, _ in frames(tmp_path / "a.png")] == [RED, BLUE]


def test_pages_are_no_animation(tmp_path: Path) -> None:
    _gif(tmp_path / "pages.tif", RED, BLUE)
    [(pixels, milliseconds)] = frames(tmp_path / "pages.tif")
    assert milliseconds == 0
    assert tuple(pixels[0, 0]) == RED


def _sentence(path: Path) -> str:
    with pytest.raises(PictureError) as caught:
        decode(path)
    with pytest.raises(PictureError):
        list(frames(path))
    return str(caught.value)


def test_each_bad_file_has_its_sentence(tmp_path: Path, corners: Image.Image) -> None:
    (tmp_path / "text.jpg").write_text("not a picture at all")
    (tmp_path / "empty.png").touch()
    (tmp_path / "folder.png").mkdir()
    noise = Image.fromarray(np.random.default_rng(0).integers(0, 256, (64, 64, 3), dtype=np.uint8))
    for name in ("cut.jpg", "cut.png", "cut.gif"):
        noise.save(tmp_path / name)
        content = (tmp_path / name).read_bytes()
        (tmp_path / name).write_bytes(content[: len(content) // 2])
        assert (
            _sentence(tmp_path / name)
            == f"{tmp_path / name} is damaged and cannot be shown. Copy or save it again."
        )
    assert _sentence(tmp_path / "none.png") == f"There is no file {tmp_path / 'none.png'}."
    assert "is not a picture that DeepVis can read" in _sentence(tmp_path / "text.jpg")
    assert "is empty" in _sentence(tmp_path / "empty.png")
    assert "is a folder" in _sentence(tmp_path / "folder.png")


def test_a_bomb_is_refused_before_it_is_decoded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decoding, "LARGEST", 1000)
    Image.new("L", (100, 100)).save(tmp_path / "bomb.png")
    assert "million pixels" in _sentence(tmp_path / "bomb.png")


def test_no_damage_gives_anything_but_a_sentence(tmp_path: Path, corners: Image.Image) -> None:
    shuffle = random.Random(0)
    large = corners.resize((60, 40))
    for suffix in ("png", "jpg", "gif", "webp", "tif", "bmp"):
        whole = io.BytesIO()
        large.save(whole, {"jpg": "JPEG", "tif": "TIFF"}.get(suffix, suffix))
        for _ in range(40):
            damaged = bytearray(whole.getvalue())
            for _ in range(8):
                damaged[shuffle.randrange(len(damaged))] = shuffle.randrange(256)
            path = tmp_path / f"damaged.{suffix}"
            path.write_bytes(damaged[: shuffle.randrange(1, len(damaged) + 1)])
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # Pillow's own remarks
                with suppress(PictureError):
                    assert decode(path).shape[2] == 3


def test_a_look_at_the_beginning_finds_what_is_no_picture(tmp_path: Path, corners: Image.Image) -> None:
    corners.save(tmp_path / "good.png")
    check(tmp_path / "good.png")
    (tmp_path / "text.png").write_text("text")
    with pytest.raises(PictureError):
        check(tmp_path / "text.png")


def test_pictures_are_known_by_their_names() -> None:
    assert is_picture(Path("a.JPEG"))
    assert is_picture(Path("고양이.webp"))
    assert not is_picture(Path("a.mp4"))
    assert not is_picture(Path("jpg"))
