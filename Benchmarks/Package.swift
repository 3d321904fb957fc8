// swift-tools-version: 6.0
import Foundation
import PackageDescription

// Exact numbers measured against FLINT, GMP, antic and Calcium, in one run on the same data; spectra and
// inertia of matrices against python-flint; and comparisons of minimal losses. A package of its own, so
// that the library asks nobody to install its peers.

func has(_ header: String) -> Bool {
  FileManager.default.fileExists(atPath: "/usr/include/" + header)
}

// Since FLINT 3, antic, Arb and Calcium are parts of it. The rest is measured without Calcium.
let hasAntic = has("antic/nf_elem.h")
let hasCalciumAlone = has("calcium/ca.h") && has("acb.h")
let hasCalcium = hasCalciumAlone || has("flint/ca.h")
// Each before those that it needs.
let libraries =
  (hasCalciumAlone ? ["calcium"] : []) + (hasAntic ? ["antic"] : [])
  + (hasCalciumAlone ? ["flint-arb"] : [])

let package = Package(
  name: "benchmarks",
  dependencies: [.package(name: "verify", path: "..")],
  targets: [
    .systemLibrary(
      name: "CPeers",
      providers: [
        .apt([
          "libflint-dev", "libmpfr-dev", "libantic-dev", "libflint-arb-dev", "libcalcium-dev",
        ])
      ]),
    .target(name: "CAllocations"),
    .target(name: "Measurement"),
    .executableTarget(
      name: "RationalBenchmarks",
      dependencies: [
        "CAllocations", "CPeers", "Measurement", .product(name: "Rational", package: "verify"),
        .product(name: "ExactMatrices", package: "verify"),
      ],
      swiftSettings: hasCalcium ? [.define("CALCIUM")] : [],
      linkerSettings: libraries.map { .linkedLibrary($0) }),
    .executableTarget(
      name: "MatrixBenchmarks",
      dependencies: [
        "Measurement", .product(name: "Rational", package: "verify"),
        .product(name: "ExactMatrices", package: "verify"),
      ]),
    .executableTarget(
      name: "LossBenchmarks",
      dependencies: ["Measurement", .product(name: "Losses", package: "verify")]),
  ],
  swiftLanguageModes: [.v6]
)
