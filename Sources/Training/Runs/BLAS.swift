import Glibc

/// Products of dense matrices by OpenBLAS, on one thread each.
///
/// The library is loaded when a training asks for it: no other command pays for that, or needs it to be
/// installed. It decides nothing: what a training ends with is looked at by exact arithmetic.
public struct BLAS: Sendable {
  /// `cblas_dgemm` of the C interface: C ← α op(A) op(B) + β C.
  private typealias Product =
    @convention(c) (
      CInt, CInt, CInt, CInt, CInt, CInt, Double, UnsafePointer<Double>?, CInt,
      UnsafePointer<Double>?, CInt, Double, UnsafeMutablePointer<Double>?, CInt
    ) -> Void

  /// The library was not found.
  public struct Missing: Error, CustomStringConvertible {
    /// What to install, and what the system says.
    public let description: String
  }

  /// The name that the library gives the kernels it chose for this machine.
  public let kernels: String
  private let product: Product

  private static let loaded = Result { () throws(Missing) in try BLAS(names: libraryNames) }
  /// The name of the interface's version, and that of the development package.
  static let libraryNames = ["libopenblas.so.0", "libopenblas.so"]

  /// The library of this machine, loaded at the first call.
  public static func shared() throws(Missing) -> BLAS { try loaded.get() }

  init(names: [String]) throws(Missing) {
    // Every training has one thread; without this word the library starts some that wait.
    setenv("OPENBLAS_NUM_THREADS", "1", 1)
    var reason = "no name to look for"
    for name in names {
      guard let handle = dlopen(name, RTLD_NOW | RTLD_LOCAL) else {
        reason = dlerror().map { String(cString: $0) } ?? name
        continue
      }
      guard let symbol = dlsym(handle, "cblas_dgemm") else {
        reason = "\(name) has no cblas_dgemm"
        continue
      }
      product = unsafeBitCast(symbol, to: Product.self)
      if let symbol = dlsym(handle, "openblas_set_num_threads") {
        unsafeBitCast(symbol, to: (@convention(c) (CInt) -> Void).self)(1)
      }
      let name = dlsym(handle, "openblas_get_corename").flatMap {
        unsafeBitCast($0, to: (@convention(c) () -> UnsafePointer<CChar>?).self)()
      }
      kernels = name.map { String(cString: $0) } ?? "unknown"
      return
    }
    throw Missing(
      description: "training needs OpenBLAS; on Debian: apt-get install libopenblas0 (\(reason))")
  }

  /// A matrix of some rows in memory, `stride` numbers from one row to the next.
  struct Operand {
    let start: UnsafeMutablePointer<Double>
    let stride: Int
    var isTransposed = false

    /// The transpose, in the same memory.
    var transposed: Operand { Operand(start: start, stride: stride, isTransposed: !isTransposed) }
  }

  /// C ← factor · A B + keep · C, where A B has `rows` rows, `columns` columns, and sums of `inner` products.
  ///
  /// - Precondition: C is not transposed.
  func multiply(
    _ a: Operand, _ b: Operand, rows: Int, columns: Int, inner: Int, factor: Double = 1,
    into c: Operand, keep: Double = 0
  ) {
    let (rowMajor, plain, transposed): (CInt, CInt, CInt) = (101, 111, 112)
    product(
      rowMajor, a.isTransposed ? transposed : plain, b.isTransposed ? transposed : plain,
      CInt(rows), CInt(columns), CInt(inner), factor, a.start, CInt(a.stride), b.start,
      CInt(b.stride), keep, c.start, CInt(c.stride))
  }
}
