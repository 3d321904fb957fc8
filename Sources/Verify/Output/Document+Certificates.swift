import Certificates
import Claims
import Denotations
import Statements
import Threads

/// A certificate on file and what replaying it gave.
struct ReplayedCertificate {
  /// The name of the file.
  let name: String
  /// What it proves, for people.
  let statement: String
  /// What was replayed: `cells`, `steps` or `numbers`, and how many.
  let measure: (name: String, count: Int)
  /// Why it proves nothing, nil when it is valid.
  let failure: String?

  /// A comparison of two minimal losses.
  init(_ certificate: RecordedCertificate) {
    name = certificate.name
    statement = certificate.statement
    switch certificate.outcome {
    case .valid(let cells): (measure, failure) = (("cells", cells), nil)
    case .invalid(let reason): (measure, failure) = (("cells", 0), reason)
    }
  }

  /// A proof for all values of its symbols.
  init(name: String, _ proof: RecordedProof) {
    self.name = name
    let wording = proof.statement == "printed" ? "" : ", \(proof.statement)"
    let what = proof.isRefutation ? " fails" : ""
    let extents = proof.extents.description
    statement = "\(proof.claim)\(wording)\(what)" + (extents.isEmpty ? "" : ": \(extents)")
    measure = ("steps", proof.steps)
    failure = proof.failure
  }

  /// A point that loses less than deep neural collapse.
  init(name: String, _ certificate: PointCertificate) {
    self.name = name
    let point = certificate.point
    let problem = "K = \(point.classes), L = \(point.layers)"
    do {
      let summary = try certificate.replay()
      let ends = InwardEnds(summary.least, summary.greatest, digits: 4)
      statement = "\(problem): DNC is not optimal for Λ from \(ends.lower) to \(ends.upper)"
      (measure, failure) = (("numbers", summary.entries), nil)
    } catch {
      statement = problem
      (measure, failure) = (("numbers", 0), "\(error)")
    }
  }

  /// A shape that loses less than deep neural collapse for intervals of Λ.
  init(name: String, _ certificate: ShapeCertificate) {
    self.name = name
    let judged = JudgedShape(certificate)
    switch judged.verdict {
    case .success(let summary):
      statement = "DNC is not optimal for " + judged.extent.joined(separator: "; ")
      (measure, failure) = (("numbers", summary.entries), nil)
    case .failure(let rejection):
      statement = "K = \(certificate.shape.classes), L = \(certificate.shape.layers)"
      (measure, failure) = (("numbers", 0), "\(rejection)")
    }
  }

  var isValid: Bool { failure == nil }

  /// `4 cells`, `34 numbers`, `35 steps`
  fileprivate var replayed: String {
    isValid ? "\(measure.count) \(measure.name)" : "INVALID"
  }
}

extension Document {
  /// The certificates on file, as a table.
  var certificateTable: TextTable { table(of: certificates) }

  func table(of certificates: [ReplayedCertificate]) -> TextTable {
    var table = TextTable(["certificate", "proves", "replayed"])
    for certificate in certificates {
      table.add([certificate.name, certificate.statement.abbreviated, certificate.replayed])
    }
    return table
  }

  /// Why certificates are invalid, one line each.
  var certificateFailures: [String] {
    certificates.compactMap { certificate in
      certificate.failure.map { "\(certificate.name): invalid: \($0.abbreviated)" }
    }
  }

  /// `12 of 12 certificates are valid`
  var certificateSummary: String {
    let valid = certificates.count(where: \.isValid)
    return "\(valid) of \(certificates.count) certificates are valid"
  }

  var certificatesJSON: JSON {
    .array(
      certificates.map { certificate in
        var members: [String: JSON] = [
          "file": .string(certificate.name), "statement": .string(certificate.statement),
          "valid": .boolean(certificate.isValid),
        ]
        if let reason = certificate.failure {
          members["reason"] = .string(reason)
        } else {
          members[certificate.measure.name] = .integer(certificate.measure.count)
        }
        return .object(members)
      })
  }
}

extension ReplayedCertificate {
  /// The certificates of a folder of statements, in `certificates` below it; none without that.
  ///
  /// - Throws: `FileError` for a file that cannot be read or is no certificate.
  static func all(
    in folder: String, _ library: Library, jobs: Int
  ) throws -> [ReplayedCertificate] {
    try files(in: folder, suffix: ".loss", jobs) {
      ReplayedCertificate(try RecordedCertificate(name: $0, text: $1))
    }
      + files(in: folder, suffix: ".point", jobs) {
        ReplayedCertificate(name: $0, try PointCertificate(text: $1))
      }
      + files(in: folder, suffix: ".shape", jobs) {
        ReplayedCertificate(name: $0, try ShapeCertificate(text: $1))
      }
      + files(in: folder, suffix: ".uniform", jobs) {
        ReplayedCertificate(name: $0, try RecordedProof(text: $1, in: library))
      }
  }

  /// Reads the certificates of one kind.
  private static func files(
    in folder: String, suffix: String, _ jobs: Int,
    _ read: @Sendable (_ name: String, _ text: String) throws -> ReplayedCertificate
  ) throws -> [ReplayedCertificate] {
    let place = folder + "/certificates"
    let shown = Files.shortened(place)
    let names = Files.names(in: place, suffix: suffix) ?? []
    return try mapInParallel(count: names.count, jobs: jobs) { index in
      let name = names[index]
      do {
        return try read("\(shown)/\(name)", try Files.text(found: "\(place)/\(name)"))
      } catch let error as CertificateSyntaxError {
        throw FileError("\(shown)/\(name)", error)
      }
    }
  }
}

extension RunningOptions {
  /// The uniform proofs of a claim that are on file, replayed.
  ///
  /// - Throws: `FileError` with the line of a file that cannot be read.
  func proofs(of claim: Claim, in library: Library) throws -> [ReplayedCertificate] {
    try claim.forms.flatMap { form in
      try [false, true].compactMap { isRefutation in
        guard let (path, text) = proofOnFile(form, claim, isRefutation: isRefutation) else {
          return nil
        }
        let name = Files.shortened(path)
        do {
          return ReplayedCertificate(name: name, try RecordedProof(text: text, in: library))
        } catch let error as CertificateSyntaxError {
          throw FileError(name, error)
        }
      }
    }
  }
}
