import Certificates
import CoqExport
import Foundation

/// The hand-written files.
let libraryFolder = URL(filePath: #filePath).deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent().appending(path: "proofs/coq")

/// Small proofs for the tests.
enum Proofs {
  /// B_r B_rᵀ with unit rows is ((r-2) I + J)/(r-1).
  static let gram = """
    verify uniform proof 1
    claim gram
    statement printed
    case
    for r in 3, 4..
    root s1 = r - 1
    a1 = incidence
    a2 = unit_rows a1 : 1x2 [0 | s1]/(r - 1)
    a3 = transpose a2
    a4 = product a2 a3 : 1x1 [1 | r - 1]/(r - 1)
    a5 = vertices
    a6 = identity a5 : 1x1 [0 | 1]
    a7 = ones a5 a5 : 1x1 [1 | 1]
    a8 = number 1
    a9 = subtract a5 a8
    a10 = number 2
    a11 = subtract a5 a10
    a12 = divide a11 a9
    a13 = scale a12 a6
    a14 = divide a8 a9
    a15 = scale a14 a7
    a16 = sum a13 a15
    show a4 = a16
    show a12 > a14

    """

  /// The first show of `gram` alone holds at 3, where a12 = a14.
  static let weak = gram.replacing("show a12 > a14", with: "show a12 >= a14")

  /// Two matrices of which some entries are the same, from r = 4 on.
  static let different = gram.replacing("for r in 3, 4..", with: "for r in 4..")
    .replacing("show a4 = a16", with: "show a4 != a13\nshow a4 = a16")

  static func proof(_ text: String) throws -> UniformProof {
    try UniformProof(text: text.hasSuffix("end\n") ? text : text + "end\n")
  }

  /// One of each step that presupposes something: an identity, unit rows, a quotient, a root, a power,
  /// an entry; and matrices that are multiplied and added.
  static let defined = """
    verify uniform proof 1
    claim defined
    statement printed
    case
    for r in 3, 4..
    symbol x
    a1 = vertices
    a2 = identity a1 : 1x1 [0 | 1]
    a3 = unit_rows a2 : 1x1 [0 | 1]
    a4 = symbol x
    a5 = divide a1 a4
    a6 = power a4 2
    a7 = root a6 : x
    a8 = number 2
    a9 = multiply a8 a4
    a10 = power a9 -1
    a11 = transpose a3
    a12 = product a2 a11
    a13 = sum a12 a2
    a14 = entry a2 1 3
    a15 = divide a4 a8
    show a12 = a2
    show a5 > a14
    show a10 > a14
    show a7 > a15
    show a13 = a13

    """

  /// The trace of the identity of r vertices, for every r.
  static let counts = """
    verify uniform proof 1
    claim counts
    statement printed
    case
    for r in 3, 4..
    a1 = vertices
    a2 = number 1
    a3 = identity a1 : 1x1 [0 | 1]
    a4 = trace a3
    show a4 = a1

    """

  /// A proof on file.
  static func onFile(_ name: String) throws -> UniformProof {
    let file = libraryFolder.deletingLastPathComponent()
      .appending(path: "paper/certificates/\(name).uniform")
    return try UniformProof(text: try String(contentsOf: file, encoding: .utf8))
  }

  /// Determinants of I + J, where a power of 1 is left out, and of J, which is 0.
  static let determinants = """
    verify uniform proof 1
    claim determinants
    statement printed
    case
    for r in 2, 3..
    a1 = vertices
    a2 = number 1
    a3 = number 0
    a4 = table 1x1 1,2
    a5 = spectrum a4 : {r + 1 : 1, 1 : r - 1}
    a6 = add a1 a2
    a7 = table 1x1 1,1
    a8 = spectrum a7 : {r : 1, 0 : r - 1}
    show determinant a5 a6:a2
    show determinant a8 a3:a2

    """

  private static let graphs = libraryFolder.deletingLastPathComponent()
    .appending(path: "graphs/certificates")

  /// A proof on file about families of graphs.
  static func aboutGraphs(_ name: String) throws -> UniformProof {
    let file = graphs.appending(path: "\(name).uniform")
    return try UniformProof(text: try String(contentsOf: file, encoding: .utf8))
  }

  static func namesAboutGraphs() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: graphs.path)
      .filter { $0.hasSuffix(".uniform") }.map { String($0.dropLast(8)) }.sorted()
  }

  /// A certificate on file.
  static func point(_ name: String) throws -> CoqFile.NamedPoint {
    let file = libraryFolder.deletingLastPathComponent()
      .appending(path: "paper/certificates/\(name).point")
    let text = try String(contentsOf: file, encoding: .utf8)
    return CoqFile.NamedPoint(name: name, certificate: try PointCertificate(text: text))
  }

  /// A certificate of a shape on file.
  static func shape(_ name: String) throws -> CoqFile.NamedShape {
    let file = libraryFolder.deletingLastPathComponent()
      .appending(path: "paper/certificates/\(name).shape")
    let text = try String(contentsOf: file, encoding: .utf8)
    return CoqFile.NamedShape(name: name, certificate: try ShapeCertificate(text: text))
  }

  static let symbols = """
    verify uniform proof 1
    claim symbols
    statement printed
    case
    symbol forall
    symbol a1
    a1 = symbol forall
    a2 = symbol a1
    a3 = add a1 a2
    a4 = multiply a3 a3
    a5 = multiply a1 a2
    show a4 > a5
    end

    """
}
