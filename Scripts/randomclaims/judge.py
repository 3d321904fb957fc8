"""Whether an answer of the program can be right."""

from fractions import Fraction
from itertools import product

from .evaluator import Evaluator
from .roots import Roots, Undefined, Unknown

# Values of an open range that are looked at: the first ones, and some far out.
FIRST, FAR = 41, (50, 64, 100, 101, 128, 1000)


def points(claim):
    """The values of the parameters, in the order of the program: the first one varies slowest."""
    lists = []
    for parameter in claim.parameters:
        first = parameter.domain.first
        if first is None:
            lists.append(parameter.domain.values)
        else:
            near = range(first, first + FIRST)
            lists.append(tuple(map(Fraction, [*near, *(n for n in FAR if n not in near)])))
    names = [parameter.name for parameter in claim.parameters]
    return [dict(zip(names, values)) for values in product(*lists)]


class Truth:
    """What the evaluator says of a claim, point by point: True, False, None where the hypothesis is missed,
    "undefined", or "unknown" where that would be too much work."""

    # Products of numbers for all points together.
    PRODUCTS = 200_000

    def __init__(self, claim, verdict):
        self.claim = claim
        self.points = points(claim)
        self.products = 0
        # All of them can contradict these; of the others a few say what kind of claim it is.
        everywhere = verdict in ("checked", "proved") or not claim.is_open
        self.all = [self.at(point) for point in (self.points if everywhere else self.points[:12])]

    def at(self, point):
        if self.products > self.PRODUCTS:
            return "unknown"
        evaluator = Evaluator(self.claim, point)
        try:
            return evaluator.truth()
        except Undefined:
            return "undefined"
        except Unknown:
            return "unknown"
        finally:
            self.products += evaluator.products

    @property
    def summary(self):
        """"false", "undefined", "vacuous", "unknown" or "true", the first that applies at some value."""
        for word, value in (("false", False), ("undefined", "undefined"), ("unknown", "unknown")):
            if value in self.all:
                return word
        return "true" if True in self.all else "vacuous"


def disagreement(claim, answer, found):
    """Why the answer is wrong, in a line; None when it may be right."""
    verdict = answer.verdict
    if verdict in ("crash", "internal", "hang", "usage", "no answer"):
        return f"{verdict}: {answer.reason[-200:]}"
    if verdict in ("checked", "proved"):
        for value, what in ((False, "false"), ("undefined", "without meaning")):
            for point, truth_there in zip(found.points, found.all):
                if truth_there == value:
                    return f"{verdict}, but {what} at {shown(point)}"
        if found.summary == "vacuous":
            return f"{verdict}, but no value satisfies the hypotheses"
        if verdict == "proved" and not claim.is_open:
            return "proved, though every range is finite"
        if verdict == "checked" and claim.is_open:
            return "checked, though a range is open"
        return wrong_count(claim, answer, found)
    if verdict == "refuted":
        return wrong_refutation(claim, answer, found)
    if verdict not in ("undecided", "refused", "limit"):
        return f"a verdict that is not documented: {verdict}"
    return None


def wrong_refutation(claim, answer, found):
    named = answer.results.get("counterexample", {})
    point = {key: Fraction(value) for key, value in named.get("at", {}).items()}
    if set(point) != {p.name for p in claim.parameters}:
        return f"refuted at {shown(point)}, which is not one value for each parameter"
    there = found.at(point)
    if there is True:
        return f"refuted, but true at {shown(point)}"
    if there is None:
        return f"refuted outside the hypotheses, at {shown(point)}"
    if there is False:
        wrong = wrong_value(claim, named, point)
        if wrong:
            return wrong
        earlier = found.all[:found.points.index(point)] if point in found.points else []
        if False in earlier and not claim.is_open:
            smallest = found.points[earlier.index(False)]
            return f"refuted at {shown(point)}, but the smallest counterexample is {shown(smallest)}"
    return wrong_count(claim, answer, found)


def wrong_count(claim, answer, found):
    """`instances` and `holds` of a finite claim that is decided everywhere."""
    if claim.is_open or any(value in ("undefined", "unknown") for value in found.all):
        return None
    inside = [value for value in found.all if value is not None]
    told = (answer.results.get("holds"), answer.results.get("instances"))
    own = (sum(inside), len(inside))
    return None if told == own else f"holds for {told[0]} of {told[1]}, but it is {own[0]} of {own[1]}"


def wrong_value(claim, named, point):
    """The value that a counterexample gives for the left side of a relation between fractions."""
    evaluator = Evaluator(claim, point)
    for proposition in claim.propositions:
        try:
            if evaluator.holds(proposition):
                continue
            if proposition[0] != "relation":
                return None
            left, right = evaluator.value(proposition[1]), evaluator.value(proposition[3])
        except Unknown:
            return None
        if not isinstance(left, Fraction) or not isinstance(right, Fraction):
            return None
        symbol = "" if proposition[2] == "=" else proposition[2] + " "
        told = (named.get("actual"), named.get("claimed"))
        own = (str(left), symbol + str(right))
        return None if told == own else f"actual and claimed are {own}, not {told}"
    return None


def shown(point):
    return ", ".join(f"{key} = {value}" for key, value in point.items()) or "the one value"
