import Rational

/// The complete graph K_r: r vertices, and r(r-1)/2 edges between any two of them.
public enum CompleteGraph {
  /// The largest r with r(r-1)/2 ≤ `edges`, the triangular root.
  ///
  /// - Precondition: `edges` is not negative.
  public static func order(withEdgesAtMost edges: Int) -> Int {
    precondition(edges >= 0, "a number of edges is not negative")
    // (2r - 1)² ≤ 8K + 1; the root is about half of the length of the word.
    let root = (Integer(edges) * 8 + 1).squareRootFloor()
    return Int(exactly: (root + 1) / 2) ?? 0
  }
}
