import Rational

/// A proof that a statement holds for all r, and for all values of other symbols.
///
/// The format is written down in `proofs/UNIFORM.md`. A proof is a list of steps with
/// their values and of relations between them; `replay` checks each of them with polynomial
/// arithmetic. What the steps have to do with a claim on file is for the caller to compare:
/// `Case.program` is what must be the same.
public struct UniformProof: Hashable, Sendable {
  /// The name of the claim.
  public let claim: String
  /// Which of its forms: `printed` or `corrected`.
  public let statement: String
  /// The assertion of the form, counted from 1, whose negation is shown; nil when the form itself is.
  public let refutes: Int?
  /// Which together cover what is proved.
  public let cases: [Case]

  public init(claim: String, statement: String, refutes: Int? = nil, cases: [Case]) {
    self.claim = claim
    self.statement = statement
    self.refutes = refutes
    self.cases = cases
  }

  /// Values of the parameters, and the steps that show the statement for all of them.
  public struct Case: Hashable, Sendable {
    /// The sizes that it is for: the number r of vertices, or several; none without graphs.
    public let sizes: [Size]
    /// The first L, when the statement is shown for all larger ones.
    public let layers: Int?
    public let program: Program
    /// The square roots of polynomials that occur in the values.
    public let roots: [Root]
    /// One for each step of the program: how its value is written, where it is given.
    public let values: [Value?]

    public init(
      sizes: [Size], layers: Int?, program: Program, roots: [Root], values: [Value?]
    ) {
      self.sizes = sizes
      self.layers = layers
      self.program = program
      self.roots = roots
      self.values = values
    }
  }

  /// `for NAME in A, B, C..`: an integer that a case is for, and which values of it.
  public struct Size: Hashable, Sendable {
    public let name: String
    /// Single values, and the first of all larger ones.
    public let singles: [Int]
    public let first: Int?

    public init(_ name: String, singles: [Int], first: Int?) {
      self.name = name
      self.singles = singles
      self.first = first
    }
  }

  /// What a case says, without how it is shown.
  public struct Program: Hashable, Sendable {
    /// Parameters with one value.
    public var parameters: [Parameter] = []
    /// Parameters that are any positive number.
    public var symbols: [String] = []
    public var steps: [Step] = []
    public var shows: [Show] = []

    public init() {}
  }

  public struct Parameter: Hashable, Sendable {
    public let name: String
    public let value: Rational

    public init(name: String, value: Rational) {
      self.name = name
      self.value = value
    }
  }

  /// `root NAME = P`
  public struct Root: Hashable, Sendable {
    public let name: String
    public let square: String

    public init(name: String, square: String) {
      self.name = name
      self.square = square
    }
  }

  /// An operation on the values of earlier steps.
  public struct Step: Hashable, Sendable {
    public let operation: Operation
    /// The steps it is applied to, counted from 0.
    public let operands: [Int]
    /// Numbers and names that belong to the operation: the q of `number q`, the n of `power a n`.
    public let constants: [String]

    public init(_ operation: Operation, _ operands: [Int] = [], constants: [String] = []) {
      self.operation = operation
      self.operands = operands
      self.constants = constants
    }
  }

  /// What a step does with the values of earlier ones, and what the kernel sees to.
  ///
  /// Numbers are quotients of polynomials in r, the symbols and the roots, times a power of a ratio that
  /// counts the layers. Matrices have an entry for each size in which their subsets meet. "Given" is
  /// what stands after the colon; beside an operation that the kernel computes it must be equal to the
  /// result, and stands for it from then on.
  public enum Operation: String, Hashable, Sendable, CaseIterable {
    // Numbers, computed
    /// `number q`: a rational number.
    case number
    /// `vertices`: the first size of the case's head, r; `vertices NAME`: the one of that name.
    case vertices
    /// `symbol NAME`: a positive number of the case's head.
    case symbol
    /// The sum and the difference; both sides grow alike with L.
    case add, subtract
    /// The product.
    case multiply
    /// The quotient; the divisor has one sign for all r and all symbols, and is nowhere zero.
    case divide
    /// The negative.
    case negate
    /// `power a n`: aⁿ, `power a n layers m`: a^(nL + m). Where an exponent is negative, a is nowhere zero;
    /// with L in it, a does not depend on L.
    case power
    /// `root a : v`: v² = a and v ≥ 0 everywhere.
    case root

    // Numbers of matrices
    /// The sum of the diagonal; rows and columns stand for the same subsets.
    case trace
    /// The numbers of rows and of columns.
    case rows, columns
    /// `entry M i j`: the entry at the i-th and j-th subset, from 1, of a matrix of one block; there are
    /// so many for every r of the range.
    case entry
    /// `rank M : {v : m, …}`: Σ m over the v > 0. Every v is positive or zero everywhere, and MᵀM has the
    /// spectrum: it is annihilated by Π (x - v), and tr (MᵀM)^j = Σ m v^j for as many j as there are v.
    case rank
    /// `nuclear M : {v : m, …}`: Σ m v. Every v ≥ 0, and MᵀM has the spectrum {v² : m}.
    case nuclear
    /// `factorisation M : U , S {v, …}`: tr S. U S = M, UᵀU S = S, UᵀU is a projector, and S is symmetric
    /// and annihilated by Π (x - v) with all v ≥ 0.
    case factorisation

    // Spectra
    /// `spectrum M : {v : m, …}`: the eigenvalues of a symmetric matrix, with multiplicities that are counts.
    case spectrum
    /// The number of eigenvalues that are positive, zero or negative; each of them is so everywhere or
    /// nowhere.
    case positives, zeros, negatives
    /// `least S : v`, `greatest S : v`: the smallest or largest eigenvalue. It is one of the list, with a
    /// multiplicity ≥ 1 everywhere, and no other is beyond it.
    case least, greatest

    // Matrices
    /// `identity n : I`: the value is an identity matrix with n rows.
    case identity
    /// `ones n m : J`: all entries of the value are 1, and it is n × m.
    case ones
    /// B_r, G_r and A1_r of Definitions 5 and 6.
    case incidence, adjacency, weightings
    /// `table KxM E`: the matrix with these integers as its entries, one for each orbit.
    case table
    /// The sum and the difference of matrices with the same rows and columns.
    case sum, difference
    /// A number that does not depend on L times a matrix.
    case scale
    /// The product; the columns on the left stand for the same subsets as the rows on the right.
    case product
    /// Rows and columns exchanged.
    case transpose
    /// The rows of one matrix above those of another one; their columns stand for the same subsets.
    case stack
    /// The product entry by entry of matrices with the same rows and columns.
    case hadamard
    /// The Kronecker product; no base set has a part in both, and the second matrix has one block.
    case kronecker
    /// `diagonal v`: the entries of a matrix with one column on the diagonal of a square one.
    case diagonal
    /// `relu M : V`: each entry of V is the one of M, and that is ≥ 0 everywhere, or 0, and that of M is
    /// ≤ 0 everywhere.
    case relu
    /// `unit_rows M : V`: in each block the rows of V are multiples of those of M (all 2 × 2 minors of the
    /// two are zero), positive ones (their scalar product is), and of norm 1.
    case unitRows = "unit_rows"
    /// `inverse M : V`: V M = I and M V = I.
    case inverse
    /// `pseudo_inverse M : V`: M V M = M, V M V = V, M V and V M symmetric.
    case pseudoInverse = "pseudo_inverse"
    /// `ridge M a : W`: a > 0 and W (M Mᵀ + K a I) = Mᵀ, K the number of columns of M.
    case ridge

    /// How many steps it is applied to.
    var operands: Int {
      switch self {
      case .number, .vertices, .symbol, .incidence, .adjacency, .weightings, .table: 0
      case .negate, .power, .root, .trace, .rows, .columns, .entry, .rank, .nuclear,
        .factorisation, .identity, .transpose, .relu, .unitRows, .inverse, .pseudoInverse,
        .diagonal, .spectrum, .positives, .zeros, .negatives, .least, .greatest:
        1
      case .add, .subtract, .multiply, .divide, .ones, .sum, .difference, .scale, .product,
        .stack, .hadamard, .kronecker, .ridge:
        2
      }
    }

    /// How many numbers or names follow them, at least and at most.
    var constants: ClosedRange<Int> {
      switch self {
      case .number, .symbol: 1...1
      case .vertices: 0...1
      case .entry, .table: 2...2
      // `power a n`, or `power a n layers m`
      case .power: 1...3
      default: 0...0
      }
    }
  }

  /// What is shown, about steps counted from 0.
  public enum Show: Hashable, Sendable {
    /// `<`, `<=`, `=`, `!=`, `>=` or `>` between two steps.
    case relation(Int, String, Int)
    /// The eigenvalues of a matrix with their multiplicities.
    case spectrum(Int, [Pair])
    /// The determinant of a matrix with a spectrum as a product of powers; the pairs are of a base and an
    /// exponent.
    case determinant(Int, [Pair])
    /// The adjacency matrix of a strongly regular graph with four parameters.
    case regular(Int, [Int])
    /// A construction loses less than deep neural collapse.
    case below(Below)
  }

  /// The steps of an eigenvalue and its multiplicity, or of a base and its exponent.
  public struct Pair: Hashable, Sendable {
    public let value: Int
    public let multiplicity: Int

    public init(value: Int, multiplicity: Int) {
      self.value = value
      self.multiplicity = multiplicity
    }
  }

  /// The steps of a comparison of losses.
  public struct Below: Hashable, Sendable {
    /// B and N.
    public let base: Int
    public let last: Int
    /// ν and ρ.
    public let nuclear: Int
    public let rank: Int
    /// B⁺, for κ, and (PᵀP)⁻¹ with P = relu N, for Σ 1/μ.
    public let pseudoInverse: Int
    public let inverse: Int
    /// L, or the first of all.
    public let layers: Int
    public let isForAllLayers: Bool

    public init(
      base: Int, last: Int, nuclear: Int, rank: Int, pseudoInverse: Int, inverse: Int,
      layers: Int, isForAllLayers: Bool
    ) {
      self.base = base
      self.last = last
      self.nuclear = nuclear
      self.rank = rank
      self.pseudoInverse = pseudoInverse
      self.inverse = inverse
      self.layers = layers
      self.isForAllLayers = isForAllLayers
    }
  }

  /// A value as it is written.
  public enum Value: Hashable, Sendable {
    /// `P` or `(P)/(Q)`
    case number(String)
    /// `KxM [e0 | e1; …]` or `KxM [e0 | e1; …]/(Q)`, K and M lists of `Index`
    case matrix(Matrix)
    /// `{v : m, …}`
    case spectrum([Weighted])
    /// U, S and the eigenvalues of S.
    case polar(Matrix, Matrix, [String])
  }

  /// A singular value or eigenvalue with its multiplicity, as they are written.
  public struct Weighted: Hashable, Sendable {
    public let value: String
    public let multiplicity: String

    public init(value: String, multiplicity: String) {
      self.value = value
      self.multiplicity = multiplicity
    }
  }

  /// A matrix as it is written.
  public struct Matrix: Hashable, Sendable {
    public let rows: [Index]
    public let columns: [Index]
    /// The entries by sizes of the intersections, block by block, times the denominator: polynomials.
    public let blocks: [[String]]
    /// One polynomial for all entries, nil for 1.
    public let denominator: String?

    public init(rows: [Index], columns: [Index], blocks: [[String]], denominator: String?) {
      self.rows = rows
      self.columns = columns
      self.blocks = blocks
      self.denominator = denominator
    }
  }
}
