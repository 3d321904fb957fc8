import Statements

extension Typesetter {
  /// A call as it is written in mathematics.
  func call(_ function: Function, _ arguments: [Expression], _ place: Place) -> Layout {
    func inner(_ index: Int) -> Layout { layout(arguments[index], place.inside) }
    func script(_ index: Int) -> Layout { layout(arguments[index], .script) }
    func atom(_ index: Int) -> Layout {
      layout(arguments[index], Place(level: .atom, isScript: place.isScript))
    }
    func applied(_ name: String) -> Layout {
      .applied(.function(name), arguments.indices.map(inner))
    }
    func applied(_ letter: Layout) -> Layout { .applied(letter, arguments.indices.map(inner)) }
    func indexed(_ letter: Layout) -> Layout {
      .scripts(letter, lower: .list(arguments.indices.map(script)))
    }
    func infix(_ sign: String) -> Layout { self.infix(sign, arguments, place) }
    /// A matrix of a graph: bold, unlike names.
    func ofGraph(_ letter: String) -> Layout { applied(.identifier(letter, .bold)) }

    switch function {
    // Numbers
    case .squareRoot: return bracketed(.scripted, place) { .root(layout(arguments[0], $0.inside)) }
    case .binomial: return .binomial(inner(0), inner(1))
    case .triangularRoot: return triangularRoot(arguments[0])
    case .sum, .product: return large(function == .sum ? "∑" : "∏", arguments, place)
    case .maximum: return applied("max")
    case .minimum: return applied("min")
    case .absolute: return .fenced(.bars, inner(0))
    case .modulus:
      // In brackets everywhere: how far it reaches is not agreed upon.
      let (left, right) = (
        place.inside.part(.product, before: .factor), place.inside.part(.product)
      )
      return .fenced(
        .round, .row([layout(arguments[0], left), .sign("mod"), layout(arguments[1], right)]))
    case .root:
      return .applied(
        .scripts(.function("root"), lower: script(0)), [polynomial(arguments[1], place.inside)])
    // Numbers of matrices
    case .trace: return applied("tr")
    case .rank: return applied("rank")
    case .squaredNorm: return bracketed(.scripted, place) { _ in .squaredNorm(inner(0)) }
    case .rows: return count("rows", inner(0))
    case .columns: return count("columns", inner(0))
    case .entry:
      return .scripts(.fenced(.round, inner(0)), lower: .list([script(1), script(2)]))
    case .leastNorm: return leastNorm(arguments, place)
    case .minimalRidge: return ridge(.function("min"), arguments, place)
    case .minimalFactorisation: return factorisation(arguments, place)
    case .nuclearNorm: return .norm(inner(0), lower: .sign("∗"))
    case .determinant: return applied("det")
    case .eigenvalue:
      return .applied(.scripts(.letter("λ"), lower: script(1), upper: .sign("↓")), [inner(0)])
    case .smallestEigenvalue:
      return .applied(.scripts(.letter("λ"), lower: .function("min")), [inner(0)])
    case .largestEigenvalue:
      return .applied(.scripts(.letter("λ"), lower: .function("max")), [inner(0)])
    case .spectralRadius: return applied(.letter("ρ"))
    case .spanningTrees: return applied(.letter("τ"))
    // Matrices by name
    case .identity: return indexed(.letter("I"))
    case .ones: return ones(arguments, place)
    case .incidence: return indexed(.letter("B"))
    case .normalisedIncidence: return indexed(.letter("T"))
    case .triangularAdjacency: return indexed(.letter("G"))
    case .vertexSigns:
      return bracketed(.scripted, place) { _ in
        .scripts(.letter("A"), lower: script(0), upper: .fenced(.round, .number("1")))
      }
    case .patterns: return indexed(.letter("P"))
    case .sample:
      return bracketed(.scripted, place) { _ in
        .scripts(
          .letter("R"), lower: .list([script(2), script(3)]),
          upper: .row([script(0), .sign("×"), script(1)]))
      }
    case .byFormula: return byFormula(arguments, place)
    case .inclusion:
      return bracketed(.scripted, place) { _ in
        .scripts(
          .letter("W"), lower: .list([script(1), script(2)]), upper: .fenced(.round, script(0)))
      }
    // Graphs by name
    case .complete, .completeBipartite: return indexed(.letter("K"))
    case .completeMultipartite:
      return .scripts(.letter("K"), lower: infixScript("×", arguments))
    case .cocktailParty: return applied("CP")
    case .cycle: return indexed(.letter("C"))
    case .path: return indexed(.letter("P"))
    case .star: return .scripts(.letter("K"), lower: .list([.number("1"), script(0)]))
    case .hypercube: return indexed(.letter("Q"))
    case .hamming: return applied(.letter("H"))
    case .rook: return indexed(.letter("R"))
    case .johnson: return applied(.letter("J"))
    case .kneser: return applied(.letter("K"))
    case .paley: return applied("Paley")
    case .petersen: return .words("Petersen’s graph")
    case .hoffmanSingleton: return .words("the Hoffman–Singleton graph")
    // Graphs of graphs
    case .lineGraph: return applied(.letter("L"))
    case .complement: return .accent(.overline, inner(0))
    case .cartesianProduct: return infix("□")
    case .tensorProduct: return infix("×")
    case .strongProduct: return infix("⊠")
    case .lexicographicProduct: return infix("∘")
    case .disjointUnion: return infix("⊔")
    // Matrices and numbers of graphs
    case .adjacency: return ofGraph("A")
    case .incidenceMatrix: return ofGraph("B")
    case .orientedIncidence: return applied(.accent(.arrow, .identifier("B", .bold)))
    case .laplacian: return ofGraph("L")
    case .signlessLaplacian: return ofGraph("Q")
    case .seidel: return ofGraph("S")
    case .distanceMatrix: return ofGraph("D")
    case .degree:
      return arguments.count == 1
        ? applied("deg") : .applied(.scripts(.function("deg"), lower: script(0)), [inner(1)])
    case .vertices: return .fenced(.bars, .applied(.letter("V"), [inner(0)]))
    case .edges: return .fenced(.bars, .applied(.letter("E"), [inner(0)]))
    // Matrices of matrices
    case .transpose:
      return bracketed(.scripted, place) { raised(arguments[0], .sign("⊤"), $0) }
    case .gram:
      return bracketed(.pair, place) { _ in
        product(raised(atom(0), .sign("⊤")), layout(arguments[0], place.inside.part(.scripted)))
      }
    case .relu: return applied(.letter("σ"))
    case .unitRows: return applied("unit rows")
    case .stack: return .matrix([[inner(0)], [inner(1)]])
    case .kronecker: return infix("⊗")
    case .repeatRows: return applied("repeated rows")
    case .inverse:
      return bracketed(.scripted, place) {
        raised(arguments[0], .row([.sign("−"), .number("1")]), $0)
      }
    case .pseudoInverse:
      return bracketed(.scripted, place) { raised(arguments[0], .sign("†"), $0) }
    case .leastNormForm: return leastNormForm(arguments, place)
    case .ridgeMinimiser: return ridge(.function("arg min"), arguments, place)
    case .diagonal: return applied("diag")
    case .diagonalOf: return applied("diagonal of")
    case .hadamard: return infix("⊙")
    case .characteristicPolynomial:
      let variable = free("x", "y", "t")
      let matrix = layout(arguments[0], place.inside.part(.infix))
      return .applied(
        .function("coefficients"),
        [
          .applied(
            .function("det"),
            [
              .row([
                .row([variable, .times, identity]), .sign("−"), matrix,
              ])
            ])
        ])
    case .quotient: return infix("/")
    // Constructions
    case .construction: return construction(arguments)
    case .collapse: return .scripts(.identifier("DNC", .upright), lower: script(0))
    case .join: return infix("⊕")
    }
  }

  private func infix(_ sign: String, _ arguments: [Expression], _ place: Place) -> Layout {
    bracketed(.infix, place) { place in
      .row([
        layout(arguments[0], place.part(.fraction, before: .factor)), .sign(sign),
        layout(arguments[1], place.part(.fraction)),
      ])
    }
  }

  private func infixScript(_ sign: String, _ arguments: [Expression]) -> Layout {
    infix(sign, arguments, .script)
  }

  private func count(_ what: String, _ matrix: Layout) -> Layout {
    .row([.sign("#"), .applied(.function(what), [matrix])])
  }

  /// A sum or product over integers: `∑ k = a … b`.
  private func large(_ sign: String, _ arguments: [Expression], _ place: Place) -> Layout {
    let lower = Layout.row([
      layout(arguments[0], .script), .sign("="), layout(arguments[1], .script),
    ])
    return open(reaching: .factor, place) { place in
      .row([
        .limits(.sign(sign), lower: lower, upper: layout(arguments[2], .script)),
        layout(arguments[3], place.part(.product)),
      ])
    }
  }

  /// The largest integer whose triangular number is at most K.
  private func triangularRoot(_ bound: Expression) -> Layout {
    let variable = free("r", "t", "m", "j")
    return .row([
      .function("max"),
      .fenced(
        .curly,
        .row([
          variable, .sign("∣"), .binomial(variable, .number("2")), .sign("≤"), layout(bound),
        ])),
    ])
  }

  /// The matrix with m rows and n columns of ones, as products of vectors of ones.
  private func ones(_ arguments: [Expression], _ place: Place) -> Layout {
    func vector(_ size: Expression) -> Layout {
      .scripts(.identifier("1", .bold), lower: layout(size, .script))
    }
    let (rows, columns) = (arguments[0], arguments[arguments.count - 1])
    if arguments.count == 2, columns.isOne { return vector(rows) }
    let row = raised(vector(columns), .sign("⊤"))
    if arguments.count == 2, rows.isOne { return bracketed(.scripted, place) { _ in row } }
    return bracketed(.pair, place) { _ in product(vector(rows), row) }
  }

  /// `(f)` with the ranges of row and column below.
  private func byFormula(_ arguments: [Expression], _ place: Place) -> Layout {
    func range(_ variable: Int, _ last: Int) -> Layout {
      .row([
        .number("1"), .sign("≤"), layout(arguments[variable], .script), .sign("≤"),
        layout(arguments[last], .script),
      ])
    }
    return .scripts(
      .fenced(.round, layout(arguments[4], place.inside)), lower: .list([range(0, 2), range(1, 3)]))
  }
}

extension Layout {
  static func squaredNorm(_ inner: Layout) -> Layout {
    .norm(inner, lower: .letter("F"), upper: .number("2"))
  }
}

extension Expression {
  var isOne: Bool { if case .number(1, _) = self { true } else { false } }
}
