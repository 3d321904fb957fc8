"""Steps a second of verify train beside the same steps in NumPy and PyTorch, in turns on one core.

    python train.py .build/release/verify [--rounds N]

The problem is that of the paper's Figure 1: K = 10, L = 4, n = 50, width 30, every λ = 0.004, rate 0.5. The
peers do what somebody writes who wants the numbers and no more: full-batch descent on objective (1), gradients by
hand in NumPy, by autograd and by hand in PyTorch; float64, and float32 as PyTorch's default is. The loss after 200
steps from the same start has to agree; verify computes in float64.

A number is the median over the rounds of steps per second of processor time, which other programs disturb less
than the clock; the start of the process, and the exact arithmetic at the end of verify train, are taken off by the
difference of a long run and a short one.
"""

import os

os.environ["OPENBLAS_NUM_THREADS"] = os.environ["OMP_NUM_THREADS"] = os.environ["MKL_NUM_THREADS"] = "1"

import pathlib
import resource
import statistics
import subprocess
import sys
import tempfile
import time

try:
    import numpy
except ImportError:
    sys.exit("bench: NumPy is missing: apt-get install python3-numpy")
try:
    import torch
    torch.set_num_threads(1)
except ImportError:
    torch = None

K, L, N_SAMPLES, WIDTH, DECAY, RATE = 10, 4, 50, 30, 0.004, 0.5
LONG, SHORT, CHECKED = 2000, 200, 200
COLUMNS = K * N_SAMPLES
LABELS = numpy.kron(numpy.eye(K), numpy.ones((1, N_SAMPLES)))


def verify_steps(program, folder, steps):
    """Seconds of the processor, and the loss at the end."""
    out = pathlib.Path(folder) / f"{time.monotonic_ns()}"
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        [program, "train", "--K", str(K), "--L", str(L), "--n", str(N_SAMPLES), "--width", str(WIDTH), "--lambda",
         "1/250", "--steps", str(steps), "--jobs", "1", "--out", str(out)], check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    loss = float((out / "seed-1.csv").read_text().split("\n")[-2].split(",")[1])
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, loss


def start(program, folder):
    """H_1, W_1, …, W_L where verify train begins: read from a run of one step back to before that step."""
    rows = []
    out = pathlib.Path(folder) / "start"
    subprocess.run(
        [program, "train", "--K", str(K), "--L", str(L), "--n", str(N_SAMPLES), "--width", str(WIDTH), "--lambda",
         "1/250", "--steps", "1", "--rate", "1e-300", "--out", str(out)], check=True, stdout=subprocess.DEVNULL)
    archive = numpy.load(out / "seed-1.npz")
    return [archive["H1"]] + [archive[f"W{layer}"] for layer in range(1, L + 1)]


def numpy_descent(matrices, steps, kind):
    features, weights = matrices[0].astype(kind), [matrix.astype(kind) for matrix in matrices[1:]]
    labels, keep = LABELS.astype(kind), kind(1 - RATE * DECAY)
    for _ in range(steps):
        layers = [features]
        for weight in weights[:-1]:
            layers.append(numpy.maximum(weight @ layers[-1], 0))
        error = (weights[-1] @ layers[-1] - labels) * kind(RATE / COLUMNS)
        for place in range(L - 1, -1, -1):
            below = weights[place].T @ error
            weights[place] = keep * weights[place] - error @ layers[place].T
            error = below * (layers[place] > 0) if place else below
        features = keep * features - error
    return [features] + weights


def objective(matrices):
    matrices = [numpy.asarray(matrix, dtype=float) for matrix in matrices]
    output = matrices[0]
    for place, weight in enumerate(matrices[1:], 1):
        output = weight @ output
        if place < L:
            output = numpy.maximum(output, 0)
    return ((output - LABELS) ** 2).sum() / (2 * COLUMNS) + DECAY / 2 * sum((m ** 2).sum() for m in matrices)


def torch_descent(matrices, steps, kind):
    parameters = [torch.tensor(matrix, dtype=kind, requires_grad=True) for matrix in matrices]
    labels = torch.tensor(LABELS, dtype=kind)
    optimiser = torch.optim.SGD(parameters, lr=RATE, weight_decay=DECAY)
    for _ in range(steps):
        optimiser.zero_grad()
        output = parameters[0]
        for weight in parameters[1:-1]:
            output = torch.relu(weight @ output)
        (((parameters[-1] @ output - labels) ** 2).sum() / (2 * COLUMNS)).backward()
        optimiser.step()
    return [parameter.detach().numpy() for parameter in parameters]


def torch_by_hand(matrices, steps, kind):
    features, *weights = [torch.tensor(matrix, dtype=kind) for matrix in matrices]
    labels, keep = torch.tensor(LABELS, dtype=kind), 1 - RATE * DECAY
    with torch.no_grad():
        for _ in range(steps):
            layers = [features]
            for weight in weights[:-1]:
                layers.append(torch.relu(weight @ layers[-1]))
            error = (weights[-1] @ layers[-1] - labels) * (RATE / COLUMNS)
            for place in range(L - 1, -1, -1):
                below = weights[place].T @ error
                weights[place] = torch.addmm(weights[place], error, layers[place].T, beta=keep, alpha=-1)
                error = below * (layers[place] > 0) if place else below
            features = keep * features - error
    return [matrix.numpy() for matrix in [features] + weights]


def main():
    program = sys.argv[1]
    rounds = int(sys.argv[sys.argv.index("--rounds") + 1]) if "--rounds" in sys.argv else 5
    peers = {"NumPy, float64": (numpy_descent, numpy.float64), "NumPy, float32": (numpy_descent, numpy.float32)}
    if torch:
        peers |= {
            "PyTorch, autograd, float64": (torch_descent, torch.float64),
            "PyTorch, autograd, float32": (torch_descent, torch.float32),
            "PyTorch, by hand, float64": (torch_by_hand, torch.float64),
            "PyTorch, by hand, float32": (torch_by_hand, torch.float32),
        }
    else:
        print("bench: skipped: PyTorch, which is not installed", file=sys.stderr)
    with tempfile.TemporaryDirectory() as folder:
        matrices = start(program, folder)
        _, loss = verify_steps(program, folder, CHECKED)
        for name, (descent, kind) in peers.items():
            other = objective(descent(matrices, CHECKED, kind))
            if abs(other - loss) > (1e-9 if "64" in name else 1e-2) * loss:
                sys.exit(f"bench: {name} has the loss {other} after {CHECKED} steps, and verify train {loss}")
        rates = {name: [] for name in ["verify train", *peers]}
        for _ in range(rounds):
            long, short = (verify_steps(program, folder, steps)[0] for steps in (LONG, SHORT))
            rates["verify train"].append((LONG - SHORT) / (long - short))
            for name, (descent, kind) in peers.items():
                begin = time.process_time()
                descent(matrices, LONG - SHORT, kind)
                rates[name].append((LONG - SHORT) / (time.process_time() - begin))
    versions = f"NumPy {numpy.__version__}" + (f", PyTorch {torch.__version__}" if torch else "")
    print(f"K = {K}, L = {L}, n = {N_SAMPLES}, width {WIDTH}; medians of {rounds} rounds; {versions}")
    own = statistics.median(rates["verify train"])
    for name, values in rates.items():
        rate = statistics.median(values)
        print(f"{name:28}{rate:8.0f} steps/s   verify / this {own / rate:6.2f}")


if __name__ == "__main__":
    main()
