import Rational

/// The root of an integer whose square factors are easily found.
func root(_ radicand: Int) -> Surd {
  guard let root = try? Surd.squareRoot(of: Rational(radicand)) else {
    preconditionFailure("\(radicand) has a square root")
  }
  return root
}
