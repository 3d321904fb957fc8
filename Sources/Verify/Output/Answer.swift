import ArgumentParser
import Threads

/// What a command that answers a question has to say.
struct Answer {
  /// A part of the answer for people.
  enum Section {
    case paragraph([String])
    case table(TextTable)
    /// Indented as it stands, in the text alone.
    case verbatim(String)
  }

  /// The command as it was asked: `loss`.
  let command: String
  var sections: [Section] = []
  /// The members of the JSON object besides those that every answer has.
  var members: [String: JSON] = [:]
  var status = ExitStatus.holds
  /// What is written beside the answer, and where.
  var file: (path: String, text: String)?
  private let start = Clock.seconds()

  init(command: String) { self.command = command }

  mutating func add(_ lines: String...) { sections.append(.paragraph(lines)) }
  mutating func add(_ table: TextTable) { sections.append(.table(table)) }

  private var text: String {
    sections.map { section in
      switch section {
      case .paragraph(let lines): lines.map { $0.abbreviated + "\n" }.joined()
      case .table(let table): table.text
      case .verbatim(let text): text.split(separator: "\n").map { "  \($0)\n" }.joined()
      }
    }.joined(separator: "\n")
  }

  private var markdown: String {
    "## verify \(command)\n\n"
      + sections.map { section in
        switch section {
        case .paragraph(let lines): lines.map(\.abbreviated).joined(separator: "  \n") + "\n"
        case .table(let table): table.markdown
        case .verbatim(let text): "```\n\(text)```\n"
        }
      }.joined(separator: "\n")
  }

  private var article: Article {
    var article = Article()
    article.add(.heading("verify \(command)"))
    for section in sections {
      switch section {
      case .paragraph(let lines):
        for line in lines { article.add(.words(line.abbreviated)) }
      case .table(let table): article.add(.table(table))
      case .verbatim(let text): article.add(.verbatim(text))
      }
    }
    return article
  }

  /// One object; the same bytes from run to run but for `timing`.
  private var json: String {
    let common: [String: JSON] = [
      "schema": .string("verify/1"), "command": .string(command),
      "exit": .integer(Int(status.rawValue)),
      "timing": .object(["seconds": .decimal(Document.rounded(Clock.seconds() - start))]),
    ]
    return JSON.object(members.merging(common) { own, _ in own }).text() + "\n"
  }

  /// Writes the answer and ends with its status.
  func finish(_ options: AnswerOptions) throws {
    TimeLimit.finish()
    let text =
      switch options.format {
      case .text: text
      case .markdown: markdown
      case .latex: article.latex
      case .html: article.html.text
      case .json: json
      }
    // Whether or not the file can be written, the answer is given; the file is not lost with it either.
    let isGiven = Terminal.output(text)
    if let file { try Files.write(file.text, to: file.path) }
    guard isGiven else { throw ExitCode(ExitStatus.internalError.rawValue) }
    if status != .holds { throw ExitCode(status.rawValue) }
  }
}
