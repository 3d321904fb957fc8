import Certificates
import Rational

extension WeightFile {
  /// Reads `{"H1": [[…], …], "W": [[[…], …], …]}`: rows of numbers, or of strings such as `"1/3"`.
  init(json bytes: [UInt8]) throws(WeightsError) {
    var reader = JSONReader(bytes)
    var features: PointMatrix?
    var weights: [PointMatrix]?
    var places: [String] = [reader.place]
    try reader.expect("{", "an object with \"H1\" and \"W\"")
    repeat {
      let place = reader.place
      let name = try reader.string("\"H1\" or \"W\"")
      try reader.expect(":", "\":\"")
      switch name {
      case "H1" where features == nil:
        features = try reader.matrix()
      case "W" where weights == nil:
        var matrices: [PointMatrix] = []
        try reader.expect("[", "a list of matrices")
        repeat {
          places.append(reader.place)
          guard matrices.count < Self.layerLimit else {
            throw WeightsError(
              reader.place, expected: "at most \(Self.layerLimit) matrices", found: "more")
          }
          matrices.append(try reader.matrix())
        } while try reader.continues("]")
        weights = matrices
      default:
        throw WeightsError(
          place, expected: "\"H1\" and \"W\", once each", found: "\"\(name.prefix(40))\"")
      }
    } while try reader.continues("}")
    try reader.end()
    guard let features else {
      throw WeightsError(places[0], expected: "\"H1\"", found: "an object without it")
    }
    guard let weights else {
      throw WeightsError(places[0], expected: "\"W\"", found: "an object without it")
    }
    try self.init(features: features, weights: weights, notes: []) {
      places[min($0, places.count - 1)]
    }
  }
}
