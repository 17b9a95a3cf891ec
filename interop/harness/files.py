"""The files that clients send up and get back."""

import hashlib
import os
import random

MIB = 1 << 20
BIG, SMALL = 16 * MIB, MIB
# It packs well, so that the server's answer comes as gzip_packed; one part.
TEXT = b"What packs well comes back as gzip_packed.\n" * 4096


class Files:
    """A pair of files, written once into a folder: a text, and random bytes."""

    def __init__(self, folder, size):
        self._folder = folder
        self.size = size
        self._paths = {"text": f"{folder}/text", "file": f"{folder}/file-{size}"}
        for path, content in zip(self._paths.values(), (TEXT, os.urandom(size))):
            with open(path, "wb") as file:
                file.write(content)
        self.hashes = {name: digest(path) for name, path in self._paths.items()}

    def job(self):
        """Returns what a client is told to send and to get, under new ids."""
        return [
            {
                "name": name,
                "id": str(random.getrandbits(62)),
                "path": path,
                "size": os.path.getsize(path),
                "back": f"{self._folder}/back-{name}",
            }
            for name, path in self._paths.items()
        ]

    def is_back(self, file):
        """Tells whether a client got what was sent, and forgets it."""
        same = digest(file["back"]) == self.hashes[file["name"]]
        os.remove(file["back"])
        return same


def digest(path):
    with open(path, "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()
