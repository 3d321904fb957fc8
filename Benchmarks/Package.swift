// swift-tools-version: 6.0
import PackageDescription

// Exact rational numbers measured against FLINT and GMP, in one run on the same data, and comparisons
// of minimal losses. A package of its own, so that the library asks nobody to install its peers.
let package = Package(
  name: "benchmarks",
  dependencies: [.package(name: "verify", path: "..")],
  targets: [
    .systemLibrary(name: "CPeers", providers: [.apt(["libflint-dev", "libmpfr-dev"])]),
    .executableTarget(
      name: "RationalBenchmarks",
      dependencies: ["CPeers", .product(name: "Rational", package: "verify")]),
    .executableTarget(
      name: "LossBenchmarks", dependencies: [.product(name: "Losses", package: "verify")]),
  ],
  swiftLanguageModes: [.v6]
)
