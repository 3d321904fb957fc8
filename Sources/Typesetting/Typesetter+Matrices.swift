import Statements

/// Matrices that are written out.
extension Typesetter {
  /// The most rows and columns that are set in full.
  private static let fullSize = 20

  func matrix(_ rows: [[Expression]], _ place: Place) -> Layout {
    let width = rows[0].count
    guard rows.count > Self.fullSize || width > Self.fullSize else {
      return .matrix(rows.map { $0.map { layout($0, place.inside) } })
    }
    // The first entries and the last one, with the shape below.
    func shortened(_ count: Int) -> [Int?] {
      count <= Self.fullSize ? Array(0..<count) : [0, 1, 2, nil, count - 1]
    }
    let (down, across) = (shortened(rows.count), shortened(width))
    let entries = down.map { row in
      across.map { column -> Layout in
        switch (row, column) {
        case (let row?, let column?): layout(rows[row][column], place.inside)
        case (nil, nil): .sign("⋱")
        case (nil, _): .sign("⋮")
        case (_, nil): .sign("⋯")
        }
      }
    }
    return .scripts(
      .matrix(entries),
      lower: .row([.number("\(rows.count)"), .sign("×"), .number("\(width)")]))
  }
}

extension Layout {
  static func matrix(_ rows: [[Layout]]) -> Layout { .fenced(.round, .table(rows, .centred)) }
}
