import Rational
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Misuse that is documented as a precondition stops the program in Swift, before C raises
/// `SIGFPE` or gives up with `SIGABRT`.
@Suite struct PreconditionTests {
  private func expectSwiftStopped(_ result: ExitTest.Result?) {
    #expect(result != nil)
    #expect(result?.exitStatus != .signal(SIGFPE))
    #expect(result?.exitStatus != .signal(SIGABRT))
  }

  @Test func `integers are not divided by zero`() async {
    expectSwiftStopped(
      await #expect(processExitsWith: .failure) { _ = Integer(7) / 0 })
    expectSwiftStopped(
      await #expect(processExitsWith: .failure) { _ = (Integer(1) << 100) % 0 })
    expectSwiftStopped(
      await #expect(processExitsWith: .failure) { _ = (Integer(1) << 100).floorDivided(by: 0) })
  }

  @Test func `fractions have no denominator zero`() async {
    expectSwiftStopped(
      await #expect(processExitsWith: .failure) { _ = Rational(1, 0) })
    expectSwiftStopped(
      await #expect(processExitsWith: .failure) { _ = Rational(Integer(1) << 100, 0) })
    expectSwiftStopped(
      await #expect(processExitsWith: .failure) { _ = Rational(1, 2) / 0 })
    expectSwiftStopped(
      await #expect(processExitsWith: .failure) { _ = Rational(0).power(-1) })
  }

  @Test func `zero has no reciprocal`() async {
    expectSwiftStopped(
      await #expect(processExitsWith: .failure) { _ = Rational(0).inverse })
    expectSwiftStopped(
      await #expect(processExitsWith: .failure) { _ = Surd(0).inverse })
    expectSwiftStopped(
      await #expect(processExitsWith: .failure) { _ = Surd(1) / 0 })
  }

  @Test func `negative integers have no root, negative counts no meaning`() async {
    expectSwiftStopped(
      await #expect(processExitsWith: .failure) { _ = (-(Integer(1) << 100)).squareRootFloor() })
    expectSwiftStopped(
      await #expect(processExitsWith: .failure) { _ = Integer(2).power(-1) })
    expectSwiftStopped(
      await #expect(processExitsWith: .failure) { _ = Integer.binomial(-1, 2) })
    expectSwiftStopped(
      await #expect(processExitsWith: .failure) { _ = Rational.harmonicNumber(-1) })
  }

  @Test func `what is no number has no integer, and a continued fraction a beginning`() async {
    expectSwiftStopped(
      await #expect(processExitsWith: .failure) { _ = Integer(Double.nan) })
    expectSwiftStopped(
      await #expect(processExitsWith: .failure) { _ = Rational(continuedFraction: []) })
    expectSwiftStopped(
      await #expect(processExitsWith: .failure) { _ = Rational(continuedFraction: [1, 0]) })
    expectSwiftStopped(
      await #expect(processExitsWith: .failure) {
        _ = Rational(1, 2).bestApproximation(denominatorAtMost: 0)
      })
    expectSwiftStopped(
      await #expect(processExitsWith: .failure) { _ = Integer("1", radix: 37) })
  }

  @Test func `results beyond the limit of size are not begun`() async {
    expectSwiftStopped(
      await #expect(processExitsWith: .failure) { _ = Integer(2).power(Int.max) })
    expectSwiftStopped(
      await #expect(processExitsWith: .failure) { _ = Integer(1) << Int.max })
    expectSwiftStopped(
      await #expect(processExitsWith: .failure) { _ = Integer(1) >> Int.min })
  }
}
