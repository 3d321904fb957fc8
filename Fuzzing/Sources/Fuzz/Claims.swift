import Claims
import Denotations
import Foundation
import Statements

/// Reads claims, and every formula of theirs once more from how it is printed.
func readClaims(_ text: String) {
  guard let claims = try? Parser.claims(in: text, file: "input") else { return }
  for claim in claims {
    // One definition leans on those before it.
    var definitions = ""
    for parameter in claim.parameters { definitions += "parameter \(parameter.name) rational\n" }
    for definition in claim.definitions {
      let line = "let \(definition.name) = \(definition.expression)\n"
      definitions += line
      do {
        let again = try Parser.claims(
          in: "claim again\n\(definitions)printed 1 = 1", file: "printed")
        let expression = again[0].definitions.last?.expression
        require(
          expression?.description == definition.expression.description,
          "a formula is printed as it is read: \(line)")
      } catch {
        fatalError("broken: a formula that is printed can be read: \(line)\(error)")
      }
    }
  }
}

/// Decides every form of every claim.
func decideClaims(_ text: String) {
  guard let claims = try? Parser.claims(in: text, file: "input") else { return }
  let begin = Date()
  let options = RunOptions(
    stopReason: { Date().timeIntervalSince(begin) > 1 ? "the time limit" : nil },
    memoryLimit: 100 << 20)
  for claim in claims {
    for form in claim.forms {
      do {
        _ = try claim.report(on: form, options: options)
      } catch let error as RunError {
        if case .readingsDisagree = error { fatalError("broken: readings agree: \(error)") }
      } catch {}
    }
  }
}
