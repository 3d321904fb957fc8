import Certificates
import Claims

extension Document {
  /// The certificates on file, as a table.
  var certificateTable: TextTable {
    var table = TextTable(["certificate", "proves", "replayed"])
    for certificate in certificates {
      let outcome =
        switch certificate.outcome {
        case .valid(let cells): "\(cells) cells"
        case .invalid: "INVALID"
        }
      table.add([certificate.name, certificate.statement.abbreviated, outcome])
    }
    return table
  }

  /// Why certificates are invalid, one line each.
  var certificateFailures: [String] {
    certificates.compactMap { certificate in
      if case .invalid(let reason) = certificate.outcome {
        return "\(certificate.name): invalid: \(reason.abbreviated)"
      }
      return nil
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
        switch certificate.outcome {
        case .valid(let cells): members["cells"] = .integer(cells)
        case .invalid(let reason): members["reason"] = .string(reason)
        }
        return .object(members)
      })
  }
}

extension RecordedCertificate {
  /// The certificates of a folder of statements, in `certificates` below it; none without that.
  ///
  /// - Throws: `FileError` for a file that cannot be read or is no certificate.
  static func all(in folder: String) throws -> [RecordedCertificate] {
    let place = folder + "/certificates"
    let shown = Files.shortened(place)
    return try (Files.names(in: place, suffix: ".loss") ?? []).map { name in
      do {
        return try RecordedCertificate(
          name: "\(shown)/\(name)", text: try Files.text("\(place)/\(name)"))
      } catch let error as CertificateSyntaxError {
        throw FileError(
          description: "\(shown)/\(name):\(error.line): expected \(error.expected), "
            + "found \(error.found)")
      }
    }
  }
}
