import Graphs
import Rational
import Statements

/// What the parameters of a claim can be in a uniform proof.
package struct ParameterRoles: Hashable, Sendable {
  /// The name that is r: an integer parameter, or the triangular root of one.
  package private(set) var vertices: String?
  /// The parameter whose triangular root is r, when r is none itself.
  package private(set) var row: String?
  /// Integers that are all open, where they are several; there is no r then.
  package private(set) var sizes: [String] = []
  /// The integer in exponents.
  package private(set) var layers: String?
  /// The positive rationals.
  package private(set) var positive: [String]

  /// The parameter that is open when r is.
  package var open: String? { row ?? vertices }

  /// The integers that may be open together: those that are not only in exponents.
  package let integers: [String]

  /// The roles in these assertions of a claim.
  ///
  /// - Parameter open: The integers that are open, if it is known; one of them is r, several are sizes.
  ///   Other integers, unless they are in exponents, have no role.
  package init(_ claim: Claim, _ propositions: [Proposition], open: [String] = []) {
    let all = claim.parameters.filter(\.isInteger).map(\.name)
    let exponents = all.filter {
      let use = Induction(claim: claim, name: $0)
      return use.isExponent(in: propositions) && !use.isSize(in: propositions)
    }
    let others = all.filter { !exponents.contains($0) }
    integers = others
    let chosen = others.filter(open.contains)
    if chosen.count > 1 {
      sizes = chosen
    } else {
      vertices = chosen.first ?? others.first { $0 == "r" } ?? others.first
    }
    layers = exponents.first { $0 == "L" } ?? exponents.first
    positive = claim.parameters.filter {
      !$0.isInteger && $0.bound == Claim.Parameter.Bound(value: 0, isStrict: true)
    }.map(\.name)
    let taken = claim.parameters.map(\.name) + claim.definitions.map(\.name)
    for definition in claim.definitions {
      if case .call(.triangularRoot, let arguments, _) = definition.expression,
        case .name(let parameter, _)? = arguments.first, others.contains(parameter),
        !taken.contains(ProofSetting.rest), sizes.isEmpty
      {
        (vertices, row) = (definition.name, parameter)
      }
    }
  }

  /// r for a value of the open parameter.
  package func vertices(at value: Int) -> Int {
    row == nil ? value : CompleteGraph.order(withEdgesAtMost: max(0, value))
  }

  /// The values of the open parameter that belong to one r.
  ///
  /// - Precondition: `hasValues(throughVertices: r)`
  package func values(atVertices r: Int) -> ClosedRange<Int> {
    row == nil ? r...r : r * (r - 1) / 2...r * (r + 1) / 2 - 1
  }

  /// Whether what belongs to every r up to one fits into a word, with room for the products.
  package func hasValues(throughVertices r: Int) -> Bool { row == nil || r < 1 << 31 }

  /// Whether a value of the open parameter is the least one that belongs to r.
  package func isFirst(_ value: Int, atVertices r: Int) -> Bool {
    row == nil ? value == r : Integer(r) * (Integer(r) - 1) == Integer(value) * 2
  }
}
