import Foundation
import FoundationXML
import Statements
import Testing

@testable import Typesetting

/// Every claim on file, as it is set.
@Suite struct FileTests {
  /// The claims of the paper and of graphs, and all formulas that they show.
  private static let claims: [(claim: Claim, formulas: [Formula])] = {
    var claims: [Claim] = []
    for folder in ["proofs/paper", "proofs/graphs"] {
      let files =
        (try? FileManager.default.contentsOfDirectory(
          at: packageFolder.appending(path: folder), includingPropertiesForKeys: nil)) ?? []
      for file in files where file.pathExtension == "claim" {
        guard let text = try? String(contentsOf: file, encoding: .utf8) else { continue }
        claims += (try? Parser.claims(in: text, file: file.lastPathComponent)) ?? []
      }
    }
    return claims.map { claim in
      let all = ClaimFormulas(claim)
      return (
        claim,
        all.parameters + (all.hypothesis.map { [$0] } ?? []) + all.definitions
          + claim.forms.flatMap(all.propositions) + all.notation.map(\.formula)
      )
    }
  }()

  /// The identifiers and functions of a layout.
  private func words(of layout: Layout) -> [String] {
    switch layout {
    case .identifier(let word, _), .function(let word): [word]
    default: layout.children.flatMap(words)
    }
  }

  /// The commands of TeX, LaTeX, amsmath and amssymb that formulas use.
  private static let commands: Set<String> = [
    "frac", "binom", "sqrt", "sum", "prod", "left", "right", "begin", "end", "text", "quad",
    "mathop", "mathrm", "mathbf", "mathbb", "mathcal", "mathbin", "nolimits", "displaystyle",
    "bar", "tilde", "vec", "overline", "lvert", "rvert", "lVert", "rVert", "dots", "mid", "min",
    "max", "det", "deg", "bmod", "cdot", "otimes", "odot", "oplus", "circ", "times", "boxtimes",
    "square", "sqcup", "top", "dagger", "downarrow", "in", "setminus", "ne", "le", "ge", "prec",
    "preceq", "succ", "succeq", "alpha", "gamma", "delta", "varepsilon", "lambda", "mu", "nu",
    "rho", "sigma", "tau", "psi", "Lambda",
  ]

  @Test func `there are many`() { #expect(Self.claims.count > 250) }

  @Test func `no name of the language is left over`() {
    // Functions whose notation is their name, and words that claims use as names.
    let kept: Set<String> = ["rank", "max", "min", "rows", "columns"]
    let names = Set(Function.allCases.map(\.name)).subtracting(kept).filter { $0.count > 2 }
    for (claim, formulas) in Self.claims {
      let own = Set(
        (claim.parameters.map(\.name) + claim.definitions.map(\.name)).flatMap {
          $0.split(separator: "_").map(String.init)
        })
      for formula in formulas {
        for word in words(of: formula.layout) {
          #expect(!word.contains("_"), "\(claim.id): \(word)")
          #expect(!names.contains(word) || own.contains(word), "\(claim.id): \(word)")
        }
        #expect(!formula.latex.contains("\\_"), "\(claim.id)")
      }
    }
  }

  @Test func `LaTeX has brackets in pairs and known commands`() {
    for (claim, formulas) in Self.claims {
      for formula in formulas { check(formula.latex, claim.id) }
    }
  }

  private func check(_ latex: String, _ id: String) {
    var open: [String] = []
    var rest = latex[...]
    func close(_ opening: String) {
      #expect(open.popLast() == opening, "\(id): \(latex)")
    }
    while let character = rest.popFirst() {
      switch character {
      case "{": open.append("{")
      case "}": close("{")
      case "\\":
        let word = String(rest.prefix { $0.isASCII && $0.isLetter })
        if word.isEmpty {
          let sign = rest.popFirst()
          #expect(sign.map { "\\,{}# ".contains($0) } == true, "\(id): \(latex)")
          continue
        }
        rest = rest.dropFirst(word.count)
        #expect(Self.commands.contains(word), "\(id): \\\(word)")
        switch word {
        case "left", "begin": open.append(word)
        case "right": close("left")
        case "end": close("begin")
        default: break
        }
      default: #expect(character.isASCII && character != "$" && character != "%", "\(id): \(latex)")
      }
    }
    #expect(open.isEmpty, "\(id): \(latex)")
  }

  /// The elements of MathML Core that formulas use, and how many children each has.
  private static let elements: [String: Int?] = [
    "math": 1, "mrow": nil, "mi": 0, "mn": 0, "mo": 0, "mtext": 0, "mspace": 0, "mfrac": 2,
    "msqrt": nil, "msub": 2, "msup": 2, "msubsup": 3, "munder": 2, "munderover": 3, "mover": 2,
    "mtable": nil, "mtr": nil, "mtd": nil,
  ]

  private static let attributes: Set<String> = [
    "xmlns", "display", "alttext", "mathvariant", "linethickness", "displaystyle", "accent",
    "style", "width", "lspace", "rspace",
  ]

  /// Counts the children of elements.
  private final class Reader: NSObject, XMLParserDelegate {
    var counts = [0]
    var faults: [String] = []

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
      qualifiedName: String?, attributes: [String: String]
    ) {
      counts[counts.count - 1] += 1
      counts.append(0)
      if FileTests.elements[name] == nil { faults.append(name) }
      faults += attributes.keys.filter { !FileTests.attributes.contains($0) }
    }

    func parser(
      _ parser: XMLParser, didEndElement name: String, namespaceURI: String?,
      qualifiedName: String?
    ) {
      let count = counts.removeLast()
      if let expected = FileTests.elements[name] ?? nil, count != expected {
        faults.append("\(name) with \(count)")
      }
    }
  }

  @Test func `MathML is well-formed and keeps to the core`() throws {
    for (claim, formulas) in Self.claims {
      for formula in formulas {
        let parser = XMLParser(data: Data(formula.mathML(isDisplay: true).utf8))
        let reader = Reader()
        parser.delegate = reader
        #expect(parser.parse(), "\(claim.id): \(formula.text)")
        #expect(reader.faults.isEmpty, "\(claim.id): \(reader.faults)")
      }
    }
  }

  @Test func `two formulas of a claim that differ look different`() {
    for (claim, formulas) in Self.claims {
      var texts: [String: String] = [:]
      for formula in formulas {
        let other = texts.updateValue(formula.text, forKey: formula.latex) ?? formula.text
        #expect(other == formula.text, "\(claim.id): \(formula.latex)")
      }
    }
  }
}
