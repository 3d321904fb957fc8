#if CALCIUM
  import CPeers
  import Rational

  /// Calcium's exact real numbers in Q(√2, √3, √5).
  ///
  /// They are as one writes them: sums of roots, for which Calcium takes polynomials in three
  /// variables modulo an ideal, or polynomials in α = √2 + √3 + √5, for which it takes antic's number
  /// field. The latter is faster; one has to know α.
  struct CalciumRootSums {
    enum Form: String {
      case roots = "sums of roots"
      case primitive = "in Q(α)"
    }

    let name: String
    private let context: UnsafeMutablePointer<ca_ctx_struct>
    /// The roots of `RootSums.radicands`.
    private let roots: UnsafeMutablePointer<ca_struct>
    private let zero: UnsafeMutablePointer<ca_struct>
    private let left: UnsafeMutablePointer<ca_struct>
    private let right: UnsafeMutablePointer<ca_struct>
    private let results: UnsafeMutablePointer<ca_struct>
    private let signs: UnsafeMutablePointer<Int>

    init(_ left: [[Rational]], _ right: [[Rational]], form: Form) {
      name = "Calcium, \(form.rawValue)"
      context = .allocate(capacity: 1)
      ca_ctx_init(context)
      roots = Self.vector(8, context)
      zero = Self.vector(1, context)
      self.left = Self.vector(left.count, context)
      self.right = Self.vector(left.count, context)
      results = Self.vector(left.count, context)
      signs = .allocate(capacity: left.count)
      signs.initialize(repeating: 0, count: left.count)
      switch form {
      case .roots: for place in [1, 2, 4] { ca_sqrt_ui(roots + place, radicand(place), context) }
      case .primitive: setRootsInPrimitiveElement()
      }
      ca_one(roots, context)
      for place in [3, 5, 6, 7] {
        let bit = place & -place
        ca_mul(roots + place, roots + bit, roots + (place - bit), context)
      }
      for index in left.indices {
        set(self.left + index, left[index])
        set(self.right + index, right[index])
      }
    }

    /// Zeros that stay for as long as the program runs.
    private static func vector(
      _ count: Int, _ context: UnsafeMutablePointer<ca_ctx_struct>
    ) -> UnsafeMutablePointer<ca_struct> {
      let pointer = UnsafeMutablePointer<ca_struct>.allocate(capacity: count)
      for index in 0..<count { ca_init(pointer + index, context) }
      return pointer
    }

    private func radicand(_ place: Int) -> UInt { UInt(RootSums.radicands[place]) }

    /// √2, √3 and √5 as polynomials in α, which Calcium finds by itself.
    private func setRootsInPrimitiveElement() {
      let (alpha, root) = (Self.algebraic(), Self.algebraic())
      for place in [1, 2, 4] {
        qqbar_sqrt_ui(root, radicand(place))
        qqbar_add(alpha, alpha, root)
      }
      let generator = Self.vector(1, context)
      ca_set_qqbar(generator, alpha, context)
      let polynomial = UnsafeMutablePointer<fmpq_poly_struct>.allocate(capacity: 1)
      fmpq_poly_init(polynomial)
      for place in [1, 2, 4] {
        qqbar_sqrt_ui(root, radicand(place))
        guard qqbar_express_in_field(polynomial, alpha, root, 1000, 0, 128) != 0 else {
          fatalError("Calcium does not find a root in Q(α)")
        }
        ca_fmpq_poly_evaluate(roots + place, polynomial, generator, context)
      }
    }

    private static func algebraic() -> UnsafeMutablePointer<qqbar_struct> {
      let pointer = UnsafeMutablePointer<qqbar_struct>.allocate(capacity: 1)
      qqbar_init(pointer)
      return pointer
    }

    private func set(_ element: UnsafeMutablePointer<ca_struct>, _ coefficients: [Rational]) {
      let term = Self.vector(1, context)
      ca_zero(element, context)
      for (place, coefficient) in coefficients.enumerated() {
        ca_mul_fmpq(term, roots + place, FlintPeer.vector([coefficient]), context)
        ca_add(element, element, term, context)
      }
    }

    func multiply() {
      for i in 0..<RootSums.count { ca_mul(results + i, left + i, right + i, context) }
    }

    /// The sign by the cheapest questions: most differences are told from 0 by an enclosure.
    func compare() {
      for i in 0..<RootSums.count {
        let difference = results + i
        ca_sub(difference, left + i, right + i, context)
        if ca_check_gt(difference, zero, context) == T_TRUE {
          signs[i] = 1
        } else {
          signs[i] = ca_check_is_zero(difference, context) == T_TRUE ? 0 : -1
        }
      }
    }

    func sign(_ index: Int) -> Int { signs[index] }

    /// Whether Calcium proves that a result is the number with these coefficients.
    func result(_ index: Int, is coefficients: [Rational]) -> Bool {
      let value = Self.vector(1, context)
      set(value, coefficients)
      return ca_check_equal(results + index, value, context) == T_TRUE
    }
  }
#endif
