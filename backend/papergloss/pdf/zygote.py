"""A small process that has PyMuPDF loaded and forks a child for each file.

The standard library's forkserver would do, but each of its children first imports the caller's main
script again (a second, and the whole web server with it, for a reader of 10 ms). Forking the server
itself is out: it runs threads.
"""

from __future__ import annotations

import gc
import os
import signal
import socket
import sys

from papergloss.pdf.child import serve


def main(control: socket.socket) -> None:
    """Fork a child for each connection that comes over `control`, until the parent is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    gc.freeze()
    while True:
        message, connections, _, _ = socket.recv_fds(control, 1, 1)
        if not message:
            return
        if os.fork() == 0:
            control.close()
            _child(connections[0])
        os.close(connections[0])


def _child(connection: int) -> None:
    """Serve and leave without any of the parent's clean-up."""
    status = 1
    try:
        with (
            socket.socket(fileno=connection) as peer,
            peer.makefile("rb") as incoming,
            peer.makefile("wb") as outgoing,
        ):
            serve(incoming, outgoing)
        status = 0
    finally:
        os._exit(status)


if __name__ == "__main__":
    main(socket.socket(fileno=int(sys.argv[1])))
