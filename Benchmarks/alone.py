"""verify alone: how the lemmas grow with r, one value of r at a time up to 2000, and whole audits.

    python alone.py .build/release/verify

The exponent is log2 of how many times as long the step from 800 to 1600 takes as the one from 400
to 800, so that the start does not count: 2 if times are proportional to K = r(r - 1)/2. Times are
medians of what passes on the clock; the exponent is that of processor time, which other programs
disturb less.
"""

import os
import subprocess
import sys
import time
from math import log2

ORDERS = [5, 400, 800, 1600, 2000]
ROUNDS = 15


def median(values):
    ordered = sorted(values)
    return ordered[len(ordered) // 2]


def run(verify, *words):
    """Seconds on the clock and of the processor, and the most memory in kB."""
    start = time.perf_counter()
    process = subprocess.Popen([verify, *words], stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    # A statement that is refuted is an answer, too.
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        sys.exit(f"bench: verify {' '.join(words)} failed")
    return time.perf_counter() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss


def exponent(processor):
    """From lists of times that were taken in turns."""

    def step(small, large):
        return median(y - x for x, y in zip(processor[small], processor[large]))

    first, second = step(400, 800), step(800, 1600)
    return f"{log2(second / first):.1f}" if first > 0 and second > 0 else "-"


def seconds(time):
    return f"{1000 * time:.1f} ms" if time < 1 else f"{time:.2f} s"


def row(name, cells):
    print(f"{name:12}" + "".join(f"{cell:>10}" for cell in cells), flush=True)


def growth(verify):
    row("verify alone", ["r = 5", *ORDERS[1:], "exponent", "memory"])
    for lemma in range(9, 16):
        clock, processor, memory = ({r: [] for r in ORDERS} for _ in range(3))
        for _ in range(ROUNDS):
            for r in ORDERS:
                result = run(verify, "lemma", str(lemma), "--r", str(r), "--quiet")
                for values, value in zip((clock, processor, memory), result):
                    values[r].append(value)
        times = [seconds(median(clock[r])) for r in ORDERS]
        row(f"lemma {lemma}", [*times, exponent(processor), f"{max(memory[2000]) // 1024} MB"])


def audits(verify):
    print(f"\n{'verify alone':30}{'its time':>10}   memory")
    for words in ["audit"], ["audit", "--all"], ["proofs"]:
        clock, _, memory = zip(*(run(verify, *words) for _ in range(5)))
        print(
            f"{' '.join(words):30}{seconds(median(clock)):>10}   {max(memory) // 1024} MB",
            flush=True,
        )


growth(sys.argv[1])
audits(sys.argv[1])
