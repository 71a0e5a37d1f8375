"""The mailbox keeps the newest frame and state, and every command."""

from __future__ import annotations

from threading import Thread

import numpy as np

from deepvis_app.engine.mailbox import Mail, Mailbox
from deepvis_app.engine.messages import CancelJob, StillFrame, ViewState

PIXELS = np.zeros((4, 4, 3), np.uint8)


def test_the_newest_frame_and_state_win() -> None:
    box = Mailbox()
    for number in range(101):
        box.put_frame(StillFrame(number, PIXELS))
        box.put_state(ViewState(number))
    mail = box.take(0)
    assert mail is not None
    assert mail.frame is not None
    assert mail.frame.number == 100
    assert mail.state == ViewState(100)
    assert box.take(0) == Mail()


def test_no_command_is_lost_whichever_thread_sends_it() -> None:
    box = Mailbox()

    def send(first: int) -> None:
        for number in range(first, first + 200):
            box.put_command(CancelJob(number))

    threads = [Thread(target=send, args=(first,)) for first in (0, 1000, 2000)]
    for thread in threads:
        thread.start()
    taken: list[int] = []
    while len(taken) < 600:
        mail = box.take(5)
        assert mail is not None
        taken += [command.id for command in mail.commands if isinstance(command, CancelJob)]
    for thread in threads:
        thread.join()
    for first in (0, 1000, 2000):
        assert [n for n in taken if first <= n < first + 1000] == list(range(first, first + 200))


def test_a_waiting_take_returns_when_something_is_put_woken_or_closed() -> None:
    box = Mailbox()
    taken: list[Mail | None] = []
    for act in (lambda: box.put_state(ViewState(7)), box.wake, box.close):
        thread = Thread(target=lambda: taken.append(box.take()))
        thread.start()
        act()
        thread.join(5)
        assert not thread.is_alive()
    assert taken == [Mail(state=ViewState(7)), Mail(), None]


def test_take_gives_up_after_its_timeout_with_nothing() -> None:
    assert Mailbox().take(0.01) == Mail()


def test_a_closed_mailbox_forgets_what_was_put() -> None:
    box = Mailbox()
    box.put_command(CancelJob(1))
    box.close()
    assert box.take() is None
