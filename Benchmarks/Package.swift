// swift-tools-version: 6.0
import Foundation
import PackageDescription

// Exact numbers measured against FLINT, GMP and antic, in one run on the same data, and comparisons
// of minimal losses. A package of its own, so that the library asks nobody to install its peers.

// Since FLINT 3, antic is a part of it.
let hasAntic = FileManager.default.fileExists(atPath: "/usr/include/antic/nf_elem.h")

let package = Package(
  name: "benchmarks",
  dependencies: [.package(name: "verify", path: "..")],
  targets: [
    .systemLibrary(
      name: "CPeers", providers: [.apt(["libflint-dev", "libmpfr-dev", "libantic-dev"])]),
    .target(name: "CAllocations"),
    .executableTarget(
      name: "RationalBenchmarks",
      dependencies: [
        "CAllocations", "CPeers", .product(name: "Rational", package: "verify"),
        .product(name: "Graphs", package: "verify"),
      ],
      linkerSettings: hasAntic ? [.linkedLibrary("antic")] : []),
    .executableTarget(
      name: "LossBenchmarks", dependencies: [.product(name: "Losses", package: "verify")]),
  ],
  swiftLanguageModes: [.v6]
)
