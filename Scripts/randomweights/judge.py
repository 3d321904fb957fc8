"""What is true of a network, from the definitions, and whether the program says so."""

import json
import subprocess
import tempfile
from fractions import Fraction
from itertools import combinations, permutations
from pathlib import Path

from .exact import Spectrum, norm2, product, pseudo_inverse, rank, relu, root, transposed
from .formats import numpy


class Wrong(Exception):
    """Where the program says something else."""


def disagreement(program, case):
    """What is wrong, or None."""
    with tempfile.TemporaryDirectory() as folder:
        for name, content in case.files.items():
            (Path(folder) / name).write_bytes(content)
        run = subprocess.run(
            [program, "certify", *case.words, "--format", "json"], cwd=folder, capture_output=True, text=True,
            timeout=120)
    if run.returncode != 0:
        return f"exit status {run.returncode}: {run.stderr.strip()}"
    try:
        Truth(case).compare(json.loads(run.stdout))
    except Wrong as wrong:
        return str(wrong)
    return None


def require(holds, what, *values):
    if not holds:
        raise Wrong(what + (": " + ", ".join(str(v)[:200] for v in values) if values else ""))


class Truth:
    def __init__(self, case):
        self.case = case
        self.sizes = case.sizes
        self.features, self.weights, self.biases = case.features_exact, case.weights_exact, case.biases_exact
        self.samples = sum(self.sizes)
        self.labels = [k for k, size in enumerate(self.sizes) for _ in range(size)]
        self.layers = self.forward()

    def forward(self):
        """H_1, and each layer before and after σ."""
        found, current = [self.features], self.features
        for i, weight in enumerate(self.weights):
            current = product(weight, current)
            if self.biases[i] is not None:
                current = [[x + b for x in row] for row, b in zip(current, self.biases[i])]
            found.append(current)
            if i < len(self.weights) - 1:
                current = relu(current)
                found.append(current)
        return found

    def terms(self):
        """The terms of objective (1), of a network in which biases are weights on a constant feature."""
        error = sum(
            ((x - (k == label)) ** 2 for k, row in enumerate(self.layers[-1]) for label, x in zip(self.labels, row)),
            Fraction(0))
        given = [i for i, bias in enumerate(self.biases) if bias and any(bias)]
        last = max(given, default=-1)
        weights = []
        for i, weight in enumerate(self.weights):
            square = norm2(weight)
            if i <= last:
                square += sum(b * b for b in self.biases[i] or []) + (i < last)
            weights.append(self.case.weight_decays[i] * square / 2)
        features = norm2(self.features) + (self.samples if last >= 0 else 0)
        return error / (2 * self.samples), weights, self.case.feature_decay * features / 2

    def compare(self, answer):
        fit, weights, features = self.terms()
        loss = fit + sum(weights) + features
        if len(set(self.sizes)) == 1:
            said = answer["point"]
            require(Fraction(said["loss"]) == loss, "the loss", said["loss"], loss)
            require(Fraction(said["fit"]) == fit, "the fit")
            require(Fraction(said["H_1"]) == features, "the term of H_1")
            require([Fraction(x) for x in said["W"]] == weights, "the terms of the weights")
            require(answer["problem"]["n"] == str(self.sizes[0]), "n")
        else:
            require(answer["class_sizes"] == self.sizes, "the sizes of the classes", answer["class_sizes"])
            require(Fraction(answer["sum"]) == loss, "the sum of the terms", answer["sum"], loss)
            require("point" not in answer and "comparisons" not in answer, "a comparison of unequal classes")
        for said, weight in zip(answer["weights"], self.weights, strict=True):
            self.compare_spectrum(said, weight, said["name"])
        for place, (said, layer) in enumerate(zip(answer["features"], self.layers, strict=True)):
            self.compare_layer(said, layer, place)
        self.compare_shapes(answer["features"])

    def compare_spectrum(self, said, matrix, name):
        require(said["exact_rank"] == rank(matrix), f"the rank of {name}", said["exact_rank"], rank(matrix))
        spectrum = Spectrum(matrix)
        bounds = [(Fraction(b["lower"]), Fraction(b["upper"])) for b in said["singular_values"]]
        require(spectrum.bounds_hold(bounds), f"singular values of {name}")
        require(
            all(high - low <= bounds[0][1] / 10 ** 5 for low, high in bounds), f"wide singular values of {name}")
        counts = said["numerical_rank"]["at_least"], said["numerical_rank"]["at_most"]
        if self.case.absolute is not None:
            count = spectrum.above(self.case.absolute ** 2)[0]
            require(counts == (count, count), f"the number of singular values of {name}", counts, count)
            return
        factor = (self.case.threshold or Fraction(1, 1000)) ** 2
        low, high = spectrum.largest()
        least, most = spectrum.above(factor * high)[0], spectrum.above(factor * low)[0]
        require(counts[0] <= most and least <= counts[1], f"the numerical rank of {name}", counts, least, most)
        if least == most and high > 0:
            require(counts == (least, least), f"the numerical rank of {name}", counts, least)
        if numpy is not None and least == most:
            values = numpy.linalg.svd(numpy.array(matrix, dtype=float), compute_uv=False)
            near = any(abs(v / (values[0] or 1) - float(self.case.threshold or 1e-3)) < 1e-9 for v in values)
            count = int((values > values[0] * float(self.case.threshold or 1e-3)).sum())
            require(near or counts == (count, count), f"NumPy's rank of {name}", counts, count)

    def means(self, layer):
        columns = transposed(layer)
        found = []
        for k, size in enumerate(self.sizes):
            own = [c for c, label in zip(columns, self.labels) if label == k]
            found.append([sum(xs) / size for xs in zip(*own)])
        return found

    def compare_layer(self, said, layer, place):
        name = said["name"]
        self.compare_spectrum(said, layer, name)
        means = self.means(layer)
        middle = [sum(xs) / len(means) for xs in zip(*means)]
        off = [[x - m for x, m in zip(c, means[k])] for c, k in zip(transposed(layer), self.labels)]
        apart = [[x - m for x, m in zip(mean, middle)] for mean in means]
        count = len(means)
        require(Fraction(said["within"]) == norm2(off) / self.samples, f"tr Σ_W of {name}")
        require(Fraction(said["between"]) == norm2(apart) / count, f"tr Σ_B of {name}")
        # Σ_W and Σ_B as they are defined, and the pseudo-inverse.
        within = [[x / self.samples for x in row] for row in product(transposed(off), off)]
        between = [[x / count for x in row] for row in product(transposed(apart), apart)]
        inverse = pseudo_inverse(between)
        metric = sum(x for i in range(len(within)) for x in [product([within[i]], [[r[i]] for r in inverse])[0][0]])
        metric /= count
        if norm2(apart) == 0:
            require(said["DNC1"] == "undefined", f"DNC1 of {name}", said["DNC1"])
        else:
            low, high = Fraction(said["DNC1"]["lower"]), Fraction(said["DNC1"]["upper"])
            near = low <= metric <= high <= low * (1 + Fraction(1, 10 ** 15))
            require(near, f"DNC1 of {name}", float(low), float(metric))
        columns = transposed(means)
        self.compare_spectrum(said["means"], columns, f"the means of {name}")
        condition = said["means"]["condition"]
        # The K-th singular value is zero where the width is below K.
        full = rank(columns) == count
        require((condition == "infinite") == (not full), f"the condition of {name}", condition)
        if full:
            values = said["means"]["singular_values"]
            least = Fraction(values[-1]["lower"])
            if least > 0 and condition["upper"] != "infinite":
                require(
                    Fraction(condition["lower"]) * Fraction(values[-1]["lower"]) <= Fraction(values[0]["upper"])
                    and Fraction(condition["upper"]) * Fraction(values[-1]["upper"]) >= Fraction(values[0]["lower"]),
                    f"the condition of {name}")
        self.compare_distance(said["to_DNC"], self.distance(self.gram(layer), unit(count)), f"{name} to DNC")

    def gram(self, layer):
        means = self.means(layer)
        return product(means, transposed(means))

    @staticmethod
    def distance(gram, shape):
        """√(1 - ⟨G, S⟩²/(‖G‖²‖S‖²)), rounded down; None for zeros."""
        norms = norm2(gram) * norm2(shape)
        if norms == 0:
            return None
        inner = sum(x * y for a, b in zip(gram, shape) for x, y in zip(a, b))
        return root(1 - max(inner, Fraction(0)) ** 2 / norms)

    @staticmethod
    def compare_distance(said, value, name):
        require((said == "undefined") == (value is None), f"the distance of {name}", said)
        if value is not None:
            low, high = Fraction(said["lower"]), Fraction(said["upper"])
            slack = Fraction(1, 1 << 70)
            require(low <= value + slack and value <= high, f"the distance of {name}", float(low), float(value))

    def compare_shapes(self, layers):
        """The distances to the strongly regular solution, in one order of classes for all layers."""
        said = {i: layer["to_SRG"] for i, layer in enumerate(layers) if "to_SRG" in layer}
        if self.case.classes != 6:
            require(not said, "a distance to SRG", said)
            return
        last = 2 * len(self.weights) - 2
        require(sorted(said) == list(range(2, last + 1, 2)), "the layers with SRG", said)
        middle, end = triangular(4)
        grams = {i: self.gram(self.layers[i]) for i in range(2, last + 1, 2)}
        best = None
        floats = {i: [[float(x) for x in row] for row in gram] for i, gram in grams.items()}
        for order in permutations(range(6)):
            aligned = 0.0
            for i, gram in floats.items():
                shape = end if i == last else middle
                norm = sum(x * x for row in gram for x in row) ** 0.5 * sum(x * x for r in shape for x in r) ** 0.5
                if norm > 0:
                    aligned += sum(
                        gram[a][b] * shape[order[a]][order[b]] for a in range(6) for b in range(6)) / norm
            if best is None or aligned > best[0] + 1e-12:
                best = aligned, order
        total = 0.0
        for i, gram in grams.items():
            if norm2(gram) > 0:
                total += (1 - float(Fraction(said[i]["upper"])) ** 2) ** 0.5
        require(abs(total - best[0]) < 1e-6, "the nearest order of classes", total, best[0])


def unit(size):
    return [[Fraction(int(i == j)) for j in range(size)] for i in range(size)]


def triangular(order):
    """The inner products of T_r, and of the positive part of A1 T_r, from incidence matrices."""
    edges = list(combinations(range(order), 2))
    incidence = [[int(v in e) for e in edges] for v in range(order)]
    signs = [[-1 if v in e else 1 for v in range(order)] for e in edges]
    rows = [[max(0, x) for x in row] for row in product(signs, incidence)]
    return product(transposed(incidence), incidence), product(transposed(rows), rows)
