"""What the session tells, written to the log: it says later what led to a failure."""

from __future__ import annotations

from PySide6.QtCore import QObject

from deepvis_app import __version__
from deepvis_app.engine.messages import Failure, NetworkReady
from deepvis_app.i18n import Text
from deepvis_app.logs import log
from deepvis_app.session import Session, SourceInfo


class Diary(QObject):
    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._source = ("", "")
        log.info("DeepVis %s has started", __version__)
        session.network_changed.connect(self._take_network)
        session.source_changed.connect(self._take_source)
        session.source_message.connect(self._take_message)
        session.failed.connect(self._take_failure)

    def _take_network(self, network: NetworkReady) -> None:
        where = f"{network.device}, {network.precision}, {network.threads} threads"
        log.info("Network %s (%s) on %s", network.title, network.spec.spec, where)

    def _take_source(self, source: SourceInfo | None) -> None:
        now = (source.kind, source.title) if source else ("", "")
        if now != self._source:
            self._source = now
            log.info("Source %s %s", *now)

    def _take_message(self, message: Text | None) -> None:
        if message is not None:
            log.warning("%s", message)

    def _take_failure(self, failure: Failure) -> None:
        log.log(40 if failure.unexpected else 30, "%s", failure.details or failure.about)
