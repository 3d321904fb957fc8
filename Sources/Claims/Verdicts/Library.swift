/// The claims on file: what a folder of `.claim` files states, in the order of their names.
public struct Library: Sendable {
  public let claims: [Claim]

  /// Parses the files, given as pairs of a name for messages and a content.
  ///
  /// - Throws: `ClaimError` for the first defect, and for a claim that two files state.
  public init(files: [(name: String, text: String)]) throws(ClaimError) {
    var claims: [Claim] = []
    var places: [String: SourceLocation] = [:]
    for file in files {
      for claim in try Parser.claims(in: file.text, file: file.name) {
        if let earlier = places[claim.id] {
          throw ClaimError(
            claim.location, "the claim '\(claim.id)' is already stated at \(earlier)")
        }
        places[claim.id] = claim.location
        claims.append(claim)
      }
    }
    self.claims = claims
  }

  /// The claim of that name.
  public subscript(id: String) -> Claim? { claims.first { $0.id == id } }

  /// The claim of that name and those that belong to it: `lemma-9`, `lemma-9.gram`, …
  public func family(of id: String) -> [Claim] {
    claims.filter { $0.id == id || $0.id.hasPrefix(id + ".") }
  }
}
