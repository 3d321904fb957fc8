import Markup
import Mustache
import Statements

extension Page {
  /// The page, which is well-formed XML as well.
  var html: String {
    MustacheTemplate.page.render(self, library: .parts)
  }
}

extension MustacheTemplate {
  fileprivate static let page = compiled(PageTemplate.page)

  /// - Precondition: The text, a part of the program, is a template.
  fileprivate static func compiled(_ text: String) -> MustacheTemplate {
    MustacheContentTypes.register(Markup(), named: Markup.name)
    do {
      // A template that is part of another one does not take over how that one escapes.
      return try MustacheTemplate(string: "{{% CONTENT_TYPE:\(Markup.name)}}" + text)
    } catch {
      preconditionFailure("a template of the page: \(error)")
    }
  }
}

extension MustacheLibrary {
  fileprivate static let parts = MustacheLibrary(
    templates: PageTemplate.parts.mapValues(MustacheTemplate.compiled))
}

/// Text in markup. The library's own escaping goes by characters, so that of a quote with an accent on it
/// would stay a quote.
private struct Markup: MustacheContentType {
  static let name = "MARKUP"

  func escapeText(_ text: String) -> String {
    var shown = ""
    // Neither are these characters of XML, nor should the direction of writing turn round.
    shown.unicodeScalars.append(
      contentsOf: text.unicodeScalars.map { $0.steersTerminals ? "\u{FFFD}" : $0 })
    return shown.escapedForXML
  }
}
