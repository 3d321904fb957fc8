import Foundation
import Statements

@testable import Typesetting

/// The root of the package, found from where this source file stands.
let packageFolder = URL(filePath: #filePath).deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent()

/// The claim whose clauses these are.
func claim(_ clauses: String) throws -> Claim {
  try Parser.claims(in: "claim test \(clauses)", file: "test.claim")[0]
}

/// A formula as it is set where nothing is known of its names.
func layout(_ text: String) throws -> Layout { Typesetter().layout(try Expression(parsing: text)) }

extension Layout {
  /// The MathML of the formula alone.
  var mathML: String {
    let element = mathML(isDisplay: false, text: "")
    let start = element.firstIndex(of: ">").map { element.index(after: $0) }
    return String(element[(start ?? element.startIndex)...].dropLast("</math>".count))
  }
}

/// MathML as tests write it down.
enum ML {
  static func mi(_ text: String) -> String { "<mi>\(text)</mi>" }
  static func mn(_ text: String) -> String { "<mn>\(text)</mn>" }
  static func mo(_ text: String) -> String { "<mo>\(text)</mo>" }
  static func words(_ text: String) -> String { "<mtext>\(text)</mtext>" }
  static func row(_ parts: String...) -> String { "<mrow>\(parts.joined())</mrow>" }
  static func fenced(_ left: String, _ inner: String, _ right: String) -> String {
    row(mo(left), inner, mo(right))
  }
  static func round(_ inner: String) -> String { fenced("(", inner, ")") }
  static func list(_ parts: String...) -> String {
    "<mrow>\(parts.joined(separator: mo(",")))</mrow>"
  }
  static func infix(_ left: String, _ sign: String, _ right: String) -> String {
    row(left, mo(sign), right)
  }
  static func times(_ left: String, _ right: String) -> String { infix(left, "\u{2062}", right) }
  static func apply(_ function: String, _ argument: String) -> String {
    row(function, mo("\u{2061}"), round(argument))
  }
  static func sub(_ base: String, _ lower: String) -> String { "<msub>\(base)\(lower)</msub>" }
  static func sup(_ base: String, _ upper: String) -> String { "<msup>\(base)\(upper)</msup>" }
  static func both(_ base: String, _ lower: String, _ upper: String) -> String {
    "<msubsup>\(base)\(lower)\(upper)</msubsup>"
  }
  static func under(_ base: String, _ lower: String) -> String {
    "<munder>\(base)\(lower)</munder>"
  }
  static func underOver(_ base: String, _ lower: String, _ upper: String) -> String {
    "<munderover>\(base)\(lower)\(upper)</munderover>"
  }
  static func frac(_ above: String, _ below: String) -> String { "<mfrac>\(above)\(below)</mfrac>" }
  static func binom(_ above: String, _ below: String) -> String {
    round("<mfrac linethickness=\"0\">\(above)\(below)</mfrac>")
  }
  static func sqrt(_ inner: String) -> String { "<msqrt>\(inner)</msqrt>" }
  static func over(_ base: String, _ accent: String) -> String {
    "<mover accent=\"true\">\(base)\(mo(accent))</mover>"
  }
  static func squaredNorm(_ inner: String) -> String {
    both(fenced("‖", inner, "‖"), mi("F"), mn("2"))
  }
  static func transposed(_ base: String) -> String { sup(base, mo("⊤")) }
  static func table(_ rows: [String]...) -> String {
    round(
      "<mtable>"
        + rows.map { "<mtr>\($0.map { "<mtd>\($0)</mtd>" }.joined())</mtr>" }.joined()
        + "</mtable>")
  }
}
