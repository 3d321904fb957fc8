import Rational
import Testing

@testable import Claims
@testable import Proving
@testable import Statements

/// A change of one spot of what a form claims, with what was changed.
struct Mutant: CustomTestStringConvertible {
  let claim: Claim
  let form: Claim.Form
  let description: String
  var testDescription: String { "\(claim.id): \(description)" }
}

/// All variants of a claimed formula that differ in one spot: another number, a sign, another
/// operation, a parameter shifted by one, a root left out.
func variants(of expression: Expression) -> [(Expression, String)] {
  switch expression {
  case .number(let value, let place):
    return [value + 1, value - 1, value * 10, -value].filter { $0 != value }.map {
      (.number($0, place), "\(value) becomes \($0) at \(place.line):\(place.column)")
    }
  case .name(let name, let place):
    // Names of matrices and constructions are capitals or words; what is shifted is a number.
    guard name.first?.isLowercase == true || name == "K", name != "srg", name != "dnc" else {
      return []
    }
    let changes: [(BinaryOperator, Rational)] = [(.plus, 1), (.minus, 1), (.times, 2)]
    return changes.map { symbol, number in
      (
        .binary(symbol, expression, .number(number, place), place),
        "\(name) becomes \(name) \(symbol.rawValue) \(number) at \(place.line):\(place.column)"
      )
    }
  case .graph: return []
  case .negated(let operand, let place):
    return [(operand, "the sign is dropped at \(place.line):\(place.column)")]
      + variants(of: operand).map { (.negated($0, place), $1) }
  case .transposed(let operand, let place):
    return variants(of: operand).map { (.transposed($0, place), $1) }
  case .binary(let symbol, let left, let right, let place):
    let others: [BinaryOperator: [BinaryOperator]] = [
      .plus: [.minus], .minus: [.plus], .times: [.divided], .divided: [.times],
    ]
    let swapped = (others[symbol] ?? []).map {
      (
        Expression.binary($0, left, right, place),
        "\(symbol.rawValue) becomes \($0.rawValue) at \(place.line):\(place.column)"
      )
    }
    return swapped
      + variants(of: left).map { (.binary(symbol, $0, right, place), $1) }
      + variants(of: right).map { (.binary(symbol, left, $0, place), $1) }
  case .call(.squareRoot, let arguments, let place):
    return [(arguments[0], "the root is left out at \(place.line):\(place.column)")]
      + variants(of: arguments[0]).map { (.call(.squareRoot, [$0], place), $1) }
  case .call(let name, let arguments, let place):
    return arguments.indices.flatMap { index in
      variants(of: arguments[index]).map { variant, what in
        var changed = arguments
        changed[index] = variant
        return (Expression.call(name, changed, place), what)
      }
    }
  case .partition: return []
  case .matrix(let rows, let place):
    return rows.indices.flatMap { row in
      rows[row].indices.flatMap { column in
        variants(of: rows[row][column]).map { variant, what in
          var changed = rows
          changed[row][column] = variant
          return (Expression.matrix(changed, place), what)
        }
      }
    }
  }
}

/// All variants of a proposition that differ in one spot of the claimed side.
func variants(of proposition: Proposition) -> [(Proposition, String)] {
  switch proposition {
  case .relation(let left, let relation, let right, let place):
    let reversals: [Relation: Relation] = [
      .equal: .notEqual, .less: .greaterOrEqual, .lessOrEqual: .greater, .greater: .lessOrEqual,
      .greaterOrEqual: .less, .notEqual: .equal,
    ]
    let reversed = reversals[relation].map {
      [
        (
          Proposition.relation(left, $0, right, place),
          "\(relation.rawValue) becomes \($0.rawValue) at \(place.line):\(place.column)"
        )
      ]
    }
    // Both sides of an inequality are claimed; of an equation, the right one.
    let others = relation == .equal ? [] : variants(of: left)
    return (reversed ?? [])
      + variants(of: right).map { (.relation(left, relation, $0, place), $1) }
      + others.map { (.relation($0, relation, right, place), $1) }
  case .spectrum(let matrix, let values, let place):
    return values.indices.flatMap { index in
      let line = values[index]
      let changes =
        variants(of: line.value).map {
          (Proposition.Eigenvalue(value: $0, multiplicity: line.multiplicity), $1)
        }
        + variants(of: line.multiplicity).map {
          (Proposition.Eigenvalue(value: line.value, multiplicity: $0), $1)
        }
      return changes.map { change, what in
        var changed = values
        changed[index] = change
        return (Proposition.spectrum(matrix, changed, place), what)
      }
    }
  case .stronglyRegular(let graph, let parameters, let place):
    return parameters.indices.flatMap { index in
      variants(of: parameters[index]).map { variant, what in
        var changed = parameters
        changed[index] = variant
        return (Proposition.stronglyRegular(graph, changed, place), what)
      }
    }
  case .inertia(let matrix, let counts, let place):
    return counts.indices.flatMap { index in
      variants(of: counts[index]).map { variant, what in
        var changed = counts
        changed[index] = variant
        return (Proposition.inertia(matrix, changed, place), what)
      }
    }
  // These claim no value: what is changed is the matrix.
  case .definite(let isStrict, let matrix, let place):
    return variants(of: matrix).map { (.definite(isStrict: isStrict, $0, place), $1) }
  case .equitable(let matrix, let partition, let place):
    return variants(of: matrix).map { (.equitable($0, partition, place), $1) }
  case .interlacing(let inner, let outer, let place):
    return variants(of: inner).map { (.interlacing($0, outer, place), $1) }
  case .forAllVectors(let statement):
    let left = variants(of: statement.left).map { ($0, statement.right, $1) }
    let right = variants(of: statement.right).map { (statement.left, $0, $1) }
    return (left + right).map { left, right, what in
      (
        .forAllVectors(
          .init(
            name: statement.name, dimension: statement.dimension,
            excludesZero: statement.excludesZero, left: left, relation: statement.relation,
            right: right, location: statement.location)), what
      )
    }
  case .either(let alternatives, let place):
    return alternatives.indices.map { index in
      var rest = alternatives
      rest.remove(at: index)
      return (.either(rest, place), "alternative \(index + 1) is left out")
    }
  case .feasibility(let isFeasible, let factor, let target, let place):
    return [(.feasibility(!isFeasible, factor, target, place), "feasible becomes infeasible")]
  case .lossComparison(let comparison):
    // The hypothesis stays that of the same construction.
    let scope: Proposition.Scope =
      switch comparison.scope {
      case .whereLeftIsNonzero: .whereRightIsNonzero
      case .whereRightIsNonzero: .whereLeftIsNonzero
      case .everywhere, .at: comparison.scope
      }
    let reversed = Proposition.LossComparison(
      left: comparison.right, right: comparison.left, layers: comparison.layers,
      scope: scope, location: comparison.location)
    return [(.lossComparison(reversed), "the two losses change places")]
  case .lossValue(let statement):
    func changed(
      relation: Relation? = nil, value: Expression? = nil, layers: Expression? = nil,
      regularisation: Expression? = nil
    ) -> Proposition {
      .lossValue(
        .init(
          construction: statement.construction, relation: relation ?? statement.relation,
          value: value ?? statement.value, layers: layers ?? statement.layers,
          regularisation: regularisation ?? statement.regularisation,
          location: statement.location))
    }
    return [(changed(relation: .greater), "the relation becomes >")]
      + variants(of: statement.value).map { (changed(value: $0), $1) }
      + variants(of: statement.layers).map { (changed(layers: $0), $1) }
      + variants(of: statement.regularisation).map { (changed(regularisation: $0), $1) }
  }
}

/// All mutants of a form.
func mutants(of claim: Claim, _ form: Claim.Form) -> [Mutant] {
  form.propositions.indices.flatMap { index in
    variants(of: form.propositions[index]).map { variant, what in
      var propositions = form.propositions
      propositions[index] = variant
      let mutated = Claim.Form(
        wording: form.wording, title: nil, propositions: propositions, record: nil,
        location: form.location)
      return Mutant(claim: claim, form: mutated, description: what)
    }
  }
}
