// swift-tools-version: 6.0
import PackageDescription

// Random bytes for every reader of files, by LLVM's libFuzzer. A package of its own, since all of it is
// compiled with counters of edges; Scripts/fuzz builds and runs it.
let package = Package(
  name: "fuzzing",
  dependencies: [.package(name: "verify", path: "..")],
  targets: [
    .target(name: "CLibFuzzer"),
    .executableTarget(
      name: "Fuzz",
      dependencies: [
        "CLibFuzzer",
        .product(name: "Certificates", package: "verify"),
        .product(name: "Claims", package: "verify"),
        .product(name: "ExactMatrices", package: "verify"),
        .product(name: "Weights", package: "verify"),
      ]),
  ],
  swiftLanguageModes: [.v6]
)
