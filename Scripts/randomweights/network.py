"""Random networks, and the files and options that say them."""

from fractions import Fraction

from . import formats
from .formats import Array

# Format and names; every kind is a way in which people keep weights.
KINDS = [
    "npz plain", "npz torch", "npz flax", "npz named", "npz labels", "npz one-hot", "npz biases", "npz unequal",
    "npy", "safetensors torch", "safetensors labels", "safetensors biases", "json plain", "json flax", "json labels",
    "npz transpose", "npz label file", "json stacked",
]
FLOATS = ["f8", "f4", "f2", "b2"]
WHOLES = ["i8", "i4", "i2", "i1", "u8", "u4", "u2", "u1"]


class Case:
    """The network, what the program is given, and under which λ's."""

    def __init__(self, source, kind):
        self.source, self.kind, self.files = source, kind, {}
        self.form, self.style = kind.split(" ", 1) if " " in kind else (kind, "plain")
        self.classes = source.choice([2, 2, 3, 3, 4, 6])
        self.layers = source.choice([2, 3, 3, 4])
        self.set_shapes()
        self.make_numbers()
        self.make_labels()
        self.set_decays()
        self.words = self.options()
        self.write()

    def set_shapes(self):
        source = self.source
        self.sizes = [source.randint(1, 3)] * self.classes
        if self.style == "unequal":
            self.sizes = [source.randint(1, 4) for _ in range(self.classes)]
            self.sizes[source.randrange(self.classes)] = 5
        self.columns = sum(self.sizes)
        # Different lengths, so that the shapes say which way round a matrix is; but for squares that stand as
        # the plain names say, or as --transpose does.
        free = [n for n in range(2, 12) if n not in (self.classes, self.columns)]
        if self.style in ("plain", "transpose", "stacked", "named", "labels", "one-hot", "unequal"):
            width = source.randint(2, 4)
            self.widths = [width if source.random() < 0.6 else source.randint(2, 5) for _ in range(self.layers)]
        else:
            self.widths = source.sample(free, self.layers)
        self.widths.append(self.classes)

    def kind_of(self):
        """A type of numbers."""
        return self.source.choice(FLOATS if self.source.random() < 0.8 else WHOLES[:4])

    def number(self, kind):
        if kind[0] in "iu":
            return self.source.randint(-3 if kind[0] == "i" else 0, 3)
        if kind in ("f2", "b2") or self.source.random() < 0.3:
            return self.source.randint(-40, 40) / 16
        return self.source.uniform(-1, 1)

    def matrix(self, rows, columns):
        kind = self.kind_of()
        if self.form == "json":
            kind = "f8"
        if self.source.random() < 0.25 and rows > 1 and columns > 1:
            # Of rank 1, nearly: small differences that an exact rank sees.
            left = [self.source.randint(-4, 4) for _ in range(rows)]
            right = [self.source.randint(-4, 4) for _ in range(columns)]
            off = 2.0 ** -14 if kind in ("f8", "f4") else 0
            return Array([[x * y + off * self.source.randint(-1, 1) for y in right] for x in left], kind)
        return Array([[self.number(kind) for _ in range(columns)] for _ in range(rows)], kind)

    def make_numbers(self):
        self.features = self.matrix(self.widths[0], self.columns)
        self.weights = [self.matrix(self.widths[i + 1], self.widths[i]) for i in range(self.layers)]
        self.biases = [None] * self.layers
        if self.style == "biases" or self.style in ("flax", "torch") and self.source.random() < 0.3:
            zero = self.source.random() < 0.3
            kind = "f4" if self.form != "json" else "f8"
            self.biases = [
                Array([[0.0 if zero else self.number(kind) for _ in range(rows)]], kind, (rows,))
                if self.source.random() < 0.8 else None for rows in self.widths[1:]]

    def make_labels(self):
        """The classes of the columns as they stand in the file, and the order that sorts them."""
        self.labels = None
        has = self.style in ("labels", "one-hot", "unequal", "label file") or (
            self.style in ("torch", "flax") and self.source.random() < 0.4)
        classes = [k for k, size in enumerate(self.sizes) for _ in range(size)]
        if not has:
            self.order = list(range(self.columns))
            return
        places = list(range(self.columns))
        self.source.shuffle(places)
        self.shown = [classes[i] for i in places]
        self.order = places
        base = self.source.choice([0, 1])
        # A square one does not say which way round it stands.
        if self.style == "one-hot" and self.classes != self.columns:
            rows = [[int(k == label) for k in range(self.classes)] for label in self.shown]
            self.labels = Array(rows, self.source.choice(["f4", "i8", "u1"]))
            if self.source.random() < 0.5:
                self.labels = self.labels.transposed()
        else:
            kind = self.source.choice(["i8", "i4", "u1", "f4", "f8"]) if self.form != "json" else "i8"
            self.labels = Array([[k + base for k in self.shown]], kind, (self.columns,))

    def set_decays(self):
        def decay():
            return Fraction(self.source.randint(1, 9), 10 ** self.source.randint(1, 4))
        self.decay_words = []
        common, features, weights = decay(), decay(), [decay() for _ in range(self.layers)]
        way = self.source.randrange(5)
        if way in (0, 1, 2):
            self.decay_words += ["--lambda", self.said(common)]
        if way in (1, 3, 4):
            self.decay_words += ["--lambda-H", self.said(features)]
        if way == 2 or way == 4:
            self.decay_words += ["--lambda-W", ",".join(map(self.said, weights))]
        if way == 3:
            self.decay_words += ["--lambda-W", self.said(weights[0])]
            weights = weights[:1] * self.layers
        self.feature_decay = features if way in (1, 3, 4) else common
        self.weight_decays = weights if way in (2, 3, 4) else [common] * self.layers
        self.threshold = self.source.choice([None, None, Fraction(1, 10), Fraction(1, 3)])
        self.absolute = self.source.choice([None, None, None, Fraction(1, 2), Fraction(3)])

    def said(self, x):
        return self.source.choice([str(x), repr(float(x)), f"{float(x):e}"])

    def options(self):
        words = list(self.decay_words)
        if self.absolute is not None:
            words += ["--absolute-threshold", str(self.absolute)]
        elif self.threshold is not None:
            words += ["--threshold", str(self.threshold)]
        return words

    # Files.

    def names(self):
        """The names of H_1, the weights, biases and labels, and whether weights stand in × out and samples in rows."""
        count = range(self.layers)
        if self.style in ("torch", "biases", "label file"):
            stem = self.source.choice(["layers.{}", "fc{}", "net.layers.{}", "linear_{}"])
            numbers = [2 * i + 8 for i in count]
            stems = [stem.format(n) for n in numbers]
            features = self.source.choice(["features", "H", "model.H1", "features.weight"])
            return features, [f"{s}.weight" for s in stems], [f"{s}.bias" for s in stems], "labels", False, True
        if self.style == "flax":
            stems = [f"params.Dense_{i}" for i in count]
            return "features", [f"{s}.kernel" for s in stems], [f"{s}.bias" for s in stems], "y", True, True
        if self.style == "named":
            words = ["alpha", "beta.gamma", "delta", "epsilon", "zeta"]
            self.source.shuffle(words)
            return words[0], words[1: self.layers + 1], [f"bias.{i}" for i in count], "z", False, False
        return "H1", [f"W{i + 1}" for i in count], [f"b{i + 1}" for i in count], "labels", False, False

    def write(self):
        features, weights, biases, labels, turns_weights, turns_features = self.names()
        arrays = {}
        shown = self.features.columns(self.order)
        turned = []
        if self.style == "transpose":
            turned = [name for name in [features] + weights if self.source.random() < 0.5]
            self.words += ["--transpose", ",".join(turned) or "none"]
        arrays[features] = shown.transposed() if turns_features or features in turned else shown
        for name, weight in zip(weights, self.weights):
            arrays[name] = weight.transposed() if turns_weights or name in turned else weight
        for name, bias in zip(biases, self.biases):
            if bias is not None:
                arrays[name] = bias
        names = list(arrays)
        if self.style == "named":
            said = [f"{'H1' if i == 0 else f'W{i}'}={name}" for i, name in enumerate([features] + weights)]
            self.words += ["--names", ",".join(said)]
        if self.labels is not None and self.style != "label file":
            arrays[labels] = self.labels
            names.append(labels)
        if self.style != "stacked" and self.form != "npy":
            self.source.shuffle(names)
        arrays = {name: arrays[name] for name in names}
        if self.style == "label file":
            self.write_labels()
        self.write_arrays(arrays)
        if self.form == "json":
            self.features_exact = formats.decimals(self.features)
            self.weights_exact = [formats.decimals(weight) for weight in self.weights]
            self.biases_exact = [b and formats.decimals(b)[0] for b in self.biases]
        else:
            self.features_exact = self.features.fractions
            self.weights_exact = [weight.fractions for weight in self.weights]
            self.biases_exact = [b and b.fractions[0] for b in self.biases]

    def write_labels(self):
        numbers = self.labels.rows[0]
        name = self.source.choice(["y.npy", "y.txt", "y.json", "y.csv"])
        if name == "y.npy":
            content = formats.npy(self.labels, self.source, self.by_library(formats.numpy))
        elif name == "y.json":
            content = str([int(x) for x in numbers]).encode()
        else:
            content = (", " if name == "y.csv" else "\n").join(str(int(x)) for x in numbers).encode()
        self.files[name] = content
        self.words += ["--labels", name]

    def by_library(self, library):
        return library is not None and self.source.random() < 0.5

    def write_arrays(self, arrays):
        if self.form == "npy":
            for name, array in arrays.items():
                self.files[f"{name}.npy"] = formats.npy(array, self.source, self.by_library(formats.numpy))
            self.words = [f"{name}.npy" for name in arrays] + self.words
            return
        name = {"npz": "w.npz", "safetensors": "w.safetensors", "json": "w.json"}[self.form]
        if self.form == "npz":
            content = formats.npz(arrays, self.source, self.by_library(formats.numpy))
        elif self.form == "safetensors":
            content = formats.tensors(arrays, self.source, self.by_library(formats.safetensors))
        elif self.style == "stacked":
            content = formats.json.dumps({
                "H1": arrays["H1"].rows, "W": [arrays[f"W{i + 1}"].rows for i in range(self.layers)]}).encode()
        else:
            content = formats.as_json(arrays, self.source)
        self.files[name] = content
        self.words = [name] + self.words


