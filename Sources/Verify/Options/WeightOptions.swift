import ArgumentParser
import Rational
import Weights

/// The options that say how files of weights are to be understood, and what is measured.
struct WeightOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Which array is which: H1=features,W1=fc1.weight,W2=fc2.weight,b1=fc1.bias,labels=y, or some of it.",
      valueName: "parts"))
  var names: String?

  @Option(
    help: ArgumentHelp(
      "Arrays that stand the other way round, and no others: their names, all or none.",
      valueName: "names"))
  var transpose: String?

  @Option(
    help: ArgumentHelp(
      "The classes of the columns of H1, from 0 or 1: .npy, .npz, JSON, or numbers in a text.",
      valueName: "file"), completion: .file())
  var labels: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Singular values count above this times the largest (default: 1/1000).",
      valueName: "rational"))
  var threshold: String?

  @Option(
    name: .customLong("absolute-threshold"), parsing: .unconditional,
    help: ArgumentHelp("Singular values count above this.", valueName: "rational"))
  var absoluteThreshold: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Refuse files that need more, before they are unpacked.", valueName: "size"))
  var memory: String = "1G"

  mutating func validate() throws {
    _ = try MemorySize.bytes(memory)
    _ = try value
    if let names { try Self.usage { () throws(WeightsError) in _ = try LayerNames(names) } }
  }

  /// Above what a singular value counts.
  var value: SingularValues.Threshold {
    get throws(ValidationError) {
      if threshold != nil, absoluteThreshold != nil {
        throw ValidationError("--threshold, --absolute-threshold: expected one of them")
      }
      if let text = absoluteThreshold {
        return .absolute(try Self.number("--absolute-threshold", text))
      }
      guard let text = threshold else { return .standard }
      let value = try Self.number("--threshold", text)
      guard value < 1 else {
        throw ValidationError(
          "--threshold \(text): expected less than 1, a part of the largest singular value")
      }
      return .relative(value)
    }
  }

  private static func number(_ option: String, _ text: String) throws(ValidationError) -> Rational {
    guard let value = Rational(text), value.sign >= 0, value.bitsAtMost <= 1 << 12 else {
      throw ValidationError(
        "\(option) \(text): expected a number that is not negative, such as 1/1000 or 1e-3")
    }
    return value
  }

  /// How the arrays are to be understood.
  ///
  /// - Throws: `FileError` for labels that cannot be read.
  func reading() throws -> WeightFile.Reading {
    var reading = WeightFile.Reading()
    if let names { reading.names = try LayerNames(names) }
    switch transpose {
    case nil: break
    case "all": reading.transposition = .all
    case "none": reading.transposition = .only([])
    case .some(let names):
      reading.transposition = .only(Set(names.split(separator: ",").map(String.init)))
    }
    if let path = labels {
      let (bytes, limit) = (try bytes(path), try MemorySize.bytes(memory))
      do {
        reading.labels = try WeightFile.labels(
          bytes, name: Self.fileName(path), memory: limit)
      } catch {
        throw FileError(path, error)
      }
    }
    return reading
  }

  /// The bytes of a file, when the memory granted is enough for them.
  func bytes(_ path: String) throws -> [UInt8] {
    try Files.bytes(path, limit: try MemorySize.bytes(memory), beyondLimit: .limit)
  }

  /// The last part of a path.
  static func fileName(_ path: String) -> String {
    path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
  }

  private static func usage(_ body: () throws(WeightsError) -> Void) throws(ValidationError) {
    do { try body() } catch { throw ValidationError("\(error)") }
  }
}

extension FileError {
  /// Weights that were not understood.
  init(_ path: String, _ error: WeightsError) {
    self.init(
      description: "\(path):\(error)", status: error.isLimit ? .limit : .badInput)
  }
}
