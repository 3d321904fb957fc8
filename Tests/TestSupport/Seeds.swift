#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The seeds that randomised tests run with, as arguments of the test.
///
/// `VERIFY_TEST_SEEDS=100` asks for a hundred of them, `VERIFY_TEST_FIRST_SEED=7` starts at 7; a
/// failure is repeated with the seed that it names.
public enum Seeds {
  public static let all: [UInt64] = {
    let first = UInt64(number("VERIFY_TEST_FIRST_SEED") ?? 1)
    let count = UInt64(number("VERIFY_TEST_SEEDS") ?? 3)
    return (0..<count).map { first &+ $0 }
  }()

  /// A positive number from the environment.
  private static func number(_ name: String) -> Int? {
    guard let text = getenv(name), let value = Int(String(cString: text)), value > 0 else {
      return nil
    }
    return value
  }
}
