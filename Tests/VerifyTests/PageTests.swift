import Foundation
import Testing

/// What `Scripts/docs` does not see of the pages: size, links, names, and the claims that they teach.
@Suite struct PageTests {
  /// A page of the repository.
  struct Page: CustomTestStringConvertible, Sendable {
    /// Its place in the repository.
    let path: String
    let text: String
    var testDescription: String { path }
    var folder: URL { Files.folder(of: packageFolder.appending(path: path)) }
  }

  private enum Files {
    static func folder(of file: URL) -> URL { file.deletingLastPathComponent() }

    static func text(_ path: String) throws -> String {
      try String(contentsOf: packageFolder.appending(path: path), encoding: .utf8)
    }

    /// The names of what is in a folder, with that ending.
    static func names(in path: String, ending: String = "") throws -> [String] {
      try FileManager.default.contentsOfDirectory(
        atPath: packageFolder.appending(path: path).path
      ).filter { $0.hasSuffix(ending) && !$0.hasPrefix(".") }.sorted()
    }
  }

  static let pages: [Page] = {
    let root = packageFolder.path
    guard
      let files = FileManager.default.enumerator(
        at: packageFolder, includingPropertiesForKeys: nil, options: .skipsHiddenFiles)
    else { return [] }
    return files.compactMap { $0 as? URL }.filter { $0.pathExtension == "md" }
      .map { String($0.path.dropFirst(root.hasSuffix("/") ? root.count : root.count + 1)) }.sorted()
      .compactMap { path in (try? Files.text(path)).map { Page(path: path, text: $0) } }
  }()

  /// The blocks of a page between lines of three backticks.
  private static func blocks(of text: String) -> [String] {
    let parts = ("\n" + text).components(separatedBy: "\n```")
    return parts.enumerated().filter { $0.offset % 2 == 1 }.map { block in
      // What follows the backticks says what the block is.
      String(block.element.drop { $0 != "\n" }.dropFirst())
    }
  }

  /// A page without those blocks.
  private static func prose(of text: String) -> String {
    ("\n" + text).components(separatedBy: "\n```").enumerated()
      .filter { $0.offset % 2 == 0 }.map(\.element).joined(separator: "\n")
  }

  private static func matches(_ pattern: String, in text: String) throws -> [String] {
    try text.matches(of: Regex(pattern)).compactMap { $0.output[1].substring.map(String.init) }
  }

  // MARK: Size and links

  @Test func `the README is short`() throws {
    #expect(try Files.text("README.md").utf8.count <= 9000)
    #expect(Self.pages.count > 15)
  }

  /// The anchors that the headings of a page make.
  private static func anchors(of text: String) -> Set<String> {
    var anchors: Set<String> = []
    for line in prose(of: text).split(separator: "\n") where line.hasPrefix("#") {
      let title = line.drop { $0 == "#" }.dropFirst().lowercased()
      let kept = title.filter { $0.isLetter || $0.isNumber || $0 == " " || $0 == "-" || $0 == "_" }
      anchors.insert(kept.replacingOccurrences(of: " ", with: "-"))
    }
    return anchors
  }

  @Test(arguments: pages)
  func `every link leads somewhere`(_ page: Page) throws {
    for link in try Self.matches(#"\]\(([^)\s]+)\)"#, in: Self.prose(of: page.text)) {
      guard !link.contains("://") else { continue }
      let parts = link.split(separator: "#", omittingEmptySubsequences: false).map(String.init)
      let target =
        parts[0].isEmpty
        ? packageFolder.appending(path: page.path) : page.folder.appending(path: parts[0])
      #expect(FileManager.default.fileExists(atPath: target.path), "\(link)")
      guard parts.count > 1, let text = try? String(contentsOf: target, encoding: .utf8) else {
        continue
      }
      #expect(Self.anchors(of: text).contains(parts[1]), "\(link)")
    }
  }

  @Test func `the README has the least parts of the critical Λ that are on file`() throws {
    /// The rows of the first table below a header that begins so, cell by cell.
    func table(_ page: String, _ header: String) throws -> [[String]] {
      let lines = try Files.text(page).split(separator: "\n").map(String.init)
      let start = try #require(lines.firstIndex { $0.hasPrefix(header) })
      return lines[start...].prefix { $0.hasPrefix("|") }.map { line in
        line.dropFirst().dropLast().split(separator: "|").map {
          $0.trimmingCharacters(in: .whitespaces)
        }
      }
    }
    // Transposed: a row for each K, with L = 2, 3, … in the columns.
    let file = try table("docs/shapes-and-points.md", "| K | L = 2 |").dropFirst(2)
    let readme = try table("README.md", "| K | 3 | 4 |")
    #expect(readme.count == 5 && readme[0].count == 14)
    for (row, column) in [(2, 1), (3, 2), (4, 3), (4, 4), (4, 5)] {
      for (place, classes) in readme[0].enumerated().dropFirst() {
        let size = classes.replacingOccurrences(of: "≥ ", with: "")
        let cell = try #require(file.first { $0[0] == size })[column]
        let least =
          cell == "—"
          ? "—" : cell.hasPrefix("every Λ") ? "0" : String(cell.split(separator: " ")[1].dropLast())
        #expect(readme[row][place] == least, "K = \(classes), column \(column)")
      }
    }
  }

  @Test func `the README leads to every page in docs`() throws {
    let linked = try Self.matches(#"\]\(docs/([^)#\s]+)"#, in: Files.text("README.md"))
    #expect(Set(linked) == Set(try Files.names(in: "docs", ending: ".md")))
  }

  // MARK: Claims

  @Test(arguments: pages)
  func `the claims that a page teaches hold`(_ page: Page) throws {
    let claims = Self.blocks(of: page.text).filter { $0.hasPrefix("claim ") }
    guard !claims.isEmpty else { return }
    let result = try check(claims.joined(separator: "\n"))
    #expect(result.status == 0, "\(result.output)\(result.errors)")
    guard page.path == "docs/claims.md" else { return }
    #expect(claims.count > 5)
    // What is said for all sizes is proved, the rest decided.
    #expect(result.output.components(separatedBy: " proved ").count - 1 == 5, "\(result.output)")
  }

  @Test func `the statements that pages name are on file`() throws {
    let files = try Files.names(in: "proofs/paper", ending: ".claim")
    let names = try files.flatMap { file in
      try Self.matches(#"(?m)^claim (\S+)"#, in: Files.text("proofs/paper/\(file)"))
    }
    try #require(names.count > 200)
    let pages = Self.pages.filter { $0.path == "README.md" || $0.path.hasPrefix("docs/") }
    for page in pages {
      let kinds = "appendix|beyond|definition|lemma|objective|section|theorem"
      for name in try Self.matches("`((?:\(kinds))-[A-Za-z0-9.-]+)`", in: page.text) {
        // A name also stands for all that belong to it.
        #expect(
          names.contains { $0 == name || $0.hasPrefix(name + ".") }, "\(page.path): \(name)")
      }
    }
  }

  @Test func `the facts about families of graphs are linked`() throws {
    let page = try Files.text("docs/claims.md")
    for name in try Files.names(in: "proofs/graphs", ending: ".claim") {
      #expect(page.contains("](../proofs/graphs/\(name))"), "\(name)")
    }
  }

  // MARK: What can be proved for all sizes

  @Test func `every function is among the examples for all sizes or those without a proof`()
    throws
  {
    let language = try Program.run(["explain", "--language"]).output
    let functions = Set(try Self.matches(#"(?m)^([A-Za-z][A-Za-z0-9_]*)\("#, in: language))
    try #require(functions.count > 80)
    let examples = try ["all-sizes", "not-for-all-sizes"].map {
      try Files.text("docs/examples/\($0).claim")
    }.joined()
    for function in functions.sorted() {
      #expect(examples.contains("\(function)("), "\(function)")
    }
  }

  @Test func `what has no proof for all sizes is true for some`() throws {
    let result = try Program.run([
      "check", "docs/examples/not-for-all-sizes.claim", "--set", "n=3..5", "--r", "5..6",
    ])
    #expect(result.status == 0, "\(result.output)\(result.errors)")
  }

  // MARK: The rest

  @Test func `every room is described`() throws {
    let page = try Files.text("docs/architecture.md")
    for room in try Files.names(in: "Sources") {
      #expect(page.contains("`Sources/\(room)`"), "\(room)")
    }
  }

  @Test func `a block that is stale is named, and rewritten`() throws {
    guard try Program.shell("command -v python3").status == 0 else { return }
    try withTemporaryFolder { folder in
      let page = folder.appending(path: "page.md")
      func docs(_ options: String) throws -> Program.Result {
        try Program.shell("Scripts/docs --program \"$0\" \(options) '\(page.path)'")
      }
      try "Title\n\n<!-- verify --version -->\nverify 0\n<!-- end -->\n".write(
        to: page, atomically: true, encoding: .utf8)
      let stale = try docs("--check")
      #expect(stale.status == 1)
      #expect(stale.errors.contains("page.md:3: stale: verify --version"), "\(stale.errors)")
      #expect(try docs("").status == 0)
      #expect(try docs("--check").status == 0)
      let version = try Program.run(["--version"]).output
      #expect(
        try String(contentsOf: page, encoding: .utf8)
          == "Title\n\n<!-- verify --version -->\n```console\n$ verify --version\n\(version)```\n"
          + "<!-- end -->\n")
      // A session that is in no block, a block without an end, and a command that fails.
      for text in [
        "```\n$ verify audit\n```\n", "<!-- verify audit -->\n",
        "<!-- verify x -->\n<!-- end -->\n",
      ] {
        try text.write(to: page, atomically: true, encoding: .utf8)
        #expect(try docs("--check").status == 1, "\(text)")
      }
    }
  }
}
