// swift-tools-version: 6.0
import PackageDescription

// Exact rational numbers measured against FLINT and GMP, in one run on the same data. A package of
// its own, so that the library asks nobody to install its peers.
let package = Package(
  name: "benchmarks",
  dependencies: [.package(name: "verify", path: "..")],
  targets: [
    .systemLibrary(name: "CPeers", providers: [.apt(["libflint-dev", "libmpfr-dev"])]),
    .executableTarget(
      name: "RationalBenchmarks",
      dependencies: ["CPeers", .product(name: "Rational", package: "verify")]),
  ],
  swiftLanguageModes: [.v6]
)
