"""Runs the program on files of many claims, and reads what it says."""

import json
import os
import subprocess
import tempfile
from dataclasses import dataclass, field

DOCUMENTED = (0, 1, 2, 3, 64, 65, 70)


@dataclass
class Answer:
    """What the program says of a claim: a verdict, or "refused" (65), "internal" (70), "crash", "hang"."""

    verdict: str
    reason: str = ""
    results: dict = field(default_factory=dict)


class Program:
    def __init__(self, path):
        self.path, self.runs = path, 0

    def answers(self, claims):
        """The answers to claims, in order. A file that is not answered as a whole is halved."""
        texts = [claim.text(f"c{i}") for i, claim in enumerate(claims)]
        return self.halving(texts, list(range(len(claims))))

    def answer(self, claim):
        return self.answers([claim])[0]

    def halving(self, texts, indices):
        if not indices:
            return []
        status, output, errors = self.run([texts[i] for i in indices])
        document = None
        if status in (0, 1, 2, 3):
            try:
                document = json.loads(output)
            except ValueError:
                status, errors = "output", "what is written is no JSON"
        if document is not None:
            found = {r["claim"]: r for r in document["results"] if r["statement"] == "printed"}
            complete = all(f"c{i}" in found for i in indices) and document["exit"] == status
            # A limit that one of them reached may have left others undecided.
            if complete and (status != 3 or len(indices) == 1):
                return [
                    Answer(found[f"c{i}"]["verdict"], found[f"c{i}"].get("reason", ""), found[f"c{i}"])
                    for i in indices]
        if len(indices) > 1:
            half = len(indices) // 2
            return self.halving(texts, indices[:half]) + self.halving(texts, indices[half:])
        return [Answer(self.outcome(status), errors.strip()[-600:])]

    @staticmethod
    def outcome(status):
        """What a run without an answer to its one claim comes to."""
        names = {65: "refused", 3: "limit", 64: "usage", 70: "internal", "hang": "hang"}
        if status in names:
            return names[status]
        return "no answer" if status in (0, 1, 2, "output") else "crash"

    def run(self, texts):
        self.runs += 1
        seconds = 60 + len(texts)
        with tempfile.NamedTemporaryFile("w", suffix=".claim", delete=False) as file:
            file.write("\n".join(texts))
        environment = dict(os.environ, SWIFT_BACKTRACE="enable=no")
        try:
            done = subprocess.run(
                [self.path, "check", file.name, "--format", "json", "--jobs", "1", "--memory", "500M",
                 "--timeout", str(seconds)],
                capture_output=True, text=True, timeout=seconds * 2, env=environment)
            return done.returncode, done.stdout, done.stderr
        except subprocess.TimeoutExpired:
            return "hang", "", f"no answer after {seconds * 2} s"
        finally:
            os.unlink(file.name)
