import Foundation
import FoundationXML
import Testing

/// A page that was written, read as XML.
struct WrittenPage: Sendable {
  fileprivate(set) var text = ""
  /// The values of all attributes `id`, `href` and `src`.
  fileprivate(set) var ids: [String] = []
  fileprivate(set) var links: [String] = []
  fileprivate(set) var sources: [String] = []
  /// How often each element occurs.
  fileprivate(set) var elements: [String: Int] = [:]
  /// The names of the statements in their order, and their verdicts.
  fileprivate(set) var order: [String] = []
  fileprivate(set) var statements: [String: String] = [:]
  /// The text outside of scripts and style sheets.
  fileprivate(set) var texts = ""

  /// - Throws: When there is no such file, or it is not well-formed.
  init(_ path: String) throws {
    let text = try String(contentsOfFile: path, encoding: .utf8)
    self.text = text
    let reader = Reader(self)
    let parser = XMLParser(data: Data(text.utf8))
    parser.delegate = reader
    try #require(
      parser.parse(), "line \(parser.lineNumber): \(String(describing: parser.parserError))")
    self = reader.page
  }

  /// The markup of a statement.
  func article(_ id: String) -> Substring? {
    guard let start = text.range(of: "id=\"\(id)\""),
      let end = text.range(of: "</article>", range: start.upperBound..<text.endIndex)
    else { return nil }
    return text[start.lowerBound..<end.lowerBound]
  }
}

private final class Reader: NSObject, XMLParserDelegate {
  var page: WrittenPage
  private var open: [String] = []

  init(_ page: WrittenPage) { self.page = page }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    open.append(name)
    page.elements[name, default: 0] += 1
    if let id = attributes["id"] { page.ids.append(id) }
    if let link = attributes["href"] { page.links.append(link) }
    if let source = attributes["src"] { page.sources.append(source) }
    if name == "article", let id = attributes["id"] {
      page.order.append(id)
      page.statements[id] = attributes["data-verdict"]
    }
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) { open.removeLast() }

  func parser(_ parser: XMLParser, foundCharacters characters: String) {
    if open.last != "script", open.last != "style" { page.texts += characters }
  }
}
