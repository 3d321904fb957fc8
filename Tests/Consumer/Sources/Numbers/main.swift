import Rational

// Each line of the output is compared with the one in Scripts/consumer.
var harmonic: Rational = 0
for n in 1...30 { harmonic += Rational(1, n) }
print(harmonic)

let large: Integer = 1_000_000_000_000_000_000_000_000_000_001
print(String(large, radix: 16), large.isMultiple(of: 101))

let golden = try (1 + Surd.squareRoot(of: 5)) / 2
print(golden, golden.decimal(digits: 30), golden * golden == golden + 1)

if let tenth = Rational(exactly: 0.1) {
  print(tenth, tenth == Rational("0.1"), tenth.bestApproximation(denominatorAtMost: 1000))
}
