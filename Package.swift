// swift-tools-version: 6.1
import PackageDescription

/// Somebody who uses a library need not fetch what the program needs.
let commandLine = TargetDependencyCondition.when(traits: ["CommandLine"])

// The commit and its day, "3fa8c1e 2026-11-30", where Scripts/build says them.
let revision = (Context.environment["VERIFY_REVISION"] ?? "").split(separator: " ").map(String.init)

// The rooms, from the ground up: exact numbers, polynomials over them, numbers with symbols, matrices of
// graphs, the certificate kernels, losses; the statement language, its formulas as people read them, what
// they denote, finding proofs, deciding claims; training and files of weights; and at the top the command line.
// Imports point down only.
let package = Package(
  name: "verify",
  products: [
    .executable(name: "verify", targets: ["Verify", "Revision"]),
    .library(name: "Rational", targets: ["Rational"]),
    .library(name: "ExactMatrices", targets: ["Graphs", "Polynomials"]),
    .library(name: "Losses", targets: ["Losses", "Denotations"]),
    // For the fuzzer, a package of its own.
    .library(name: "Certificates", targets: ["Certificates"]),
    .library(name: "Claims", targets: ["Statements", "Denotations", "Claims"]),
    .library(name: "Weights", targets: ["Weights"]),
  ],
  traits: [
    .default(enabledTraits: ["CommandLine"]),
    .trait(
      name: "CommandLine",
      description:
        "The program; without it the libraries are alone, and no other package is fetched."),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0")
  ],
  targets: [
    .systemLibrary(name: "CGMP", pkgConfig: "gmp", providers: [.apt(["libgmp-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .target(name: "CSystem"),
    .systemLibrary(name: "CRevision"),
    .target(
      name: "Revision", publicHeadersPath: ".",
      cSettings: revision.count != 2
        ? []
        : [
          .define("VERIFY_COMMIT", to: revision[0]),
          .define("VERIFY_COMMIT_DATE", to: revision[1]),
        ]),
    .target(name: "Rational", dependencies: ["CGMP"]),
    .target(name: "Polynomials", dependencies: ["Rational"]),
    .target(name: "Symbolic", dependencies: ["Rational", "Polynomials"]),
    .target(name: "Graphs", dependencies: ["Rational", "Polynomials"]),
    .target(name: "Certificates", dependencies: ["Rational"]),
    .target(name: "CoqExport", dependencies: ["Rational", "Graphs", "Certificates"]),
    .target(name: "Losses", dependencies: ["Rational", "Polynomials", "Certificates"]),
    .target(name: "Threads", dependencies: ["CSystem"]),
    .target(name: "Statements", dependencies: ["Threads", "Rational", "Graphs"]),
    .target(name: "Markup"),
    .target(name: "Typesetting", dependencies: ["Rational", "Statements", "Markup"]),
    .target(
      name: "Proving",
      dependencies: [
        "Rational", "Polynomials", "Symbolic", "Graphs", "Certificates", "Statements",
      ]),
    .target(
      name: "Denotations",
      dependencies: ["Rational", "Polynomials", "Graphs", "Certificates", "Losses"]),
    .target(
      name: "Claims",
      dependencies: [
        "Rational", "Polynomials", "Graphs", "Certificates", "Losses", "Statements",
        "Denotations", "Proving", "Threads",
      ]),
    .target(
      name: "Training",
      dependencies: ["Threads", "Rational", "Polynomials", "Certificates", "Losses"]),
    .target(
      name: "Weights",
      dependencies: ["Rational", "Polynomials", "Graphs", "Certificates", "CZlib"]),
    .target(name: "Figures", dependencies: ["Rational", "Markup"]),
    .executableTarget(
      name: "Verify",
      dependencies: [
        "Rational", "Certificates", "CoqExport", "Graphs", "Losses", "Statements", "Denotations",
        "Proving", "Claims", "Markup", "Typesetting",
        "Figures", "Training", "Weights", "Threads", "CSystem", "CRevision",
        .product(
          name: "ArgumentParser", package: "swift-argument-parser", condition: commandLine),
      ]),
    .target(name: "TestSupport", dependencies: ["Rational"], path: "Tests/TestSupport"),
    .testTarget(name: "RationalTests", dependencies: ["Rational", "TestSupport"]),
    .testTarget(name: "PolynomialsTests", dependencies: ["Polynomials", "TestSupport"]),
    .testTarget(name: "SymbolicTests", dependencies: ["Symbolic", "Polynomials", "TestSupport"]),
    .testTarget(name: "GraphsTests", dependencies: ["Graphs", "Polynomials", "TestSupport"]),
    .testTarget(name: "CertificatesTests", dependencies: ["Certificates", "TestSupport"]),
    .testTarget(name: "CoqExportTests", dependencies: ["CoqExport", "Certificates", "Rational"]),
    .testTarget(
      name: "LossesTests", dependencies: ["Losses", "Certificates", "Polynomials", "TestSupport"]),
    .testTarget(name: "ThreadsTests", dependencies: ["Threads"]),
    .testTarget(name: "StatementsTests", dependencies: ["Statements", "Rational"]),
    .testTarget(
      name: "TypesettingTests",
      dependencies: ["Typesetting", "Statements", "Markup", "TestSupport"]),
    .testTarget(
      name: "ClaimsTests",
      dependencies: [
        "Statements", "Denotations", "Proving", "Claims", "Losses", "Threads", "TestSupport",
      ]),
    .testTarget(
      name: "TrainingTests",
      dependencies: ["Training", "Certificates", "Losses", "Rational"]),
    .testTarget(
      name: "WeightsTests", dependencies: ["Weights", "Certificates", "Rational", "TestSupport"]),
    .testTarget(name: "FiguresTests", dependencies: ["Figures", "Markup"]),
    .testTarget(name: "VerifyTests", dependencies: ["Verify", "Revision", "TestSupport"]),
  ],
  swiftLanguageModes: [.v6]
)

// Where the code that is tested is optimised, the tests themselves are not: that takes longer than it saves.
for target in package.targets where target.type == .test {
  target.swiftSettings = [.unsafeFlags(["-Onone"], .when(configuration: .release))]
}
