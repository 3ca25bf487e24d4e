"""Runs the local engine for as long as whoever started it lives: their end closes our standard input."""

import os
import signal
import sys
import threading

from ministack.app import main


def follow():
    sys.stdin.buffer.read()
    # A signal lets the engine save its state before it goes.
    os.kill(os.getpid(), signal.SIGTERM)


threading.Thread(target=follow, daemon=True).start()
sys.argv = ["ministack"]
main()
