"""Networks that a descent has found, or that are nearly of low rank as those are: where counts are a matter of digits."""

from .formats import Array, numpy
from .network import Case


def trained(source):
    """A few: trained by NumPy where it is installed, and of rank 2 or 3 but for noise of one part in a million."""
    if numpy is not None:
        for steps in (2000, 6000):
            yield Trained(source, steps)
    for _ in range(3):
        yield Nearly(source)


class Fixed(Case):
    """K = 6, two samples of each class, in float32, with the names and the order of columns that PyTorch gives."""

    def __init__(self, source):
        super().__init__(source, "npz torch")

    def set_shapes(self):
        self.classes, self.layers, self.sizes = 6, 3, [2] * 6
        self.columns = 12
        self.widths = [9, 8, 7, 6]

    def set_decays(self):
        super().set_decays()
        self.threshold = self.absolute = None


class Nearly(Fixed):
    def matrix(self, rows, columns):
        draw = self.source.gauss
        rank = self.source.choice([2, 3])
        left = [[draw(0, 1) for _ in range(rank)] for _ in range(rows)]
        right = [[draw(0, 1) for _ in range(columns)] for _ in range(rank)]
        return Array(
            [[sum(row[k] * right[k][j] for k in range(rank)) + draw(0, 1e-6) for j in range(columns)] for row in left],
            "f4")


class Trained(Fixed):
    """At a point near to a minimum of objective (1), with every λ = 1/200."""

    def __init__(self, source, steps):
        self.steps = steps
        super().__init__(source)

    def make_numbers(self):
        random = numpy.random.default_rng(self.source.getrandbits(32))
        features = random.normal(size=(self.widths[0], self.columns))
        weights = [
            random.normal(size=(self.widths[i + 1], self.widths[i])) / self.widths[i] ** 0.5
            for i in range(self.layers)]
        target, decay = numpy.repeat(numpy.eye(self.classes), 2, axis=1), 1 / 200
        for _ in range(self.steps):
            before, after = [], [features]
            for weight in weights:
                before.append(weight @ after[-1])
                after.append(numpy.maximum(before[-1], 0))
            slope = (before[-1] - target) / self.columns
            slopes = []
            for i in reversed(range(self.layers)):
                if i < self.layers - 1:
                    slope = slope * (before[i] > 0)
                slopes.insert(0, slope @ after[i].T + decay * weights[i])
                slope = weights[i].T @ slope
            features = features - 0.2 * (slope + decay / 2 * features)
            weights = [weight - 0.2 * change for weight, change in zip(weights, slopes)]
        self.features = Array(features.tolist(), "f4")
        self.weights = [Array(weight.tolist(), "f4") for weight in weights]
        self.biases = [None] * self.layers
