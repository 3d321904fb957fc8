"""The smallest claim that is still answered wrongly."""

from dataclasses import replace

from .claims import BOUND, Domain, call, is_graph, is_matrix, name, num, parts


def smaller(e, lets):
    """Simpler formulas of the same kind, the simplest first."""
    if e[0] == "partition":
        return
    if is_graph(e):
        if e[1] != "complete":
            yield from (call("complete", num(n)) for n in (1, 2, 3))
    elif is_matrix(e, lets):
        if e[0] != "call" or e[1] not in "IJ" or e[2][0][0] != "number":
            yield from (call("I", num(n)) for n in (1, 2))
        if e != call("I", name("r")):
            yield call("I", name("r"))
    elif e[0] != "number":
        yield from (num(0), num(1))
        if e != name("r"):
            yield name("r")
    elif e[1] not in (0, 1):
        yield from (num(0), num(1), num(2))
        if e[1].denominator > 1 or abs(e[1]) > 2:
            yield num(int(e[1] / 2))
    for inner, put in parts(e):
        if (is_matrix(inner, lets), is_graph(inner)) == (is_matrix(e, lets), is_graph(e)):
            yield inner
    for inner, put in parts(e):
        for simpler in smaller(inner, lets):
            yield put(simpler)


def candidates(claim):
    """Claims with one thing less."""
    for i in range(len(claim.propositions)):
        if len(claim.propositions) > 1:
            yield replace(claim, propositions=claim.propositions[:i] + claim.propositions[i + 1:])
    if claim.hypothesis is not None:
        yield replace(claim, hypothesis=None)
        for i, all_of in enumerate(claim.hypothesis):
            if len(claim.hypothesis) > 1:
                yield replace(claim, hypothesis=claim.hypothesis[:i] + claim.hypothesis[i + 1:])
            for j in range(len(all_of)):
                if len(all_of) > 1:
                    less = all_of[:j] + all_of[j + 1:]
                    yield replace(
                        claim, hypothesis=claim.hypothesis[:i] + (less,) + claim.hypothesis[i + 1:])
    for i in range(len(claim.lets)):
        yield replace(claim, lets=claim.lets[:i] + claim.lets[i + 1:])
        n, e = claim.lets[i]
        for simpler in smaller(e, claim.lets):
            yield replace(claim, lets=claim.lets[:i] + ((n, simpler),) + claim.lets[i + 1:])
    for i, p in enumerate(claim.parameters):
        if p.name != "r":
            yield replace(claim, parameters=claim.parameters[:i] + claim.parameters[i + 1:])
        if p.bound:
            yield with_parameter(claim, i, replace(p, bound=None))
        if len(p.domain.values) > 1:
            for value in (p.domain.values[0], p.domain.values[-1]):
                yield with_parameter(claim, i, replace(p, domain=Domain(str(value), (value,))))
    for i, p in enumerate(claim.propositions):
        for simpler in smaller_propositions(p, claim.lets):
            yield replace(
                claim, propositions=claim.propositions[:i] + (simpler,) + claim.propositions[i + 1:])


def with_parameter(claim, i, parameter):
    return replace(
        claim, parameters=claim.parameters[:i] + (parameter,) + claim.parameters[i + 1:])


def smaller_propositions(p, lets):
    if p[0] == "spectrum":
        for i in range(len(p[2])):
            if len(p[2]) > 1:
                yield (p[0], p[1], p[2][:i] + p[2][i + 1:])
            for j in (0, 1):
                for simpler in smaller(p[2][i][j], lets):
                    line = (simpler, p[2][i][1]) if j == 0 else (p[2][i][0], simpler)
                    yield (p[0], p[1], p[2][:i] + (line,) + p[2][i + 1:])
        for simpler in smaller(p[1], lets):
            yield (p[0], simpler, p[2])
        return
    if p[0] == "regular":
        for i in range(4):
            for simpler in smaller(p[2][i], lets):
                yield (p[0], p[1], p[2][:i] + (simpler,) + p[2][i + 1:])
        return
    if p[0] == "inertia":
        for i in range(3):
            for simpler in smaller(p[2][i], lets):
                yield (p[0], p[1], p[2][:i] + (simpler,) + p[2][i + 1:])
    if p[0] == "or":
        for i, all_of in enumerate(p[1]):
            if len(p[1]) > 1:
                yield (p[0], p[1][:i] + p[1][i + 1:])
            for j, inner in enumerate(all_of):
                if len(all_of) > 1:
                    yield (p[0], p[1][:i] + (all_of[:j] + all_of[j + 1:],) + p[1][i + 1:])
                for simpler in smaller_propositions(inner, lets):
                    yield (p[0], p[1][:i] + (all_of[:j] + (simpler,) + all_of[j + 1:],) + p[1][i + 1:])
        return
    places = {
        "relation": (1, 3), "inertia": (1,), "positive_definite": (1,), "positive_semidefinite": (1,),
        "vectors": (2,),
    }
    for i in places.get(p[0], (1, 2)):
        for simpler in smaller(p[i], lets):
            yield p[:i] + (simpler,) + p[i + 1:]
    if p[0] == "relation" and is_matrix(p[1], lets):
        # Both sides at once, which have to stay of one shape.
        for left in smaller(p[1], lets):
            for right in (left, ("negated", left), ("binary", "*", num(2), left)):
                if right != p[3]:
                    yield (p[0], left, p[2], right)


def names_in(e):
    found = {e[1]} if e[0] == "name" else set()
    for inner, _ in parts(e):
        found |= names_in(inner)
    if e[0] == "call":
        found -= {bound[1] for bound in e[2][:BOUND.get(e[1], 0)]}
    return found


def is_closed(claim):
    """Whether every name is known where it stands."""
    known = {p.name for p in claim.parameters}
    for n, e in claim.lets:
        if not names_in(e) <= known:
            return False
        known.add(n)
    formulas = [e for p in claim.propositions for e in formulas_of(p)]
    for all_of in claim.hypothesis or ():
        formulas += [e for r in all_of for e in formulas_of(r)]
    return all(names_in(e) <= known for e in formulas)


def formulas_of(p):
    if p[0] == "relation":
        return [p[1], p[3]]
    if p[0] == "spectrum":
        return [p[1]] + [e for line in p[2] for e in line]
    if p[0] in ("regular", "inertia"):
        return [p[1]] + list(p[2])
    if p[0] == "or":
        return [e for all_of in p[1] for inner in all_of for e in formulas_of(inner)]
    if p[0] == "vectors":
        # The vector is a name of the statement's own.
        return [p[2]]
    return list(p[1:])


def shrunk(claim, is_wrong, tries=400):
    """The claim after all that leaves it wrong; `is_wrong` runs the program."""
    size = len(claim.text("c"))
    begun = True
    while begun and tries > 0:
        begun = False
        for candidate in candidates(claim):
            smaller_size = len(candidate.text("c"))
            if smaller_size >= size or not is_closed(candidate):
                continue
            tries -= 1
            if tries <= 0:
                break
            if is_wrong(candidate):
                claim, size, begun = candidate, smaller_size, True
                break
    return claim
