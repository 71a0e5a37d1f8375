"""The pictures of units that the window holds: read when they are asked for, filled as they are made."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from pytestqt.qtbot import QtBot

from deepvis_app.engine.messages import CancelJob, JobEnded, JobProgress, Pictured, StartJob
from deepvis_app.i18n import text
from deepvis_app.pictures import unit_sheets
from deepvis_app.pictures.unit_sheets import UnitSheet
from deepvis_app.session import Session
from tests import sessions
from tests.sessions import Listener

WEIGHTS = "12ab"
TITLE = text("Pictures of all units")


def ready(session: Session) -> None:
    session._take_network(replace(sessions.network(), weights=WEIGHTS))


def pictured(unit: int, grey: int) -> Pictured:
    return Pictured("a", unit, 8, np.full((8, 8, 3), grey, np.uint8))


def keep(layer: str, unit: int, grey: int) -> None:
    sheet = UnitSheet.empty(layer, 8, 8)
    sheet.put(unit, np.full((8, 8, 3), grey, np.uint8))
    unit_sheets.save(unit_sheets.place(unit_sheets.folders()[0], WEIGHTS, layer), sheet)


def test_what_is_on_disk_is_read_when_it_is_asked_for(session: Session, qtbot: QtBot) -> None:
    keep("a", 3, 200)
    ready(session)
    with qtbot.waitSignal(session.unit_pictures.changed) as changed:
        assert session.unit_pictures.sheet("a") is None
    assert changed.args == ["a"]
    sheet = session.unit_pictures.sheet("a")
    assert sheet is not None
    assert np.flatnonzero(sheet.done).tolist() == [3]
    assert session.unit_pictures.sheet("b") is None


def test_pictures_come_in_one_by_one_beside_those_on_disk(
    session: Session, worker: Listener, qtbot: QtBot
) -> None:
    keep("a", 3, 200)
    ready(session)
    pictures = session.unit_pictures
    with qtbot.waitSignal(pictures.changed):
        pictures.sheet("a")
    pictures.make("a")
    job = next(one for one in worker.commands if isinstance(one, StartJob))
    assert (job.job, job.layer) == ("unit_pictures", "a")
    assert pictures.making == "a"
    session.job_changed.emit(JobProgress(job.id, TITLE, 0.3, None, item=pictured(5, 90)))
    session.job_changed.emit(JobProgress(job.id + 1, TITLE, 0.3, None, item=pictured(6, 90)))
    sheet = pictures.sheet("a")
    assert sheet is not None
    assert np.flatnonzero(sheet.done).tolist() == [3, 5]
    assert (sheet.pixels[5] == 90).all()
    pictures.stop()
    assert CancelJob(job.id) in worker.commands
    session.job_changed.emit(JobEnded(job.id, TITLE, cancelled=True))
    assert pictures.making is None


def test_pictures_that_come_before_the_disk_has_answered_stay(
    session: Session, worker: Listener, qtbot: QtBot
) -> None:
    keep("a", 3, 200)
    ready(session)
    pictures = session.unit_pictures
    pictures.make("a")
    number = next(one.id for one in worker.commands if isinstance(one, StartJob))
    assert pictures.sheet("a") is None
    session.job_changed.emit(JobProgress(number, TITLE, 0.1, None, item=pictured(0, 90)))
    qtbot.waitUntil(lambda: (found := pictures.sheet("a")) is not None and bool(found.done[3]))
    sheet = pictures.sheet("a")
    assert sheet is not None
    assert np.flatnonzero(sheet.done).tolist() == [0, 3]
    assert (sheet.pixels[0] == 90).all()


def test_another_network_has_others(session: Session, qtbot: QtBot) -> None:
    keep("a", 3, 200)
    ready(session)
    with qtbot.waitSignal(session.unit_pictures.changed):
        session.unit_pictures.sheet("a")
    session._take_network(replace(sessions.network("torchvision:alexnet"), weights="34cd"))
    assert session.unit_pictures.sheet("a") is None
