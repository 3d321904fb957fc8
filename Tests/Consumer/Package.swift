// swift-tools-version: 6.1
import PackageDescription

// Programs that use the libraries as others do, by URL and version; Scripts/consumer builds and runs them. Without
// the trait CommandLine nothing is fetched but the libraries.
let package = Package(
  name: "consumer",
  dependencies: [
    .package(
      url: "file://\(Context.environment["VERIFY_REPOSITORY"] ?? "")", from: "1.0.0", traits: [])
  ],
  targets: [
    .executableTarget(
      name: "Numbers", dependencies: [.product(name: "Rational", package: "verify")]),
    .executableTarget(
      name: "Matrices",
      dependencies: [
        .product(name: "Rational", package: "verify"),
        .product(name: "ExactMatrices", package: "verify"),
      ]),
    .executableTarget(
      name: "LossValues",
      dependencies: [
        .product(name: "Rational", package: "verify"), .product(name: "Losses", package: "verify"),
      ],
      path: "Sources/Losses"),
  ],
  swiftLanguageModes: [.v6]
)
