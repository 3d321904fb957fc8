"""Networks that are nearly of low rank, as trained ones are, where floating point says a rank of its own."""

from .formats import Array
from .network import Case


def trained(source):
    """A few of them: of rank 2 or 3 but for noise of one part in a million."""
    for _ in range(6):
        yield Nearly(source)


class Nearly(Case):
    def __init__(self, source):
        self.rank = source.choice([2, 3])
        super().__init__(source, "npz torch")

    def set_shapes(self):
        self.classes, self.layers, self.sizes = 6, 3, [2] * 6
        self.columns = 12
        self.widths = [9, 8, 7, 6]
        self.rank = min(self.rank, 5)

    def matrix(self, rows, columns):
        draw = self.source.gauss
        left = [[draw(0, 1) for _ in range(self.rank)] for _ in range(rows)]
        right = [[draw(0, 1) for _ in range(columns)] for _ in range(self.rank)]
        return Array(
            [[sum(l[k] * right[k][j] for k in range(self.rank)) + draw(0, 1e-6) for j in range(columns)] for l in left],
            "f4")
