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
        found = {}
        waiting = [list(range(len(claims)))]
        while waiting:
            indices = waiting.pop()
            found |= self.found([texts[i] for i in indices], indices)
            rest = [i for i in indices if i not in found]
            if len(rest) < len(indices):
                # A limit was reached: one by one, so that each has a time of its own.
                waiting += [[i] for i in reversed(rest)]
            else:
                half = len(rest) // 2
                waiting += [part for part in (rest[half:], rest[:half]) if part]
        return [found[i] for i in range(len(claims))]

    def answer(self, claim):
        return self.answers([claim])[0]

    def found(self, texts, indices):
        """The answers to the claims of one file that are final: all of them, when it has one claim."""
        status, output, errors = self.run(texts)
        results = {}
        if status in (0, 1, 2, 3):
            try:
                document = json.loads(output)
                results = {r["claim"]: r for r in document["results"] if r["statement"] == "printed"}
                if document["exit"] != status:
                    results, status = {}, "output"
            except ValueError:
                status, errors = "output", "what is written is no JSON"
        answers = {}
        for i in indices:
            result = results.get(f"c{i}", {})
            verdict, reason = result.get("verdict"), result.get("reason", "")
            if "the time limit was reached" in reason:
                # Another one of the file may have taken the time.
                if len(indices) == 1:
                    answers[i] = Answer("limit", reason, result)
            elif verdict:
                answers[i] = Answer(verdict, reason, result)
        if len(indices) == 1 and not answers:
            answers[indices[0]] = Answer(self.outcome(status), errors.strip()[-600:])
        return answers

    @staticmethod
    def outcome(status):
        """What a run without an answer to its one claim comes to."""
        names = {65: "refused", 3: "limit", 64: "usage", 70: "internal", "hang": "hang"}
        if status in names:
            return names[status]
        return "no answer" if status in (0, 1, 2, "output") else "crash"

    def run(self, texts):
        self.runs += 1
        seconds = 5 if len(texts) == 1 else 30
        with tempfile.NamedTemporaryFile("w", suffix=".claim", delete=False) as file:
            file.write("\n".join(texts))
        environment = dict(os.environ, SWIFT_BACKTRACE="enable=no")
        try:
            done = subprocess.run(
                [self.path, "check", file.name, "--format", "json", "--jobs", "1", "--memory", "500M",
                 "--timeout", str(seconds)],
                capture_output=True, text=True, timeout=seconds + 60, env=environment)
            return done.returncode, done.stdout, done.stderr
        except subprocess.TimeoutExpired:
            return "hang", "", f"no answer after {seconds + 60} s, at a limit of {seconds} s"
        finally:
            os.unlink(file.name)
