import Statements

/// Statements that stand together.
struct Chapter {
  let title: String
  var claims: [Claim] = []

  /// The statements of files that somebody wrote: each file is a chapter.
  static func files(_ claims: [Claim]) -> [Chapter] {
    var chapters: [Chapter] = []
    for claim in claims {
      if chapters.last?.title != claim.location.file {
        chapters.append(Chapter(title: claim.location.file))
      }
      chapters[chapters.count - 1].claims.append(claim)
    }
    return chapters
  }

  /// The statements in the order of the paper, and then those that it does not make.
  static func paper(_ claims: [Claim]) -> [Chapter] {
    var chapters = parts.map { Chapter(title: $0.title) }
    chapters += [Chapter(title: "Elsewhere in the paper"), Chapter(title: "Not in the paper")]
    let placed = claims.enumerated().map { (place: Place(of: $1, number: $0), claim: $1) }
    for (place, claim) in placed.sorted(by: { $0.place < $1.place }) {
      chapters[place.chapter].claims.append(claim)
    }
    return chapters.filter { !$0.claims.isEmpty }
  }

  /// The parts of the paper, how the sources of the statements in them begin, and in which order the files
  /// go through what one such beginning is common to.
  private static let parts: [(title: String, sources: [String], files: [String])] = [
    ("Abstract and Section 1: Introduction", ["Abstract", "Section 1", "Sections 1"], []),
    ("Section 3: Main results", ["Section 3", "Sections 3"], ["section-3", "text"]),
    ("Section 4: Numerical results", ["Section 4"], []),
    (
      "Appendix B.1: Definitions 5 to 8",
      [
        "Definition 5", "after Definition 5", "Definition 6", "Appendix B.1", "Figure 2",
        "Definition 7", "Definition 8",
      ], []
    ),
    (
      "Appendix B.1: Theorem 3 and its proof", ["Theorem 3"],
      [
        "theorem-3", "theorem-3-terms", "objective", "theorem-3-derivatives", "theorem-3-loss",
        "theorem-3-bounds", "theorem-3-bounds-3", "theorem-3-critical", "theorem-3-ratio",
        "theorem-3-order",
      ]
    ),
    (
      "Appendix B.1: Lemmas 9 to 15",
      ["Lemma 9", "Lemma 10", "Lemma 11", "Lemma 12", "Lemma 13", "Lemma 14", "Lemma 15"], []
    ),
    ("Appendix B.2: Theorem 4", ["Theorem 4"], []),
    ("Appendix B.2: Theorem 17", ["Definition 16", "Theorem 17"], ["theorem-17"]),
    ("Appendix C: Further experimental evidence", ["Appendix C"], []),
  ]

  /// Where a statement stands; what the paper does not say is last.
  private struct Place: Comparable {
    let chapter: Int
    /// Within the chapter: the beginning of its source, its file, and its place among all.
    private let rank: [Int]

    init(of claim: Claim, number: Int) {
      let (chapter, source) = Self.part(of: claim)
      self.chapter = chapter
      let order = Chapter.parts.indices.contains(chapter) ? Chapter.parts[chapter].files : []
      let file = claim.location.file.split(separator: "/").last.map(String.init) ?? ""
      let name = String(file.prefix { $0 != "." })
      rank = [source, order.firstIndex(of: name) ?? order.count, number]
    }

    private static func part(of claim: Claim) -> (chapter: Int, source: Int) {
      let count = Chapter.parts.count
      if claim.role == .ours { return (count + 1, 0) }
      for (chapter, part) in Chapter.parts.enumerated() {
        // "Lemma 1" is not the beginning of "Lemma 10".
        let source = part.sources.firstIndex { beginning in
          claim.source.hasPrefix(beginning)
            && claim.source.dropFirst(beginning.count).first?.isNumber != true
        }
        if let source { return (chapter, source) }
      }
      return (count, 0)
    }

    static func < (left: Self, right: Self) -> Bool {
      left.chapter == right.chapter
        ? left.rank.lexicographicallyPrecedes(right.rank) : left.chapter < right.chapter
    }
  }
}
