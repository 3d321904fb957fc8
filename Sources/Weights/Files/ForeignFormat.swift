/// Formats that people keep weights in and that are not read here, by their first bytes.
enum ForeignFormat {
  /// What is to be said of a file of another format; nil for one that may be read.
  ///
  /// - Parameter entries: The names in a zip archive.
  static func refusal(of bytes: [UInt8], name: String, entries: [String] = []) -> WeightsError? {
    // As a text of Python.
    let file =
      name.isEmpty
      ? "model.pt" : name.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    if entries.contains(where: { $0 == "data.pkl" || $0.hasSuffix("/data.pkl") })
      || bytes.starts(with: [0x80, 2]) && contains("torch", bytes)
      || bytes.starts(with: [0x80, 2, 0x8A, 0x0A, 0x6C, 0xFC, 0x9C])
    {
      return refusal(
        "a checkpoint of PyTorch, which is a pickle: code that is run when it is opened",
        [
          "import torch, numpy; d = torch.load(\"\(file)\", map_location=\"cpu\", weights_only=True)",
          "numpy.savez(\"weights.npz\", **{k: v.detach().double().numpy() for m in (d, *d.values()) "
            + "if isinstance(m, dict) for k, v in m.items() if torch.is_tensor(v)})",
        ])
    }
    if entries.contains(where: { $0.hasSuffix(".weights.h5") }) || bytes.starts(with: hdf) {
      return refusal(
        "a file of HDF5 or Keras",
        [
          "import keras, numpy",
          "numpy.savez(\"weights.npz\", **{v.path: v.numpy() for v in "
            + "keras.models.load_model(\"\(file)\").weights})",
        ])
    }
    if bytes.first == 0x80, bytes.count > 1, (2...5).contains(bytes[1]) {
      return refusal(
        "a pickle: code that is run when it is opened",
        [
          "import numpy, pickle",
          "numpy.savez(\"weights.npz\", **pickle.load(open(\"\(file)\", \"rb\")))  "
            + "# a dictionary of arrays",
        ])
    }
    if bytes.starts(with: "MATLAB".utf8) {
      return refusal(
        "a file of MATLAB",
        [
          "import numpy, scipy.io",
          "numpy.savez(\"weights.npz\", **scipy.io.loadmat(\"\(file)\"))",
        ])
    }
    return nil
  }

  private static let hdf: [UInt8] = [0x89, 0x48, 0x44, 0x46]

  private static func contains(_ word: String, _ bytes: [UInt8]) -> Bool {
    bytes.prefix(4096).firstRange(of: Array(word.utf8)) != nil
  }

  private static func refusal(_ found: String, _ lines: [String]) -> WeightsError {
    WeightsError(
      "byte 1", expected: "JSON, .npz, .npy or safetensors", found: found,
      advice: ["These two lines of Python convert it:"] + lines.map { "  " + $0 })
  }
}
