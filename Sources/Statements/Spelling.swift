/// Names that somebody may have meant who wrote another one.
package enum Spelling {
  /// The nearest of the known names, at most three that are equally near: those that differ by few letters,
  /// or of which what was written is a part.
  package static func nearest(to name: String, among known: some Sequence<String>) -> [String] {
    let written = Array(name.lowercased())
    guard !written.isEmpty, written.count <= 60 else { return [] }
    let allowed = max(1, written.count / 3)
    let near = known.compactMap { candidate -> (distance: Int, name: String)? in
      let letters = Array(candidate.lowercased())
      if written.count > 2, String(letters).contains(String(written)) {
        return (letters.starts(with: written) ? 1 : 2, candidate)
      }
      guard abs(letters.count - written.count) <= allowed else { return nil }
      let distance = distance(written, letters)
      return distance <= allowed ? (distance, candidate) : nil
    }
    let least = near.map(\.distance).min()
    return near.filter { $0.distance == least }.map(\.name).sorted().prefix(3).map { $0 }
  }

  /// `; did you mean 'trace'?`, or nothing.
  package static func hint(for name: String, among known: some Sequence<String>) -> String {
    let names = nearest(to: name, among: known).map { "'\($0)'" }
    guard let last = names.last else { return "" }
    let list =
      names.count == 1 ? last : names.dropLast().joined(separator: ", ") + " or " + last
    return "; did you mean \(list)?"
  }

  /// The least number of letters put in, left out, replaced or exchanged with a neighbour that makes one
  /// word of the other.
  private static func distance(_ first: [Character], _ second: [Character]) -> Int {
    var twoBefore: [Int] = []
    var before = Array(0...second.count)
    for (row, letter) in first.enumerated() {
      var current = [row + 1]
      for (column, other) in second.enumerated() {
        var least = min(before[column + 1], current[column]) + 1
        least = min(least, before[column] + (letter == other ? 0 : 1))
        if row > 0, column > 0, letter == second[column - 1], first[row - 1] == other {
          least = min(least, twoBefore[column - 1] + 1)
        }
        current.append(least)
      }
      (twoBefore, before) = (before, current)
    }
    return before[second.count]
  }
}
