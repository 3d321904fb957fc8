"""Chromium without a window, spoken to through two pipes."""

import base64
import fcntl
import json
import os
import select
import shutil
import subprocess
import tempfile
import time


class Chromium:
    """One page in a browser of its own. What it fetches and what goes wrong in it is kept."""

    NAMES = ["chromium", "chromium-browser", "google-chrome"]

    @classmethod
    def path(cls):
        """The browser's path; none when there is no browser."""
        return next(filter(None, map(shutil.which, cls.NAMES)), None)

    def __init__(self, limit=60):
        self.limit = limit
        self.requests, self.errors = [], []
        self.has_scripts = True
        self.scratch = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        commands, self.output = os.pipe()
        self.input, answers = os.pipe()
        # The browser reads from 3 and writes to 4; what is moved there must not be one of these.
        ends = [fcntl.fcntl(end, fcntl.F_DUPFD, 10) for end in (commands, answers)]
        options = ["--headless", "--disable-gpu", "--no-first-run", "--remote-debugging-pipe"]
        # Root has no sandbox.
        options += ["--no-sandbox"] if os.geteuid() == 0 else []
        self.process = subprocess.Popen(
            ["bash", "-c", f'exec "$@" 3<&{ends[0]} 4>&{ends[1]}', "bash", self.path(), *options,
             "--user-data-dir=" + self.scratch.name],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            pass_fds=ends)
        for end in (commands, answers, *ends):
            os.close(end)
        self.number, self.session, self.pending = 0, None, b""
        target = self.send("Target.createTarget", url="about:blank")["targetId"]
        attached = self.send("Target.attachToTarget", targetId=target, flatten=True)
        self.session = attached["sessionId"]
        for domain in ("Page", "Runtime", "Network", "Log"):
            self.send(domain + ".enable")

    def close(self):
        self.process.terminate()
        self.process.wait()
        os.close(self.output)
        os.close(self.input)
        self.scratch.cleanup()

    def send(self, method, **parameters):
        """Calls a method of the protocol and waits for its result."""
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        os.write(self.output, json.dumps(message).encode() + b"\0")
        return self._wait(lambda answer: answer.get("id") == self.number).get("result", {})

    def _wait(self, is_awaited):
        end = time.monotonic() + self.limit
        while True:
            while b"\0" in self.pending:
                text, self.pending = self.pending.split(b"\0", 1)
                message = json.loads(text)
                self._note(message)
                if is_awaited(message):
                    if "error" in message:
                        raise RuntimeError(message["error"]["message"])
                    return message
            if not select.select([self.input], [], [], max(0, end - time.monotonic()))[0]:
                raise TimeoutError(f"the browser did not answer within {self.limit} s")
            piece = os.read(self.input, 1 << 16)
            if not piece:
                raise RuntimeError("the browser has ended")
            self.pending += piece

    def _note(self, message):
        parameters = message.get("params", {})
        match message.get("method"):
            case "Network.requestWillBeSent":
                self.requests.append(parameters["request"]["url"])
            case "Runtime.exceptionThrown":
                self.errors.append(parameters["exceptionDetails"]["text"])
            case "Log.entryAdded":
                self.errors.append(parameters["entry"]["text"])

    # What a reader does

    def show(self, address, width, height, scheme="light", media="screen"):
        """Opens a page anew in a window of that size."""
        self.send("Emulation.setDeviceMetricsOverride", width=width, height=height,
                  deviceScaleFactor=1, mobile=False)
        self.emulate(scheme, media)
        self.send("Page.navigate", url="about:blank")
        os.write(self.output, json.dumps({
            "id": 0, "method": "Page.navigate", "params": {"url": address},
            "sessionId": self.session}).encode() + b"\0")
        self._wait(lambda message: message.get("method") == "Page.frameNavigated"
                   and message["params"]["frame"]["url"].startswith("file:"))
        self._wait(lambda message: message.get("method") == "Page.loadEventFired")

    def allow_scripts(self, are_allowed):
        self.has_scripts = are_allowed
        self.send("Emulation.setScriptExecutionDisabled", value=not are_allowed)

    def emulate(self, scheme, media="screen"):
        self.send("Emulation.setEmulatedMedia", media=media,
                  features=[{"name": "prefers-color-scheme", "value": scheme}])

    def evaluate(self, expression):
        """The value of an expression of JavaScript; with scripts, once the next picture is drawn."""
        if self.has_scripts:
            expression = f"new Promise(requestAnimationFrame).then(() => ({expression}))"
        result = self.send("Runtime.evaluate", expression=expression, returnByValue=True,
                           awaitPromise=True)
        if "exceptionDetails" in result:
            details = result["exceptionDetails"]
            raise RuntimeError(details.get("exception", {}).get("description", details["text"]))
        return result["result"].get("value")

    def press(self, key, **more):
        """Presses a key, as a reader does."""
        self.send("Input.dispatchKeyEvent", type="keyDown", key=key, **more)
        self.send("Input.dispatchKeyEvent", type="keyUp", key=key)

    def picture(self, path):
        """Takes a picture of what is in the window."""
        data = self.send("Page.captureScreenshot", format="png")["data"]
        with open(path, "wb") as file:
            file.write(base64.b64decode(data))
