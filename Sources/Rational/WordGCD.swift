/// The greatest common divisor of two words, by Stein's binary algorithm; that of 0 and 0 is 0.
///
/// For odd a ≠ b the difference is even, and without its factors of two it takes the place of the
/// larger. Its trailing zeros are those of a - b and of b - a alike, so they are counted while the
/// comparison is still under way.
@inlinable
func greatestCommonDivisor(_ left: UInt, _ right: UInt) -> UInt {
  if left == 0 { return right }
  if right == 0 { return left }
  var a = left &>> UInt(left.trailingZeroBitCount)
  var b = right &>> UInt(right.trailingZeroBitCount)
  while a != b {
    let difference = a &- b
    let isLess = a < b
    b = isLess ? a : b
    a = (isLess ? 0 &- difference : difference) &>> UInt(difference.trailingZeroBitCount)
  }
  return a &<< UInt((left | right).trailingZeroBitCount)
}

/// The greatest common divisors of p and q and of r and s, none of which is zero.
///
/// Each round of Stein's algorithm waits for the one before; two runs side by side fill the gaps,
/// and only one loop end is mispredicted. The pair that is done first stays as it is, whatever the
/// shift by the trailing zeros of its difference 0 gives.
@inlinable
func greatestCommonDivisors(
  _ p: UInt, _ q: UInt, _ r: UInt, _ s: UInt
) -> (UInt, UInt) {
  var a = p &>> UInt(p.trailingZeroBitCount)
  var b = q &>> UInt(q.trailingZeroBitCount)
  var c = r &>> UInt(r.trailingZeroBitCount)
  var d = s &>> UInt(s.trailingZeroBitCount)
  var first = a &- b
  var second = c &- d
  while first | second != 0 {
    let (aIsLess, cIsLess) = (a < b, c < d)
    b = aIsLess ? a : b
    d = cIsLess ? c : d
    let nextA = (aIsLess ? 0 &- first : first) &>> UInt(first.trailingZeroBitCount)
    let nextC = (cIsLess ? 0 &- second : second) &>> UInt(second.trailingZeroBitCount)
    a = first == 0 ? a : nextA
    c = second == 0 ? c : nextC
    first = a &- b
    second = c &- d
  }
  return (
    a &<< UInt((p | q).trailingZeroBitCount), c &<< UInt((r | s).trailingZeroBitCount)
  )
}
