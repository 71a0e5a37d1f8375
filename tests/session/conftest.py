"""A session whose worker only listens."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from deepvis_app.session import Session
from tests.sessions import Listener


@pytest.fixture
def worker(qapp: QCoreApplication) -> Listener:
    return Listener()


@pytest.fixture
def session(worker: Listener) -> Iterator[Session]:
    session = Session(worker=worker)
    yield session
    session.close()
    # Here and now: Python's own collection may come on another thread, where no QObject may die.
    session.deleteLater()
    QCoreApplication.sendPostedEvents(session, QEvent.Type.DeferredDelete)
