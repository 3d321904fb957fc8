import Rational
import Testing

@testable import Claims
@testable import Proving
@testable import Statements

@Suite("Statements on file")
struct RegressionTests {
  @Test("every form has a record, and its verdict is as recorded")
  func asRecorded() throws {
    for claim in try libraryOnFile().claims {
      for form in claim.forms {
        let report = try claim.report(on: form, over: claim.replayDomains)
        #expect(report.regression == .asRecorded, "\(claim.id) \(form.wording.rawValue)")
      }
    }
  }

  @Test("a corrected form stands only where the printed one is refuted, and holds")
  func corrected() throws {
    for claim in try libraryOnFile().claims {
      guard let corrected = claim.form(.corrected) else { continue }
      #expect(corrected.record?.verdict != .refuted, "\(claim.id)")
    }
  }

  @Test(
    "what is refuted says what is wrong with it, and its root is refuted for a reason of its own")
  func faults() throws {
    let library = try libraryOnFile()
    for claim in library.claims {
      let isRefuted = claim.form(.printed)?.record?.verdict == .refuted
      #expect(isRefuted == (claim.fault != nil), "\(claim.id)")
      // What we say ourselves is not on file when it is false.
      #expect(!isRefuted || claim.role != .ours, "\(claim.id)")
      let root = library.root(of: claim)
      #expect(!isRefuted || root.form(.printed)?.record?.verdict == .refuted, "\(claim.id)")
      if case .inherited = root.fault { Issue.record("\(claim.id) has no root") }
    }
  }

  @Test(
    "a corrected form has a title of its own, and questions are answered by what the paper says")
  func titles() throws {
    let library = try libraryOnFile()
    for claim in library.claims {
      if let corrected = claim.form(.corrected) {
        #expect(corrected.title != nil && corrected.title != claim.title, "\(claim.id)")
      }
      #expect(claim.question == nil || claim.role != .ours, "\(claim.id)")
    }
    #expect(library["theorem-3"]?.question != nil)
  }

  @Test(
    "a record that differs is noticed, whichever part it is",
    arguments: [
      ("expect checked", "verdict"),
      ("expect refuted at r = 5", "counterexample"),
      ("expect refuted at r = 2 claimed \"3\" actual \"2\"", "claimed value"),
      ("expect refuted at r = 2 claimed \"1\" actual \"7\"", "actual value"),
      ("", "unrecorded"), ("expect refuted at r = 2 claimed \"1\" actual \"2\"", "as recorded"),
    ])
  func noticed(record: String, part: String) throws {
    let text = "claim c parameter r integer default 1..9 printed r = 1 " + record
    let claim = try #require(try Parser.claims(in: text, file: "f").first)
    switch try claim.report(on: claim.forms[0]).regression {
    case .asRecorded: #expect(part == "as recorded")
    case .unrecorded: #expect(part == "unrecorded")
    case .differs(let what, _, _): #expect(what == part)
    }
  }

  @Test("all of Lemmas 9 to 15, Definition 5 and Theorem 3 are on file")
  func complete() throws {
    let library = try libraryOnFile()
    for id in (9...15).map({ "lemma-\($0)" }) + ["definition-5.spectrum", "theorem-3"] {
      #expect(library[id] != nil, "\(id)")
    }
  }
}
