"""The outputs of verify: reading them strictly, and what is alike in them."""

import json
import sys

# Objects whose members are the parameters of a statement: there may be any of them.
MAPS = {"domain", "extent", "at", "holds"}

# Members on whose values it depends which others there are.
DECIDING = {"verdict", "kind", "statement", "valid", "exit", "to_kind", "found", "replayed"}

# Words in place of numbers.
PLACEHOLDERS = ("infinity", "infinite", "undecided", "construction", "—")


def fail(message):
    sys.exit(f"schema: FAILED: {message}")


def read(path):
    """A document, if it is one, and all members of it stand in order."""

    def members(pairs):
        names = [name for name, _ in pairs]
        if names != sorted(set(names)):
            fail(f"{path}: members that are not sorted, or twice: {names}")
        return dict(pairs)

    def no_number(text):
        fail(f"{path}: {text} is no number of JSON")

    with open(path, encoding="utf-8", newline="") as file:
        text = file.read()
    if not text.endswith("}\n"):
        fail(f"{path}: expected one object and a line break at its end")
    try:
        return json.loads(text, object_pairs_hook=members, parse_constant=no_number)
    except ValueError as error:
        fail(f"{path}: {error}")


def outline(value):
    """The members of an object, and which of the values decide; of all else the type."""
    if isinstance(value, dict):
        return ",".join(f"{key}:{value[key]}" if key in deciding(value) else key for key in value)
    return "word" if isinstance(value, str) and value in PLACEHOLDERS else type(value).__name__


def deciding(value):
    return {
        key for key in DECIDING
        if key in value and not isinstance(value[key], list) and (key != "statement" or "verdict" in value)
    }


def form(value, name=None):
    """What two values of one form have in common: their members, the forms of these, and what decides between forms."""
    if name in MAPS and isinstance(value, dict):
        return "map"
    if isinstance(value, dict):
        decides = deciding(value)
        return "{" + ",".join(f"{key}:{value[key] if key in decides else form(value[key], key)}" for key in value) + "}"
    if isinstance(value, list):
        return "[" + ",".join(sorted({form(item, name) for item in value})) + "]"
    return "word" if isinstance(value, str) and value in PLACEHOLDERS else type(value).__name__


def parts(value, validator):
    """The document in small: one for each item of its long lists, without what is in them twice."""
    found = {}
    others = reduced(value)
    for name, items in value.items():
        if isinstance(items, list):
            for item in items:
                small = {key: other[:1] if isinstance(other, list) else other for key, other in others.items()}
                small[name] = [reduced(item)]
                if found and name == "results" and "audit" in small:
                    small["audit"] = {**small["audit"], "answers": [], "roots": []}
                if form(small) not in found and validator.is_valid(small):
                    found[form(small)] = small
    return list(found.values()) or [others]


def reduced(value):
    """The value with at most three items of each form in its lists."""
    if isinstance(value, dict):
        return {name: reduced(item) for name, item in value.items()}
    if isinstance(value, list):
        kinds = {}
        for item in map(reduced, value):
            kinds.setdefault(form(item), []).append(item)
        return [item for items in kinds.values() for item in items[:3]]
    return value


def places(value, path=()):
    """All places in a document with what stands there."""
    yield path, value
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in items:
        yield from places(item, path + (key,))


def names(path):
    """A place without the numbers of items."""
    return tuple(key for key in path if isinstance(key, str))


def shown(path):
    return "".join(f"[{key}]" if isinstance(key, int) else f".{key}" for key in path) or "the whole"
