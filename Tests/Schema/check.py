"""Holds what verify writes against the schema, and the schema against what verify writes.

  python3 Tests/Schema/check.py SCHEMA FILE…

Each file has to be valid JSON with sorted members and as the schema says. So that the schema says something,
each of its members has to occur, and each output with a member left out, under another name, of another type, or
with something that is none of its words or numbers has to be rejected. A member may be left out only where another
output has none at the same place.
"""

import json
import re
import sys

import jsonschema_rs

from outputs import MAPS, fail, names, outline, parts, places, read, shown

# A value of each type; what replaces a value of one type is one of another.
OTHERS = [None, True, 7, 1.5, "?", [None], {"?": None}]

# Strings that are one of a few words.
WORDS = {
    "statement", "verdict", "role", "kind", "order", "correction", "answer", "regression", "from_kind", "to_kind",
    "schema", "command", "right", "seed", "best_seed", "collapse",
}

# Texts for people that may look like numbers, and where a word may stand for more than it does elsewhere.
TEXTS = {
    ("found", "value"), ("counterexample", "claimed"), ("counterexample", "actual"), ("latex", "claimed"),
    ("latex", "actual"), ("domain", None), ("invariants", "exact"), ("invariants", "decimal"), ("last", "share"),
    ("entries", "statement"), ("certificates", "statement"), ("formulas", "text"), ("formulas", "latex"),
    ("definitions", "text"), ("definitions", "latex"), ("certificate", "found"), ("certificate", "expected"),
    ("shape", "found"), ("shape", "expected"),
}

NUMBER = re.compile(r"-?[0-9]+(/[0-9]+)?")


class Document:
    """An output, and what becomes of it when one thing in it is changed."""

    def __init__(self, path, value, validator):
        self.path, self.value, self.validator = path, value, validator

    def parent(self, path):
        value = self.value
        for key in path[:-1]:
            value = value[key]
        return value

    def accepts(self, path, change):
        """Whether the document is as the schema says when the value that has the place is changed."""
        parent = self.parent(path)
        kept = dict(parent) if isinstance(parent, dict) else list(parent)
        change(parent, path[-1])
        valid = self.validator.is_valid(self.value)
        parent.clear()
        parent.update(kept) if isinstance(parent, dict) else parent.extend(kept)
        return valid


def without(parent, key):
    del parent[key]


def renamed(parent, key):
    parent[f"{key}?"] = parent.pop(key)


def replaced(new):
    def change(parent, key):
        parent[key] = new
    return change


def with_unknown(parent, key):
    parent[key]["unknown?"] = "?"


def kind(value):
    return "number" if type(value) in (int, float) else type(value).__name__


def holder(path):
    """The name of the object that a place is in, and the name in it."""
    found = names(path)
    return (found[-2] if len(found) > 1 else None, found[-1] if found else None)


def mutate(document, seen):
    """Changes one thing after the other; what was changed in a document of the same form is left alone.

    Returns how many changes there were, and the members that may be left out, by their places.
    """
    count, optional = 0, {}
    command = document.value["command"].split()[0]
    for path, value in list(places(document.value)):
        if not path:
            continue
        parent = document.parent(path)
        key = (command, names(path), outline(parent), outline(value))
        if key in seen:
            continue
        seen.add(key)

        def reject(change, what):
            nonlocal count
            count += 1
            if document.accepts(path, change):
                fail(f"{document.path}: {shown(path)}: accepted {what}")

        place, name = holder(path)
        is_member = isinstance(path[-1], str)
        in_map = is_member and (place in MAPS and not isinstance(value, (dict, list)) or place == "extent")
        if is_member:
            reject(renamed, "with another name")
            if not in_map:
                count += 1
                if document.accepts(path, without):
                    optional[names(path)] = document.path
        for other in OTHERS:
            if kind(other) != kind(value) or (type(value) is int and type(other) is float):
                reject(replaced(other), f"as {json.dumps(other)} in place of {kind(value)}")
        if isinstance(value, dict):
            def add(parent, last):
                parent[last] = {**value, "unknown?": "?"}
            reject(add, "with an unknown member")
        if isinstance(value, str) and (place, name) not in TEXTS and (place, None) not in TEXTS:
            if name in WORDS:
                reject(replaced("!"), f"as another word than {value}")
            elif NUMBER.fullmatch(value):
                reject(replaced(value + "?"), f"as {value}?")
    for name in list(document.value):
        changed = {**document.value}
        del changed[name]
        if document.validator.is_valid(changed):
            optional[(name,)] = document.path
    if document.validator.is_valid({**document.value, "unknown?": "?"}):
        fail(f"{document.path}: accepted with an unknown member")
    return count, optional


def present(documents):
    """For each object, by its place, the sets of members that occur there."""
    found = {}
    for document in documents:
        for path, value in places(document.value):
            if isinstance(value, dict):
                found.setdefault(names(path), []).append(set(value))
    return found


def declarations(schema, path=()):
    """The places in the schema that say what a member is, with the object that has them."""
    if isinstance(schema, dict):
        for name, part in schema.items():
            if name == "properties" and isinstance(part, dict) and path[-1:] != ("if",):
                for member in part:
                    if isinstance(part[member], dict):
                        yield path + (name, member), part, member
            yield from declarations(part, path + (name,))
    elif isinstance(schema, list):
        for index, part in enumerate(schema):
            yield from declarations(part, path + (index,))


def main():
    schema_path, *paths = sys.argv[1:]
    with open(schema_path, encoding="utf-8") as file:
        schema = json.load(file)
    jsonschema_rs.meta.validate(schema)
    validator = jsonschema_rs.Draft202012Validator(schema)
    documents = []
    for path in paths:
        value = read(path)
        for error in validator.iter_errors(value):
            fail(f"{path}: {shown(error.instance_path)}: {error.message[:400]}")
        documents += [Document(path, small, validator) for small in parts(value, validator)]

    count, optional, seen = 0, {}, set()
    for document in documents:
        more, found = mutate(document, seen)
        count += more
        optional.update(found)
    objects = present(documents)
    for path, example in optional.items():
        if all(path[-1] in members for members in objects[path[:-1]]):
            fail(f"{example}: {shown(path)} may be left out, and never is")

    # A member that nothing has is one too many: with false in its place, some output has to be rejected.
    unused = []
    members = list(declarations(schema))
    having = {}
    for document in documents:
        for name in {key for path, _ in places(document.value) for key in path[-1:]}:
            having.setdefault(name, []).append(document)
    for path, part, member in members:
        kept, part[member] = part[member], False
        without_it = jsonschema_rs.Draft202012Validator(schema)
        if all(without_it.is_valid(document.value) for document in having.get(member, [])):
            unused.append(shown(path))
        part[member] = kept
    if unused:
        fail("no output has " + ", ".join(unused))
    print(f"schema: {len(paths)} outputs are as it says, {count} changes of them are not; "
          f"each of its {len(members)} members occurs, and {len(optional)} may be left out")


if __name__ == "__main__":
    main()
