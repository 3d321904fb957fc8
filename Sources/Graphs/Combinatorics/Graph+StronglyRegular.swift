/// The four numbers of a strongly regular graph.
public struct StronglyRegularParameters: Hashable, Sendable {
  /// The number of vertices, often written v.
  public let order: Int
  /// The number of neighbours of each vertex, often written k.
  public let degree: Int
  /// The number of common neighbours of two adjacent vertices, often written λ; nil when no two
  /// vertices are adjacent.
  public let adjacentCommon: Int?
  /// The number of common neighbours of two distinct vertices that are not adjacent, often written
  /// μ; nil when there is no such pair.
  public let nonAdjacentCommon: Int?

  public init(order: Int, degree: Int, adjacentCommon: Int?, nonAdjacentCommon: Int?) {
    self.order = order
    self.degree = degree
    self.adjacentCommon = adjacentCommon
    self.nonAdjacentCommon = nonAdjacentCommon
  }
}

extension StronglyRegularParameters: CustomStringConvertible {
  /// The parameters as `(v, k, λ, μ)`, with a dash for a number that no pair of vertices defines.
  public var description: String {
    let common = [adjacentCommon, nonAdjacentCommon].map { $0.map(String.init) ?? "–" }
    return "(\(order), \(degree), \(common[0]), \(common[1]))"
  }
}

extension Graph {
  /// The parameters of the graph when it is strongly regular, otherwise nil.
  ///
  /// Every pair of vertices is counted. The degenerate cases are let through with nil in place of
  /// what no pair defines: complete graphs have no μ, graphs without edges no λ. The graph without
  /// vertices has no degree and the answer is nil.
  ///
  /// - Complexity: `order² / 2` rows of `order / 64` words.
  public var stronglyRegularParameters: StronglyRegularParameters? {
    guard order > 0 else { return nil }
    let degree = degree(0)
    guard (1..<order).allSatisfy({ self.degree($0) == degree }) else { return nil }
    var common: [Int?] = [nil, nil]  // not adjacent, adjacent
    let regular = words.withUnsafeBufferPointer { words in
      for i in 0..<order {
        let row = UnsafeBufferPointer(rebasing: words[(i * wordsPerRow)...].prefix(wordsPerRow))
        for j in (i + 1)..<max(order, i + 1) {
          let other = UnsafeBufferPointer(rebasing: words[(j * wordsPerRow)...].prefix(wordsPerRow))
          var shared = 0
          for word in 0..<wordsPerRow { shared &+= (row[word] & other[word]).nonzeroBitCount }
          let kind = Int(row[j / 64] >> UInt64(j % 64) & 1)
          if let expected = common[kind] {
            if expected != shared { return false }
          } else {
            common[kind] = shared
          }
        }
      }
      return true
    }
    guard regular else { return nil }
    return StronglyRegularParameters(
      order: order, degree: degree, adjacentCommon: common[1], nonAdjacentCommon: common[0])
  }
}
