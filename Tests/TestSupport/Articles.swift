import Foundation
import Testing

/// The examples in the articles of a module, which a test has to contain and to run.
public enum Articles {
  /// An example in an article.
  public struct Example: Sendable {
    /// The name of the article's file.
    public let article: String
    /// The lines of the example.
    public let lines: [String]
  }

  /// The Swift code in the articles of `Sources/MODULE/MODULE.docc`, article by article.
  public static func examples(in module: String, file: String = #filePath) throws -> [Example] {
    let package = URL(filePath: file).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let catalogue = package.appending(path: "Sources/\(module)/\(module).docc")
    let articles = try FileManager.default.contentsOfDirectory(atPath: catalogue.path)
    return try articles.filter { $0.hasSuffix(".md") }.sorted().flatMap { article in
      let text = try String(contentsOf: catalogue.appending(path: article), encoding: .utf8)
      let parts = text.components(separatedBy: "```swift\n").dropFirst()
      return parts.map {
        Example(article: article, lines: lines($0.components(separatedBy: "```")[0]))
      }
    }
  }

  /// The examples whose lines do not follow each other in a test's source, indented or not.
  public static func examples(in module: String, missingFrom source: String) throws -> [Example] {
    let text = lines(try String(contentsOfFile: source, encoding: .utf8))
    return try examples(in: module).filter { example in
      !text.indices.contains { text[$0...].starts(with: example.lines) }
    }
  }

  /// The lines of a text without indentation; those that are empty count for nothing.
  private static func lines(_ text: String) -> [String] {
    text.components(separatedBy: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
      .filter { !$0.isEmpty }
  }
}

/// A suite that runs the examples of articles, line by line.
public protocol ArticleExamples {}

extension ArticleExamples {
  /// Fails the test, in all builds, where the examples would end the program.
  public func assert(
    _ condition: @autoclosure () -> Bool, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let holds = condition()
    #expect(holds, sourceLocation: sourceLocation)
  }
}
