/// The subsets of `{0, …, points - 1}` with `size` elements, in lexicographic order, each as the increasing
/// list of its elements.
///
/// - Complexity: Linear in the length of all lists.
package struct Combinations: Sequence, IteratorProtocol {
  private let points: Int
  private var current: [Int]?

  /// - Precondition: Neither number is negative.
  package init(size: Int, of points: Int) {
    precondition(size >= 0 && points >= 0, "numbers of elements are not negative")
    self.points = points
    current = size <= points ? Array(0..<size) : nil
  }

  package mutating func next() -> [Int]? {
    guard let result = current else { return nil }
    // The last place that can still grow grows by one, and those after it follow it closely.
    if let place = result.indices.last(where: { result[$0] < points - result.count + $0 }) {
      let first = result[place] + 1
      current = Array(result[..<place]) + (first..<first + result.count - place)
    } else {
      current = nil
    }
    return result
  }
}
