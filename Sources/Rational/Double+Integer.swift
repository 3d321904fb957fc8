extension Double {
  /// An integer times 2^-`shift`, off by at most 2^-52 times its magnitude and 2^-1074; infinite beyond
  /// the numbers of this type.
  package init(near value: Integer, shiftedBy shift: Int = 0) {
    // The leading digits, cut off after 62 of them, are rounded once.
    let cut = max(0, value.bitLength - 62)
    let leading = Double((value >> cut).word ?? 0)
    self.init(sign: .plus, exponent: cut - shift, significand: leading)
  }
}
