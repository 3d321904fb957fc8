import Denotations
import Rational
import Statements

/// All combinations of values of a claim's parameters, in lexicographic order: the parameter that
/// is declared first varies slowest, so the first failing combination is the smallest.
struct InstanceSpace: Sendable {
  let names: [String]
  let lists: [[Rational]]
  let count: Int

  /// The most combinations of one run.
  static let sizeLimit = 10_000_000

  /// - Throws: `RunError.tooLarge` when there are more than `sizeLimit` combinations.
  init(names: [String], lists: [[Rational]]) throws(RunError) {
    var count = 1
    for list in lists {
      let (product, overflows) = count.multipliedReportingOverflow(by: list.count)
      guard !overflows, product <= Self.sizeLimit else {
        let sizes = lists.map { "\($0.count)" }.joined(separator: " × ")
        throw .tooLarge("\(sizes) combinations of values are over the limit of \(Self.sizeLimit)")
      }
      count = product
    }
    self.names = names
    self.lists = lists
    self.count = count
  }

  /// All combinations of values of these domains; nil when one is open.
  ///
  /// - Throws: As `init(names:lists:)`.
  init?(
    of chosen: [(parameter: Claim.Parameter, domain: Domain)]
  ) throws(RunError) {
    var lists: [[Rational]] = []
    for (_, domain) in chosen {
      guard case .finite(let values, _) = domain else { return nil }
      lists.append(values)
    }
    try self.init(names: chosen.map(\.parameter.name), lists: lists)
  }

  subscript(index: Int) -> Instance {
    var rest = index
    var values: [Rational] = []
    for list in lists.reversed() {
      values.append(list[rest % list.count])
      rest /= list.count
    }
    return Instance(names: names, values: values.reversed())
  }
}
