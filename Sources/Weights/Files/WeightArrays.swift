import Rational

extension WeightFile {
  /// The arrays of a file, and how many numbers they have.
  ///
  /// By the first bytes it is a NumPy archive (`.npz`), a single NumPy array (`.npy`), which is called as
  /// the file is, one of safetensors, or JSON.
  ///
  /// - Parameters:
  ///   - bytes: The whole file.
  ///   - name: The name of the file, without folders.
  ///   - memory: How many bytes may be used. What does not fit is refused before it is unpacked.
  public static func arrays(
    _ bytes: [UInt8], name: String = "", memory: Int = defaultMemory
  ) throws(WeightsError) -> [WeightArray] {
    // What it has itself counts as well.
    let room = memory - bytes.count
    let numbers = max(0, room / bytesPerNumber)
    if bytes.starts(with: [0x50, 0x4B]) {
      return try archive(bytes, name, room: room, numbers)
    }
    if SafeTensors.matches(bytes) { return try SafeTensors.arrays(bytes, atMost: numbers) }
    if let refusal = ForeignFormat.refusal(of: bytes, name: name) { throw refusal }
    if bytes.starts(with: NumPyArray.magic) {
      return [try NumPyArray.array(bytes, name: name, atMost: numbers)]
    }
    return try JSONArrays.arrays(bytes, atMost: numbers)
  }

  private static func archive(
    _ bytes: [UInt8], _ name: String, room: Int, _ numbers: Int
  ) throws(WeightsError) -> [WeightArray] {
    let archive = try ZipArchive(bytes)
    if let refusal = ForeignFormat.refusal(
      of: bytes, name: name, entries: archive.entries.map(\.name))
    {
      throw refusal
    }
    let total = archive.entries.reduce(0.0) { $0 + Double($1.size) }
    guard total <= Double(room) else {
      throw WeightsError(
        archive.entries.max { $0.size < $1.size }?.name ?? "the file",
        expected: "files that unpack to at most \(room / 1_000_000) MB, what --memory leaves",
        found: "\(Int(min(total / 1e6, 1e15))) MB", isLimit: true)
    }
    var arrays: [WeightArray] = []
    var numbers = numbers
    for entry in archive.entries {
      let array = try NumPyArray.array(
        try archive.content(of: entry), name: entry.name, atMost: numbers)
      numbers -= array.entries.count
      arrays.append(array)
    }
    return arrays
  }

  /// What a number takes until the answer is written, about: as a fraction, and in each of the layers.
  static let bytesPerNumber = 256
  /// How many bytes are used when nobody says more.
  public static let defaultMemory = 1 << 30
}
