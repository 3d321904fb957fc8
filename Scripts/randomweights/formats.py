"""Arrays of numbers in the formats that people keep weights in."""

import io
import json
import struct
import zipfile
from fractions import Fraction

try:
    import numpy
except ImportError:
    numpy = None
try:
    import safetensors.numpy
except ImportError:
    safetensors = None

# A letter of struct for each type; b2 is bfloat16.
CODES = {
    "f8": "d", "f4": "f", "f2": "e", "i8": "q", "i4": "i", "i2": "h", "i1": "b", "u8": "Q", "u4": "I", "u2": "H",
    "u1": "B", "b1": "?"}
TENSORS = {
    "f8": "F64", "f4": "F32", "f2": "F16", "b2": "BF16", "i8": "I64", "i4": "I32", "i2": "I16", "i1": "I8", "u8": "U64",
    "u4": "U32", "u2": "U16", "u1": "U8", "b1": "BOOL"}


class Array:
    """Rows of numbers of a type, or one row for a vector, or one number."""

    def __init__(self, rows, kind, shape=None):
        self.kind = kind
        self.rows = [[self.rounded(x, kind) for x in row] for row in rows]
        self.shape = shape if shape is not None else (len(rows), len(rows[0]))

    @staticmethod
    def rounded(x, kind):
        """The number of that type that a number becomes."""
        if kind == "b2":
            return struct.unpack("<f", b"\0\0" + struct.pack("<f", x)[2:])[0]
        if kind[0] == "f":
            return struct.unpack(f"<{CODES[kind]}", struct.pack(f"<{CODES[kind]}", x))[0]
        return int(x)

    @property
    def fractions(self):
        return [[Fraction(x) for x in row] for row in self.rows]

    def transposed(self):
        return Array([list(column) for column in zip(*self.rows)], self.kind)

    def columns(self, order):
        return Array([[row[j] for j in order] for row in self.rows], self.kind)

    def bytes(self, order="<", by_columns=False):
        rows = zip(*self.rows) if by_columns else self.rows
        numbers = [x for row in rows for x in row]
        if self.kind == "b2":
            parts = [struct.pack("<f", x)[2:] for x in numbers]
            return b"".join(part if order == "<" else part[::-1] for part in parts)
        return struct.pack(f"{order}{len(numbers)}{CODES[self.kind]}", *numbers)

    def numpy(self, order="C"):
        flat = numpy.array([x for row in self.rows for x in row], dtype=self.kind)
        return numpy.asarray(flat.reshape(self.shape), order=order)


def npy(array, source, by_numpy):
    """One array as NumPy writes it, in any version of the format."""
    by_columns = source.random() < 0.4
    if by_numpy and array.kind != "b2":
        data = array.numpy("F" if by_columns else "C")
        if source.random() < 0.3:
            data = data.astype(data.dtype.newbyteorder(">"))
        stream = io.BytesIO()
        numpy.lib.format.write_array(stream, data, version=source.choice([None, (1, 0), (2, 0), (3, 0)]))
        return stream.getvalue()
    order = source.choice("<>")
    code = "V2" if array.kind == "b2" else array.kind
    # bfloat16 is void there, which has no order.
    mark = "|" if array.kind[1] == "1" or array.kind == "b2" else order
    shape = "(" + "".join(f"{n}{source.choice(['L', ''])}, " for n in array.shape) + ")"
    fields = [f"'descr': '{mark}{code}'", f"'fortran_order': {by_columns}", f"'shape': {shape}"]
    source.shuffle(fields)
    header = "{" + ", ".join(fields) + ", }"
    version = source.choice([1, 2, 3])
    start = 10 if version == 1 else 12
    header += " " * (-(start + len(header) + 1) % 64) + "\n"
    length = struct.pack("<H" if version == 1 else "<I", len(header))
    data = array.bytes("<" if array.kind == "b2" else order, by_columns)
    return b"\x93NUMPY" + bytes([version, 0]) + length + header.encode() + data


def npz(arrays, source, by_numpy):
    """An archive: stored or deflated, with 64-bit sizes or a comment."""
    plain = all(array.kind != "b2" for array in arrays.values())
    if by_numpy and plain:
        stream = io.BytesIO()
        save = source.choice([numpy.savez, numpy.savez_compressed])
        save(stream, **{name: array.numpy(source.choice("CF")) for name, array in arrays.items()})
        return stream.getvalue()
    stream = io.BytesIO()
    method = source.choice([zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, array in arrays.items():
            with archive.open(f"{name}.npy", "w", force_zip64=source.random() < 0.5) as entry:
                entry.write(npy(array, source, False))
        if source.random() < 0.3:
            archive.comment = b"weights"
    return wide(stream.getvalue()) if source.random() < 0.3 else stream.getvalue()


def wide(data):
    """The same archive with a directory that has its sizes in 64 bits, as those beyond 4 GiB have."""
    end = data.rindex(b"PK\5\6")
    count, length, place = struct.unpack("<HII", data[end + 10: end + 20])
    old, new = data[end - length: end], b""
    while old:
        fields = list(struct.unpack("<4s6H3I5H2I", old[:46]))
        name, extra, comment = fields[10:13]
        sizes = struct.pack("<HHQQQ", 1, 24, fields[9], fields[8], fields[16])
        tail = old[46: 46 + name + extra + comment]
        fields[8] = fields[9] = fields[16] = 0xFFFFFFFF
        fields[11] = 28
        new += struct.pack("<4s6H3I5H2I", *fields) + tail[:name] + sizes + tail[name + extra:]
        old = old[46 + name + extra + comment:]
    record = struct.pack("<4sQ2H2I4Q", b"PK\6\6", 44, 45, 45, 0, 0, count, count, len(new), place)
    begin = end - length
    locator = struct.pack("<4sIQI", b"PK\6\7", 0, place + len(new), 1)
    rest = struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, 0xFFFF, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0)
    return data[:begin] + new + record + locator + rest


def tensors(arrays, source, by_library):
    """A file of safetensors."""
    if by_library and all(array.kind != "b2" for array in arrays.values()):
        return safetensors.numpy.save({name: array.numpy() for name, array in arrays.items()}, {"format": "pt"})
    header, data = {"__metadata__": {"format": "pt", "note": 'a "quoted" \\ one'}}, b""
    for name in sorted(arrays):
        content = arrays[name].bytes()
        header[name] = {
            "dtype": TENSORS[arrays[name].kind], "shape": list(arrays[name].shape),
            "data_offsets": [len(data), len(data) + len(content)]}
        data += content
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    return struct.pack("<Q", len(text)) + text + data


def as_json(arrays, source):
    """JSON, where numbers are decimals, and the names with dots may be objects in objects."""
    document = {"comment": "weights", "step": 7}
    nest = source.random() < 0.5
    for name, array in arrays.items():
        rows = [[str(Fraction(repr(x))) if source.random() < 0.1 else x for x in row] for row in array.rows]
        value = rows if len(array.shape) == 2 else rows[0]
        place, last = document, name
        if nest and "." in name:
            *parents, last = name.split(".")
            for parent in parents:
                place = place.setdefault(parent, {})
        place[last] = value
    return json.dumps(document).encode()


def decimals(array):
    """The fractions that the numbers of an array are in JSON: what the shortest decimals say."""
    return [[Fraction(repr(x)) for x in row] for row in array.rows]
