import ArgumentParser
import Claims
import Denotations
import Graphs
import Losses
import Statements

struct ConstructionCommand: ParsableCommand {
  /// The families of graphs, as they are written.
  private static let graphs = GraphFamily.allCases.map(\.signature).joined(separator: ", ")

  static let configuration = CommandConfiguration(
    commandName: "construction",
    _superCommandName: "verify",
    abstract: "Any construction (B, N): its invariants, and for which L and Λ it beats collapse.",
    discussion: """
      The solutions have the features M_l = A_l B and M̃_L = A_L N. Their loss depends on four
      invariants: ν, the nuclear norm of B; ρ, its rank; κ, the least ‖W‖² with W B = N; and μ, the
      eigenvalues of relu(N)ᵀ relu(N). They are exact where they were found to be sums of square roots,
      and enclosed otherwise. With D = ν² ρ^(L-3) κ the construction loses less than deep neural collapse
      for every Λ where that is not zero when D Σ 1/μ ≤ K^(L+1), and more when D ≥ K^(L-1) Σ μ; in
      between it loses more up to some Λ, and less from there on.

      A graph with K edges gives B, its incidence matrix with rows of norm 1. Graphs have the names that
      they have in claims (verify explain --language): johnson(7, 3), or in short johnson:7,3, and
      line_graph(…), complement(…) and products of them. A file has a graph in one of the formats that
      proofs/FORMAT.md lists; or it defines B and N in the claim language: let B = …  let N = …

      EXAMPLES
        verify construction --graph petersen --L 3..8
        verify construction --graph cycle:4 --graph complete:6 --L 3..8
        verify construction --graph 'line_graph(complete(5))' --L 3..8
        verify construction --graph complete:8 --last minus:4 --L 3
        verify construction --graph complete:8 --last minus:1..6 --L 3..5
        verify construction --file my.construction --L 3..8
        verify construction --file my.edges --against complete:6
        verify construction --graph hypercube:3 --against triangular
      """)

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "A graph: \(graphs), or a file with one.",
      valueName: "graph"))
  var graph: [String] = []

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp("A file with a graph, or one that defines B and N.", valueName: "file"),
    completion: .file())
  var file: [String] = []

  @Option(
    help: ArgumentHelp(
      "The rows of N for a graph: edges (one for each edge, as in Definition 6), minus:s (one for "
        + "each set of s vertices), or minus:1..6 for a table.", valueName: "family"))
  var last: String = "edges"

  @Option(
    name: .customLong("L"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp("Numbers of layers (default: 3..8).", valueName: "range"))
  var layers: [String] = []

  @Option(
    help: ArgumentHelp(
      "Another graph with as many edges to compare with, as it is in Definition 6; or triangular: the "
        + "paper's construction for K classes, by the first way of Definition 8.",
      valueName: "graph"))
  var against: String?

  @OptionGroup(title: "Running") var options: AnswerOptions

  mutating func validate() throws {
    guard !graph.isEmpty || !file.isEmpty else {
      throw ValidationError("name a --graph or a --file; e.g. --graph petersen")
    }
  }

  func run() throws {
    try reportingErrors("construction") {
      let depths = try IntegerOption.range(
        "--L", layers, default: "3..8", 2...200, "the numbers of layers")
      let families = try lastLayers()
      options.limit.begin()
      var answer = Answer(command: "construction")
      if families.count > 1 {
        let tables = try graphNames().map { name in
          let found = try families.map { family in
            (family, try Self.attempt { try Self.proposed(graph: name, family) })
          }
          if case .failure(let error) = found[0].1,
            !found.contains(where: { (try? $0.1.get()) != nil })
          {
            throw ValidationError("--graph \(name): \(error)")
          }
          return LastLayerTable(name, found, layers: depths)
        }
        LastLayerTable.write(tables, to: &answer)
      } else {
        var found = try graph.map { try Self.construction(of: $0, families[0]) }
        found += try file.map { try proposed($0, families[0]) }
        let rival = try rival(of: found)
        let text = ConstructionText(found, rival: rival, layers: depths)
        try text.write(to: &answer)
      }
      try answer.finish(options)
    }
  }

  /// The construction of `--against`: a graph as it is in Definition 6, or that of Definition 8.
  private func rival(of found: [ProposedConstruction]) throws -> ConstructionText.Rival? {
    guard let against else { return nil }
    if against == "triangular" {
      if let small = found.first(where: { $0.classes < 6 }) {
        throw ValidationError(
          "--against triangular: needs at least 6 classes, and \(small.name) has \(small.classes)")
      }
      return .init(name: "SRG") {
        try GraphConstruction.firstWay(classes: $0, layers: $1).blocks
          .map { ConstructionBounds(exactly: $0) }
      }
    }
    let rival = try Self.construction(of: against, .edges)
    if let other = found.first(where: { $0.classes != rival.classes }) {
      throw ValidationError(
        "--against \(rival.name): \(rival.classes) classes, and \(other.name) has \(other.classes)")
    }
    return .init(name: rival.name) { rival.bounds(layers: $1).map { [$0] } }
  }

  /// The graphs that a table of last layers is for.
  private func graphNames() throws -> [String] {
    guard against == nil else {
      throw ValidationError("--against: with one last layer only; e.g. --last minus:3")
    }
    for path in file where Self.definesMatrices(try Files.text(path)) {
      throw ValidationError("--last \(last): \(path) defines its own N")
    }
    return graph + file
  }

  /// A construction, or why it is none.
  private static func attempt(
    _ body: () throws -> ProposedConstruction
  ) throws -> Result<ProposedConstruction, NoConstruction> {
    do {
      return .success(try body())
    } catch let error as NoConstruction {
      return .failure(error)
    }
  }

  private func lastLayers() throws -> [ProposedConstruction.LastLayer] {
    if last == "edges" { return [.edges] }
    guard last.hasPrefix("minus:") else {
      throw ValidationError(
        "--last \(last): expected edges, minus:s or a range, e.g. minus:3 or minus:1..6")
    }
    return try IntegerOption.range(
      "--last", [String(last.dropFirst("minus:".count))], default: "",
      0...ProposedConstruction.vertexLimit,
      "the numbers of minus signs"
    ).map { .minus($0) }
  }

  /// A file that defines B and N, or one of the formats of graphs.
  private func proposed(
    _ path: String, _ family: ProposedConstruction.LastLayer
  ) throws -> ProposedConstruction {
    let text = try Files.text(path)
    do {
      return Self.definesMatrices(text)
        ? try ProposedConstruction(
          path, text: text, file: path, readGraph: GraphFiles.reader(isQuiet: false))
        : try Self.proposed(path, text, family)
    } catch let error as NoConstruction {
      throw FileError(description: "\(path): \(error)")
    }
  }

  /// Whether a file is in the claim language: a line of it begins with `let`, `claim`, or `graph NAME =`.
  private static func definesMatrices(_ text: String) -> Bool {
    text.split(whereSeparator: \.isNewline).contains { line in
      let words = line.split(whereSeparator: \.isWhitespace)
      return words.first == "let" || words.first == "claim"
        || (words.count > 2 && words[0] == "graph" && words[2].hasPrefix("="))
    }
  }

  private static func construction(
    of name: String, _ family: ProposedConstruction.LastLayer
  ) throws -> ProposedConstruction {
    do {
      return try proposed(graph: name, family)
    } catch let error as NoConstruction {
      throw ValidationError("--graph \(name): \(error)")
    }
  }

  private static func proposed(
    graph name: String, _ family: ProposedConstruction.LastLayer
  ) throws -> ProposedConstruction {
    let leading = GraphValue.leadingName(of: name)
    if Function(rawValue: leading) != nil {
      let graph: Graph
      do {
        graph = try GraphValue(formula: name).built()
      } catch let error as ClaimError {
        throw ValidationError("--graph \(name): \(error.message)")
      } catch let error as SizeLimit.Exceeded {
        throw RunError.tooLarge("--graph \(name): \(error)")
      }
      return try ProposedConstruction(name, graph: graph, family)
    }
    guard name.contains(where: { $0 == "." || $0 == "/" }) || Files.exists(name) else {
      throw ValidationError(
        "--graph \(name): no such graph"
          + Spelling.hint(for: leading, among: GraphFamily.allCases.map(\.name))
          + "; expected \(graphs), or a file with a graph")
    }
    return try proposed(name, try Files.text(name, limit: GraphFiles.sizeLimit), family)
  }

  /// The graph of a file.
  private static func proposed(
    _ path: String, _ text: String, _ family: ProposedConstruction.LastLayer
  ) throws -> ProposedConstruction {
    let file = try GraphFiles.graph(text, path)
    return try ProposedConstruction(path, graph: file.graph, family, notes: [file.summary])
  }
}
