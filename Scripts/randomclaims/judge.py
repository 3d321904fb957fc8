"""Whether an answer of the program can be right."""

from fractions import Fraction
from itertools import product

from .evaluator import Evaluator
from .roots import Roots, Undefined, Unknown

# Values of an open range that are looked at: the first ones, and some far out.
FIRST, FAR = 41, (50, 64, 100, 101, 128, 1000)


# Values of a parameter that is any positive number.
POSITIVE = (Fraction(1), Fraction(1, 7), Fraction(1, 2), Fraction(2), Fraction(3), Fraction(100))


def points(claim, extent):
    """The values of the parameters, in the order of the program: the first one varies slowest."""
    lists = []
    for parameter in claim.parameters:
        values = parameter.domain.values
        if parameter.domain.first is not None:
            near = range(parameter.domain.first, parameter.domain.first + FIRST)
            values = tuple(map(Fraction, [*near, *(n for n in FAR if n not in near)]))
        elif "above" in extent.get(parameter.name, {}):
            bound = Fraction(extent[parameter.name]["above"])
            values += tuple(bound + x for x in POSITIVE if bound + x not in values)
        lists.append(values)
    names = [parameter.name for parameter in claim.parameters]
    return [dict(zip(names, values)) for values in product(*lists)]


def left_out(claim, extent):
    """What was asked for and is not in the extent of a verdict that something holds; None when all is."""
    for parameter in claim.parameters:
        told, domain = extent.get(parameter.name, {}), parameter.domain
        if domain.first is not None:
            if told != {"from": str(domain.first)}:
                return f"{parameter.name} from {domain.first} on"
        elif "values" in told:
            if {Fraction(x) for x in told["values"]} != set(domain.values):
                return f"the values {domain.text} of {parameter.name}"
        elif "above" not in told or any(x <= Fraction(told["above"]) for x in domain.values):
            return f"the values {domain.text} of {parameter.name}"
    return None


class Truth:
    """What the evaluator says of a claim, point by point: True, False, None where the hypothesis is missed,
    "undefined", or "unknown" where that would be too much work."""

    # Products of numbers for all points together.
    PRODUCTS = 200_000

    def __init__(self, claim, answer):
        self.claim = claim
        self.points = points(claim, answer.results.get("extent", {}))
        self.products = 0
        # All of them can contradict these; of the others a few say what kind of claim it is.
        everywhere = (
            answer.verdict in ("checked", "proved") or not claim.is_open
            or "refutation" in answer.results)
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
    if verdict in ("crash", "internal", "hang", "usage", "no answer", "refused"):
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
        missing = left_out(claim, answer.results.get("extent", {}))
        if missing:
            return f"{verdict}, but its extent leaves out {missing}"
        return wrong_count(claim, answer, found)
    if verdict == "refuted":
        return wrong_refutation(claim, answer, found)
    if verdict not in ("undecided", "limit"):
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
    return wrong_negation(answer, found) or wrong_count(claim, answer, found)


def wrong_negation(answer, found):
    """What is said of where else a claim for all values fails, and where it holds."""
    refutation = answer.results.get("refutation")
    if refutation is None:
        return None
    holds = [{key: Fraction(x) for key, x in point.items()} for point in refutation["holds"]]
    for point, there in zip(found.points, found.all):
        if there is True and point not in holds:
            return f"refuted, and said to fail at {shown(point)}, but it holds there"
        if there is False and point in holds:
            return f"refuted, and said to hold at {shown(point)}, but it fails there"
        if there == "undefined" and within(point, refutation["extent"]):
            return f"refuted, and said to fail at {shown(point)}, but it has no meaning there"
    return None


def within(point, extent):
    """Whether a point is one of an extent."""
    for key, x in point.items():
        told = extent.get(key, {})
        if "from" in told and x < int(told["from"]):
            return False
        if "above" in told and x <= Fraction(told["above"]):
            return False
        if "values" in told and x not in map(Fraction, told["values"]):
            return False
    return True


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
