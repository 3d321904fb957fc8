import Rational

/// The classes of the columns of H_1, as an array of a file says them.
struct Labels {
  /// The array.
  let name: String
  /// The class of each column, counted from 0: the number of its row of the output.
  let classes: [Int]
  /// What they are, in words: `labels from 1 to 3`.
  let range: String

  /// Names that people give to labels.
  private static let words: Set = [
    "labels", "label", "y", "targets", "target", "classes", "class", "onehot", "digits",
  ]

  /// Whether an array is called as labels are.
  static func isCalledSo(_ array: WeightArray) -> Bool {
    array.unread == nil && array.words.last.map(words.contains) == true
  }

  /// How many columns the labels are of: the longer side of a matrix with a row or column for each.
  static func columns(_ array: WeightArray) -> Int {
    array.entries.isEmpty ? 0 : array.vector?.count ?? max(array.shape[0], array.shape[1])
  }

  /// Numbers from 0 to K - 1, or from 1 to K, or a matrix with a one for each column and zeros.
  ///
  /// - Parameter classes: K.
  /// - Throws: When the numbers are none of these.
  init(_ array: WeightArray, columns: Int, classes: Int) throws(WeightsError) {
    name = array.name
    let numbers = try Self.numbers(array, columns: columns, classes: classes)
    guard numbers.count == columns else {
      throw WeightsError(
        array.place, expected: "\(columns) labels, one for each column of H1",
        found: "\(numbers.count)")
    }
    let (least, most) = (numbers.min() ?? 0, numbers.max() ?? 0)
    // 1 to K are counted from 1; where neither 0 nor K occurs they are taken as counted from 0.
    let isFromOne = most == classes
    guard least >= (isFromOne ? 1 : 0), most <= classes else {
      let wrong = numbers.firstIndex { !(0...classes).contains($0) } ?? 0
      throw WeightsError(
        array.place,
        expected:
          "labels from 0 to \(classes - 1), or from 1 to \(classes), the rows of the last weights",
        found: least < 0 || most > classes
          ? "\(numbers[wrong]) at \(wrong)" : "both 0 and \(classes)")
    }
    self.classes = isFromOne ? numbers.map { $0 - 1 } : numbers
    if isFromOne {
      range = "labels from 1 to \(classes)"
    } else if least > 0, array.vector != nil {
      range = "labels from \(least) to \(most), counted from 0: there is no 0"
    } else {
      range = "labels"
    }
  }

  private static func numbers(
    _ array: WeightArray, columns: Int, classes: Int
  ) throws(WeightsError) -> [Int] {
    if let entries = array.vector {
      var numbers: [Int] = []
      for (index, entry) in entries.enumerated() {
        guard let number = Int(exactly: entry) else {
          throw WeightsError(
            array.place, expected: "whole numbers as labels",
            found: "\(entry.decimal(digits: 6)) at \(index)")
        }
        numbers.append(number)
      }
      return numbers
    }
    // One-hot, with the samples in rows as PyTorch has them or in columns.
    let (rows, width) = (array.shape[0], array.shape[1])
    let isByRow = rows == columns && width == classes
    guard isByRow || rows == classes && width == columns else {
      throw WeightsError(
        array.place, expected: "\(columns) labels, or \(classes)×\(columns) zeros and ones",
        found: array.shapeText)
    }
    guard !isByRow || rows != width || isSymmetric(array) else {
      throw WeightsError(
        array.place,
        expected: "labels that say which side the samples are on, such as numbers from 0",
        found: "\(array.shapeText) zeros and ones")
    }
    var numbers: [Int] = []
    for sample in 0..<columns {
      let column = (0..<classes).map {
        array.entries[isByRow ? sample * classes + $0 : $0 * columns + sample]
      }
      guard column.allSatisfy({ $0 == 0 || $0 == 1 }), column.count(where: { $0 == 1 }) == 1,
        let place = column.firstIndex(of: 1)
      else {
        throw WeightsError(
          array.place, expected: "a single one for each sample, and zeros",
          found: "others at \(sample)")
      }
      numbers.append(place)
    }
    return numbers
  }

  /// Whether a square array is the same the other way round.
  private static func isSymmetric(_ array: WeightArray) -> Bool {
    let size = array.shape[0]
    return array.entries.indices.allSatisfy {
      array.entries[$0] == array.entries[$0 % size * size + $0 / size]
    }
  }

  /// Whether every one of that many classes has a column.
  func covers(_ count: Int) -> Bool { Set(classes).count == count }

  /// The columns, class after class.
  var order: [Int] {
    classes.indices.sorted { (classes[$0], $0) < (classes[$1], $1) }
  }

  /// How many columns each class has.
  func sizes(_ count: Int) -> [Int] {
    classes.reduce(into: Array(repeating: 0, count: count)) { $0[$1] += 1 }
  }
}

extension WeightFile {
  /// An array of labels from a file of its own: one array, JSON, or whole numbers in a text.
  ///
  /// - Parameters:
  ///   - bytes: Of a `.npy`, of a `.npz` or safetensors with one array, a list in JSON, or numbers between
  ///     white space or commas.
  ///   - name: The name of the file, without folders.
  ///   - memory: The most that it may unpack to, in bytes.
  public static func labels(
    _ bytes: [UInt8], name: String, memory: Int = defaultMemory
  ) throws(WeightsError) -> WeightArray {
    let numbers = max(0, (memory - bytes.count) / bytesPerNumber)
    let first = bytes.first { $0 > 0x20 }
    if first == UInt8(ascii: "[") {
      let list = try JSONArrays.list(bytes, atMost: numbers)
      return WeightArray(name: name, shape: [list.count], entries: list, isWhole: true)
    }
    let isText = bytes.allSatisfy { $0 < 0x80 && ($0 >= 0x20 || (9...13).contains($0)) }
    guard isText, first != UInt8(ascii: "{") else {
      let arrays = try arrays(bytes, name: name, memory: memory)
      let fit = arrays.count == 1 ? arrays : arrays.filter { Labels.isCalledSo($0) }
      guard fit.count == 1 else {
        throw WeightsError(
          "the file", expected: "one array, or one that is called labels",
          found: arrays.map(\.name).joined(separator: ", "))
      }
      return fit[0]
    }
    var entries: [Rational] = []
    for (line, text) in String(decoding: bytes, as: UTF8.self).split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline
    ).enumerated() {
      for word in text.split(whereSeparator: { $0 == "," || $0 == ";" || $0.isWhitespace }) {
        guard let number = Int(word), entries.count < numbers else {
          throw WeightsError(
            "\(line + 1)", expected: "whole numbers", found: "\"\(word.prefix(20))\"")
        }
        entries.append(Rational(number))
      }
    }
    return WeightArray(name: name, shape: [entries.count], entries: entries, isWhole: true)
  }
}
