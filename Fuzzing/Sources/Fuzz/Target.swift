import Certificates
import Claims
import Graphs
import Weights

/// What the bytes are given to. Any answer is right that is a value or an error; a trap, a hang, and growth
/// beyond the limits are not, nor a broken law of the format.
enum Target: String, CaseIterable {
  /// Claim files: read and typed; every formula is read again from how it is printed.
  case claim
  /// Claim files whose claims are decided, within a second and 100 MB.
  case decide
  /// Proofs for all r: read, written, replayed.
  case uniform
  /// Comparisons of losses: read, written, replayed.
  case loss
  /// Points: read, written, replayed.
  case point
  /// Shapes: read, written, replayed.
  case shape
  /// Graphs in all formats, told apart by their content.
  case graph
  /// Files of weights, by their first bytes.
  case json, npz, safetensors
  /// The contents of an archive's arrays, packed by `StoredArchive`: random bytes hardly have a right checksum.
  case npy

  nonisolated(unsafe) static var chosen = Target.claim

  func run(on bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    switch self {
    case .claim: readClaims(text)
    case .decide: decideClaims(text)
    case .uniform:
      guard let proof = try? UniformProof(text: text) else { return }
      require(proof.text.utf8.elementsEqual(text.utf8), "a proof has one text")
      try? proof.replay()
    case .loss:
      guard let certificate = try? LossCertificate(text: text) else { return }
      require(certificate.text.utf8.elementsEqual(text.utf8), "a certificate has one text")
      _ = try? certificate.replay(expecting: certificate.statement)
    case .point:
      guard let certificate = try? PointCertificate(text: text) else { return }
      require(certificate.text.utf8.elementsEqual(text.utf8), "a point has one text")
      _ = try? certificate.replay()
    case .shape:
      guard let certificate = try? ShapeCertificate(text: text) else { return }
      require(certificate.text.utf8.elementsEqual(text.utf8), "a shape has one text")
      _ = try? certificate.replay()
    case .graph: _ = try? GraphFile(text: text)
    case .json, .npz, .safetensors: _ = try? WeightFile(bytes: bytes)
    case .npy: _ = try? WeightFile(bytes: StoredArchive.bytes(of: bytes))
    }
  }
}

/// Stops the run, and so keeps the input, when a law of a format is broken.
func require(_ holds: Bool, _ law: String) {
  if !holds { fatalError("broken: \(law)") }
}

/// libFuzzer's entry; its name is fixed, and the linker asks for it.
@_cdecl("LLVMFuzzerTestOneInput")
func testOneInput(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  Target.chosen.run(on: Array(UnsafeBufferPointer(start: data, count: size)))
  return 0
}
