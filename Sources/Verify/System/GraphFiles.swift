import Graphs
import Statements

/// Reads files of graphs, and says what they were read as.
enum GraphFiles {
  /// The most bytes of a file.
  static let sizeLimit = 40_000_000

  /// The graph in the text of a file.
  ///
  /// - Throws: `FileError` with the line and the column of what was not expected.
  static func graph(_ text: String, _ path: String) throws(FileError) -> GraphFile {
    do throws(GraphFile.Failure) {
      return try GraphFile(text: text)
    } catch {
      throw FileError(description: "\(path):\(error)")
    }
  }

  /// For claims: a path is one beside the claim file, unless it begins with `/`.
  ///
  /// - Parameter isQuiet: Whether it is not said what a file was read as.
  static func reader(isQuiet: Bool) -> GraphReader {
    { path, claimFile in
      let folder = claimFile.lastIndex(of: "/").map { claimFile[...$0] } ?? ""
      let place = path.hasPrefix("/") ? path : folder + path
      let file = try graph(try Files.text(found: place, limit: sizeLimit), place)
      if !isQuiet { Terminal.error("\(path): \(file.summary)\n") }
      return file.graph
    }
  }
}
