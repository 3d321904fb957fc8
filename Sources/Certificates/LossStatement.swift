import Rational

/// How the minimal losses of two block-diagonal constructions compare in one problem.
///
/// A block with K₀ classes and the invariants ν, ρ, κ, μ has, in a problem with K classes and L layers,
/// twice the loss
///
///     f(t) = L t + Σ_i m_i / (K + μ_i t^L / (D Λ)),    D = ν² ρ^(L-3) κ,
///
/// at t ≥ 0, where μ_i is an eigenvalue of relu(N)ᵀ relu(N) with multiplicity m_i. Twice the loss of a
/// side is the sum over its blocks, each with its own t. That the minimal loss of a construction is
/// the minimum of this function is the normal form that the statement presupposes. With two layers
/// there is no B: then D = ν² with ν the nuclear norm of N, and ρ = κ, so that they cancel.
public struct LossStatement: Hashable, Sendable {
  /// K, the number of classes.
  public var classes: Int
  /// L, the number of layers.
  public var layers: Int
  /// Λ = n·λ_H·λ_1⋯λ_L.
  public var regularisation: Rational
  /// What is claimed.
  public var order: Order
  /// The blocks of the left construction.
  public var left: [Block]
  /// The blocks of the right construction.
  public var right: [Block]

  /// The order of the minimal loss of the left construction and that of the right one.
  public enum Order: String, Hashable, Sendable, CaseIterable {
    /// The left one is smaller.
    case less = "<"
    /// They are the same number.
    case equal = "="
    /// The left one is larger.
    case greater = ">"
  }

  /// The invariants of one block.
  public struct Block: Hashable, Sendable {
    /// K₀, its number of classes.
    public var classes: Int
    /// ν
    public var nuclearNorm: Surd
    /// ρ
    public var rank: Int
    /// κ
    public var lastLayerNorm: Surd
    /// The eigenvalues μ_i with their multiplicities.
    public var eigenvalues: [Eigenvalue]

    /// The block with these invariants; they are checked when the statement is replayed.
    public init(
      classes: Int, nuclearNorm: Surd, rank: Int, lastLayerNorm: Surd, eigenvalues: [Eigenvalue]
    ) {
      self.classes = classes
      self.nuclearNorm = nuclearNorm
      self.rank = rank
      self.lastLayerNorm = lastLayerNorm
      self.eigenvalues = eigenvalues
    }
  }

  /// An eigenvalue with its multiplicity.
  public struct Eigenvalue: Hashable, Sendable {
    /// m
    public var multiplicity: Int
    /// μ
    public var value: Surd

    /// An eigenvalue that occurs so many times.
    public init(multiplicity: Int, value: Surd) {
      self.multiplicity = multiplicity
      self.value = value
    }
  }

  /// A statement; whether it makes sense is checked when it is replayed.
  public init(
    classes: Int, layers: Int, regularisation: Rational, order: Order, left: [Block],
    right: [Block]
  ) {
    self.classes = classes
    self.layers = layers
    self.regularisation = regularisation
    self.order = order
    self.left = left
    self.right = right
  }
}

/// Sizes beyond which the kernel declines: every statement of interest is far below.
enum Limit {
  static let classes = 1_000_000_000
  static let layers = 4096
  static let blocks = 1000
  static let eigenvalues = 10_000
  static let points = 10_000
  /// Bits of t^L, a product of bits and layers.
  static let powerBits = 1 << 22
}

extension LossStatement {
  /// Checks that the statement describes two constructions for the same problem.
  func validate() throws(Rejection) {
    try require("the number of classes", classes, 1...Limit.classes)
    try require("the number of layers", layers, 2...Limit.layers)
    guard regularisation.sign > 0 else {
      throw Rejection(
        .statement, "Λ", expected: "a positive number", found: "\(regularisation)")
    }
    try validate(left, "left")
    try validate(right, "right")
  }

  private func require(
    _ what: String, _ value: Int, _ range: ClosedRange<Int>
  ) throws(Rejection) {
    guard range.contains(value) else {
      throw Rejection(
        .statement, what, expected: "\(range.lowerBound) to \(range.upperBound)", found: "\(value)")
    }
  }

  private func validate(_ side: [Block], _ name: String) throws(Rejection) {
    try require("\(name): the number of blocks", side.count, 1...Limit.blocks)
    // Each count is limited, so the sums stay far from overflow.
    var total = 0
    for (index, block) in side.enumerated() {
      let place = "\(name) block \(index + 1)"
      try require("\(place): the number of classes", block.classes, 1...Limit.classes)
      try require("\(place): the rank", block.rank, 1...Limit.classes)
      try require("\(place): the eigenvalues", block.eigenvalues.count, 1...Limit.eigenvalues)
      for (what, value) in [("ν", block.nuclearNorm), ("κ", block.lastLayerNorm)]
      where value.sign <= 0 {
        throw Rejection(
          .statement, "\(place): \(what)", expected: "a positive number", found: "\(value)")
      }
      guard layers > 2 || block.lastLayerNorm == Surd(block.rank) else {
        throw Rejection(
          .statement, "\(place): κ with two layers", expected: "the same as the rank \(block.rank)",
          found: "\(block.lastLayerNorm)")
      }
      var sum = 0
      for entry in block.eigenvalues {
        try require("\(place): a multiplicity", entry.multiplicity, 1...Limit.classes)
        guard entry.value.sign >= 0 else {
          throw Rejection(
            .statement, "\(place): an eigenvalue", expected: "no negative number",
            found: "\(entry.value)")
        }
        sum += entry.multiplicity
      }
      guard sum == block.classes else {
        throw Rejection(
          .statement, "\(place): the multiplicities", expected: "the sum \(block.classes)",
          found: "\(sum)")
      }
      total += block.classes
    }
    guard total == classes else {
      throw Rejection(
        .statement, "\(name): the classes of all blocks", expected: "the sum \(classes)",
        found: "\(total)")
    }
  }
}
