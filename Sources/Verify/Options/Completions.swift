import ArgumentParser
import Statements

/// What a shell offers where a name is typed.
extension CompletionKind {
  /// The statements on file; nothing where no folder of statements is found, or it cannot be read.
  static let statements = custom { _, _, _ in statementNames() }

  private static func statementNames() -> [String] {
    guard let folder = Files.proofsFolder() else { return [] }
    return Files.folders(ofClaimsIn: folder).flatMap { place in
      (Files.names(in: place, suffix: ".claim") ?? []).flatMap { name in
        let text = (try? Files.text(found: "\(place)/\(name)")) ?? ""
        return (try? Library(part: [(name, text)]))?.claims.map(\.id) ?? []
      }
    }
  }
}
