import ArgumentParser
import Claims
import Rational
import Statements

/// Integers of an option, within the bounds that a command has for them.
enum IntegerOption {
  /// The integers of a range, ascending.
  ///
  /// - Throws: `ValidationError` that names the option and the reason.
  static func range(
    _ option: String, _ texts: [String], default standard: String, _ bounds: ClosedRange<Int>,
    _ meaning: String
  ) throws -> [Int] {
    let text = texts.joinedValues ?? standard
    let domain: Domain
    do {
      domain = try Domain(parsing: text, integersOnly: true)
    } catch {
      throw ValidationError("\(option): \(error)")
    }
    guard case .finite(let values, _) = domain else {
      throw ValidationError("\(option) \(text): expected a finite range")
    }
    return try values.map { value in
      guard let integer = Int(exactly: value.numerator), bounds.contains(integer) else {
        throw ValidationError(
          "\(option) \(text): \(value) is outside \(bounds.lowerBound) … \(bounds.upperBound), "
            + meaning)
      }
      return integer
    }
  }

  /// One integer.
  static func single(
    _ option: String, _ texts: [String], default standard: Int, _ bounds: ClosedRange<Int>,
    _ meaning: String
  ) throws -> Int {
    let values = try range(option, texts, default: "\(standard)", bounds, meaning)
    guard values.count == 1 else {
      throw ValidationError("\(option) \(texts.joinedValues ?? ""): expected one number")
    }
    return values[0]
  }

  /// - Throws: `ValidationError` that names the option when its value is out of bounds.
  static func require(
    _ option: String, _ value: Int, _ bounds: ClosedRange<Int>
  ) throws(ValidationError) {
    guard bounds.contains(value) else {
      throw ValidationError(
        "\(option) \(value): expected \(bounds.lowerBound) to \(bounds.upperBound)")
    }
  }
}
