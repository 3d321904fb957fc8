/// How matrices are held.
public enum MatrixMethod: String, Sendable, CaseIterable {
  /// One entry for each orbit of S_r; for the smallest r, dense matrices as well, which must
  /// agree.
  case orbit
  /// Every entry: the textbook way, slow.
  case dense
}
