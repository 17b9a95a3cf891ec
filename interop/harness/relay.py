"""A relay on loopback that breaks a connection at a given point, as a bad network does."""

import socket
import threading


class Relay:
    """Forwards connections to a port; breaks, once, the one that brings the client's bytes over a number."""

    def __init__(self, port, cut_after):
        self._target = ("127.0.0.1", port)
        self._left = cut_after
        self._lock = threading.Lock()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        self.was_cut = False
        threading.Thread(target=self._accept, daemon=True).start()

    def close(self):
        self._listener.close()

    def _accept(self):
        while True:
            try:
                client, _ = self._listener.accept()
                server = socket.create_connection(self._target)
            except OSError:
                return
            for source, sink, up in ((client, server, True), (server, client, False)):
                source.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                threading.Thread(target=self._forward, args=(source, sink, up), daemon=True).start()

    def _forward(self, source, sink, up):
        try:
            while data := source.recv(1 << 16):
                if up and self._cuts(len(data)):
                    break
                sink.sendall(data)
        except OSError:
            pass
        for end in (source, sink):
            try:
                end.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass
        if not up:
            source.close()
            sink.close()

    def _cuts(self, count):
        with self._lock:
            self._left -= count
            cuts = self._left < 0 and not self.was_cut
            self.was_cut = self.was_cut or cuts
            return cuts
