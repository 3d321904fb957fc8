import Rational

/// The arrays of a JSON file: `{"H1": [[…], …], "W": [[[…], …], …]}`, or objects in objects with lists of
/// numbers under any names.
///
/// Numbers may be strings such as `"1/3"`. A list of matrices under the name W holds W1, W2, …; under
/// another name they are numbered from 0. What is no list of numbers is left out.
struct JSONArrays {
  private var reader: JSONReader
  private var budget: NumberBudget
  private var arrays: [WeightArray] = []
  /// How deep objects may stand in each other.
  private static let depthLimit = 20

  /// - Parameter numbers: How many numbers there may be in all.
  static func arrays(
    _ bytes: [UInt8], atMost numbers: Int
  ) throws(WeightsError) -> [WeightArray] {
    var file = JSONArrays(
      reader: JSONReader(bytes), budget: NumberBudget(numbers: numbers))
    if file.reader.upcoming != UInt8(ascii: "{") {
      try file.reader.expect("{", "an object with \"H1\" and \"W\"")
    }
    try file.object(prefix: "", depth: 0)
    try file.reader.end()
    return file.arrays
  }

  /// The numbers of a list, `[2, 0, 1, …]`.
  static func list(_ bytes: [UInt8], atMost numbers: Int) throws(WeightsError) -> [Rational] {
    var (reader, budget) = (JSONReader(bytes), NumberBudget(numbers: numbers))
    let row = try reader.row(&budget)
    try reader.end()
    return row
  }

  private mutating func object(prefix: String, depth: Int) throws(WeightsError) {
    guard depth < Self.depthLimit else {
      throw WeightsError(
        reader.place, expected: "at most \(Self.depthLimit) objects in each other", found: "more")
    }
    try reader.expect("{", "an object")
    if try reader.closes("}") { return }
    repeat {
      let place = reader.place
      let name = prefix + (try reader.string("a name such as \"H1\" or \"W\""))
      try reader.expect(":", "\":\"")
      try value(name, place, depth: depth)
    } while try reader.continues("}")
  }

  private mutating func value(
    _ name: String, _ place: String, depth: Int
  ) throws(WeightsError) {
    switch reader.upcoming {
    case UInt8(ascii: "{"): try object(prefix: name + ".", depth: depth + 1)
    case UInt8(ascii: "["): try list(name, place)
    case UInt8(ascii: "\""): _ = try reader.string("a string")
    case .some(UInt8(ascii: "-")), .some(UInt8(ascii: "0")...UInt8(ascii: "9")):
      add(name, place, [], [try reader.number()])
    default: try reader.skipWord()
    }
  }

  private mutating func list(_ name: String, _ place: String) throws(WeightsError) {
    budget.beginMatrix()
    switch reader.openBrackets {
    case 1:
      let start = reader
      try reader.expect("[", "a list")
      if try reader.closes("]") { return add(name, place, [0], []) }
      reader = start
      let row = try reader.row(&budget)
      add(name, place, [row.count], row)
    case 2:
      let (shape, entries) = try reader.matrix(&budget)
      add(name, place, shape, entries)
    case 3:
      try reader.expect("[", "a list of matrices")
      var number = 0
      repeat {
        let place = reader.place
        guard number < WeightFile.layerLimit else {
          throw WeightsError(
            place, expected: "at most \(WeightFile.layerLimit) matrices", found: "more")
        }
        budget.beginMatrix()
        let (shape, entries) = try reader.matrix(&budget)
        add(name == "W" ? "W\(number + 1)" : "\(name).\(number)", place, shape, entries)
        number += 1
      } while try reader.continues("]")
    default:
      throw WeightsError(
        reader.place, expected: "a list of numbers, of rows, or of matrices",
        found: "lists in each other, \(reader.openBrackets) deep")
    }
  }

  private mutating func add(_ name: String, _ place: String, _ shape: [Int], _ entries: [Rational])
  {
    arrays.append(
      WeightArray(
        name: name, place: place, shape: shape, entries: entries,
        isWhole: entries.allSatisfy(\.isInteger)))
  }
}
