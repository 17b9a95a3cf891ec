"""Processes of a run: each in a group of its own, with a time limit, ended with the run."""

import os
import queue
import signal
import subprocess
import threading
import time


class Failed(Exception):
    """Something did not come out as it had to; the text says what."""


def expect(what, seen, wanted):
    if seen != wanted:
        raise Failed(f"{what}: {seen}, not {wanted}")


def run(command, seconds, cwd=None):
    """Runs a command to its end; returns the lines that it printed."""
    process = subprocess.Popen(
        command, cwd=cwd, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        start_new_session=True)
    try:
        out, err = process.communicate(timeout=seconds)
    except subprocess.TimeoutExpired as e:
        out = (e.stdout or b"").decode(errors="replace")
        raise Failed(f"did not end within {seconds} s; last: {out.splitlines()[-1:]}") from None
    finally:
        end_group(process)
    if process.returncode != 0:
        lines = [line for line in (err if err.strip() else out).splitlines() if line.strip()]
        why = [line for line in lines if "Error" in line or "Exception" in line][:3] or lines[-3:]
        raise Failed(f"ended with status {process.returncode}: {' / '.join(why)}; last: {out.splitlines()[-1:]}")
    return out.splitlines()


def end_group(process):
    """Ends a process and what it started."""
    try:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(10)
    except ProcessLookupError:
        pass
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
    process.communicate()


class Lines:
    """A process that runs on, line by line."""

    def __init__(self, command, cwd=None):
        self.process = subprocess.Popen(
            command, cwd=cwd, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
            start_new_session=True)
        self.lines = []
        self._arrived = queue.Queue()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self):
        for line in self.process.stdout:
            self.lines.append(line.rstrip("\n"))
            self._arrived.put(None)

    def wait_for(self, test, seconds, start=0):
        """Waits until a line from number `start` on fulfils a test; returns it."""
        end = time.monotonic() + seconds
        while True:
            for line in self.lines[start:]:
                if test(line):
                    return line
            try:
                self._arrived.get(timeout=max(0.01, end - time.monotonic()))
            except queue.Empty:
                raise Failed(f"nothing of that kind within {seconds} s; last: {self.lines[-3:]}") from None

    def close(self):
        try:
            self.process.stdin.close()
            os.killpg(self.process.pid, signal.SIGTERM)
        except (ProcessLookupError, OSError):
            pass
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
        self._reader.join(10)
