import Glibc
import Graphs
import Synchronization
import Threads

/// The claims on file: what a folder of `.claim` files states, in the order of their names.
public struct Library: Sendable {
  public let claims: [Claim]
  /// The contents of the files, and the graphs that they name.
  public let sources: [String]

  /// Parses the files, given as pairs of a name for messages and a content, `jobs` of them at a time;
  /// `readGraph` reads the files of graphs that claims name.
  ///
  /// - Throws: `ClaimError` for the first defect, and for a claim that two files state.
  public init(
    files: [(name: String, text: String)], jobs: Int = 1, readGraph: GraphReader? = nil
  ) throws(ClaimError) {
    try self.init(part: files, jobs: jobs, readGraph: readGraph)
    let known = Set(claims.map(\.id))
    for claim in claims {
      if let stranger = claim.uses.first(where: { !known.contains($0) }) {
        throw ClaimError(
          claim.location, "'\(claim.id)' uses '\(stranger)', which is not stated in any file")
      }
    }
    for claim in claims { _ = try chain(from: claim) }
  }

  /// Parses some of the files; what their claims use may be stated in others.
  ///
  /// - Throws: `ClaimError` for the first defect, and for a claim that two of these files state.
  public init(
    part files: [(name: String, text: String)], jobs: Int = 1, readGraph: GraphReader? = nil
  ) throws(ClaimError) {
    var claims: [Claim] = []
    var places: [String: SourceLocation] = [:]
    let graphs = GraphTexts()
    let readGraph = readGraph.map(graphs.recording)
    let parsed = try mapInParallel(count: files.count, jobs: jobs) { index throws(ClaimError) in
      try Parser.claims(in: files[index].text, file: files[index].name, readGraph: readGraph)
    }
    for claim in parsed.joined() {
      if let earlier = places[claim.id] {
        throw ClaimError(
          claim.location, "the claim '\(claim.id)' is already stated at \(earlier)")
      }
      places[claim.id] = claim.location
      claims.append(claim)
    }
    self.claims = claims
    sources = files.map(\.text) + graphs.texts
  }

  /// Whether a file may state the claim of a name: whether `claim` stands before it somewhere, as the language has it.
  /// In a text or a comment it does, too; the parser tells.
  ///
  /// - Parameters:
  ///   - bytes: The content of the file.
  ///   - id: The name.
  ///   - isFamily: Whether a claim whose name goes on after that counts as well.
  public static func states(_ bytes: [UInt8], _ id: String, isFamily: Bool) -> Bool {
    let (word, name) = (Array("claim".utf8), Array(id.utf8))
    return bytes.withUnsafeBytes { text in
      guard let start = text.baseAddress else { return false }
      let end = start + text.count
      func code(_ place: UnsafeRawPointer) -> UInt8 { place.load(as: UInt8.self) }
      var rest = start
      while let found = memchr(rest, Int32(word[0]), end - rest) {
        rest = UnsafeRawPointer(found)
        guard end - rest > word.count, memcmp(rest, word, word.count) == 0 else {
          rest += 1
          continue
        }
        rest += word.count
        var next = rest
        while next < end, code(next) <= UInt8(ascii: " ") { next += 1 }
        guard next < end else { return false }
        // What follows a comment, or a blank that is not of ASCII, is left to the parser.
        if code(next) == UInt8(ascii: "#") || code(next) > 0x7F { return true }
        guard next > rest, end - next >= name.count, memcmp(next, name, name.count) == 0 else {
          continue
        }
        next += name.count
        if isFamily || next == end || !continuesName(code(next)) { return true }
      }
      return false
    }
  }

  /// Whether a name goes on with a character of ASCII; what is beyond that is left to the parser.
  private static func continuesName(_ code: UInt8) -> Bool {
    switch code {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "_"):
      true
    default: false
    }
  }

  /// The claims that lean on one, directly or through others, in the order of the files.
  public func claims(leaningOn id: String) -> [Claim] {
    var reached: Set<String> = [id]
    var grows = true
    while grows {
      let next = claims.filter { !reached.contains($0.id) && !reached.isDisjoint(with: $0.uses) }
      reached.formUnion(next.map(\.id))
      grows = !next.isEmpty
    }
    return claims.filter { $0.id != id && reached.contains($0.id) }
  }

  /// The claims whose faults a claim inherits, one from the other, itself first; alone when it inherits
  /// none.
  ///
  /// - Throws: `ClaimError` when one of them is not stated or inherits from itself.
  private func chain(from claim: Claim) throws(ClaimError) -> [Claim] {
    var chain = [claim]
    while case .inherited(let id) = chain.last?.fault {
      guard let next = self[id] else {
        throw ClaimError(
          claim.location,
          "'\(claim.id)' inherits a fault of '\(id)', which is not stated in any file")
      }
      guard !chain.contains(where: { $0.id == id }) else {
        throw ClaimError(claim.location, "'\(claim.id)' inherits its fault from itself")
      }
      chain.append(next)
    }
    return chain
  }

  /// The statement whose fault a claim inherits, through others if need be; the claim itself when it
  /// inherits none, or when that one is not among the claims read.
  public func root(of claim: Claim) -> Claim { (try? chain(from: claim))?.last ?? claim }

  /// The claims that one leans on, directly or through others, in the order of the files.
  public func claims(under id: String) -> [Claim] {
    var reached: Set<String> = []
    var rest = self[id]?.uses ?? []
    while let next = rest.popLast() {
      if reached.insert(next).inserted { rest += self[next]?.uses ?? [] }
    }
    return claims.filter { $0.id != id && reached.contains($0.id) }
  }

  /// The claim of that name.
  public subscript(id: String) -> Claim? { claims.first { $0.id == id } }

  /// The name on file for one as people write it: `lemma-13` for `Lemma 13`, `theorem-3` for `theorem3`.
  public static func name(for words: String) -> String {
    let parts = words.lowercased().split { $0.isWhitespace || $0 == "-" || $0 == "_" }
    var name = parts.joined(separator: "-")
    // A number touches the word before it only here.
    if let digit = name.firstIndex(where: \.isNumber), digit > name.startIndex,
      name[..<digit].allSatisfy(\.isLetter)
    {
      name.insert("-", at: digit)
    }
    return name
  }

  /// The claim of that name and those that belong to it: `lemma-9`, `lemma-9.gram`, …
  public func family(of id: String) -> [Claim] {
    claims.filter { $0.id == id || $0.id.hasPrefix(id + ".") }
  }
}

/// What was read of graphs, as texts.
private final class GraphTexts: Sendable {
  private let read = Mutex<Set<String>>([])

  var texts: [String] { read.withLock { $0.sorted() } }

  /// The same reader, whose graphs are noted.
  func recording(_ reader: @escaping GraphReader) -> GraphReader {
    { path, claimFile in
      let graph = try reader(path, claimFile)
      let edges = graph.edges.map(\.description).joined(separator: " ")
      self.read.withLock { _ = $0.insert("\(claimFile) \(path): \(graph.order) \(edges)") }
      return graph
    }
  }
}
