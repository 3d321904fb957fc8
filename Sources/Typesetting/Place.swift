/// Where a part of a formula stands: what decides whether it needs brackets.
struct Place {
  /// How tightly it has to hold together.
  var level = Level.sum
  /// What comes right after it.
  var following = Following.nothing
  /// Whether it is an index, an exponent or a limit, where quotients are written with a slash.
  var isScript = false

  /// How tightly a formula holds together, from sums on.
  enum Level: Int, Comparable {
    case sum
    /// `A ⊗ B`, `a/b`
    case infix
    case product
    /// A product that stands for one matrix: `MᵀM`, `1 1ᵀ`
    case pair
    case fraction
    /// With something above or below on the right, or a root.
    case scripted
    case atom

    static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  /// What would be read as part of a sum with limits, or of a minimum, that it follows.
  enum Following: Int, Comparable {
    case nothing, summand, factor

    static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  /// Inside of brackets here.
  var inside: Place { Place(isScript: isScript) }

  /// The same place for a part that has to hold together and has something right after it.
  func part(_ level: Level, before following: Following? = nil) -> Place {
    Place(level: level, following: following ?? self.following, isScript: isScript)
  }

  static let script = Place(isScript: true)
}
