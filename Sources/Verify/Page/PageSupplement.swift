import Markup

/// What the page of the paper has besides statements: its figures, and for which K and L DNC is not optimal.
///
/// None of it depends on what is decided.
struct PageSupplement: Sendable {
  let pictures: [Picture]
  let regions: Regions?

  /// A figure, and the command that draws it.
  struct Picture: Sendable {
    let drawing: XML
    let caption: String
    let redraw: String
  }

  /// The table K × L.
  struct Regions: Sendable {
    let columns: [String]
    let rows: [Row]
    let meaning: [String]

    struct Row: Sendable {
      let classes: String
      let cells: [String]
    }
  }

  private static let figures = [
    (
      ["2"],
      "Figure 2: class means of the SRG solution before and after the last layer, their Gram matrices, and the "
        + "Gram matrix of DNC."
    ),
    (["3"], "Figure 3, left: the loss of the SRG solution in relation to that of DNC."),
    (["phase"], "Which solution loses less at which regularisation."),
  ]

  /// - Parameters:
  ///   - folder: Where the paper's statements are.
  ///   - jobs: How many certificates are replayed at a time.
  /// - Throws: `FileError` for a certificate that is none, or is invalid.
  init(folder: String, jobs: Int) throws {
    pictures = try Self.figures.map { words, caption in
      Picture(
        drawing: XML(try FigureCommand.parse(words).drawn().picture.embedded), caption: caption,
        redraw: (["verify", "figure"] + words).joined(separator: " "))
    }
    let shapes = try ShapeTable(folder: folder + "/certificates", jobs: jobs)
    let table = shapes.regions
    regions =
      shapes.isEmpty
      ? nil
      : Regions(
        columns: Array(table.header.dropFirst()),
        rows: table.body.map { Regions.Row(classes: $0[0], cells: Array($0.dropFirst())) },
        meaning: ShapeTable.meaningOfRegions)
  }
}
