"""No process of the tests may reach another machine: Python loads this file at its start where its folder is in PYTHONPATH.

An audit hook sees every connection that Python code opens, whatever library it comes from.
"""

from __future__ import annotations

import sys

__all__ = ["NetworkError", "forbid_network"]

_REACHING = {"socket.connect", "socket.sendto", "socket.sendmsg"}
_ASKING = {"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"}
_HERE = {"127.0.0.1", "::1", "localhost", "", None}


class NetworkError(RuntimeError):
    """Something wanted to reach another machine."""


def forbid_network() -> None:
    """From now on refuse connections of this process but to this machine; it cannot be taken back."""
    sys.addaudithook(_refuse)


def _refuse(event: str, arguments: tuple[object, ...]) -> None:
    if event in _REACHING:
        address = arguments[1]
    elif event in _ASKING:
        address = arguments
    else:
        return
    # a socket of the file system has a path for an address
    if isinstance(address, tuple) and address and address[0] not in _HERE:
        raise NetworkError(f"{event} {address}")


forbid_network()
