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
    for claim in claims {
      if let stranger = claim.uses.first(where: { places[$0] == nil }) {
        throw ClaimError(
          claim.location, "'\(claim.id)' uses '\(stranger)', which is not stated in any file")
      }
    }
    self.claims = claims
  }

  /// The claims that lean on one, directly or through others, in the order of the files.
  public func claims(leaningOn id: String) -> [Claim] {
    var reached: Set<String> = [id]
    var grows = true
    while grows {
      let next = claims.filter { !reached.contains($0.id) && !reached.isDisjoint(with: $0.uses) }
      reached.formUnion(next.map(\.id))
      grows = !next.isEmpty
    }
    return claims.filter { $0.id != id && reached.contains($0.id) }
  }

  /// The claim of that name.
  public subscript(id: String) -> Claim? { claims.first { $0.id == id } }

  /// The claim of that name and those that belong to it: `lemma-9`, `lemma-9.gram`, …
  public func family(of id: String) -> [Claim] {
    claims.filter { $0.id == id || $0.id.hasPrefix(id + ".") }
  }
}
