import Rational

/// Single operations on fractions, small and large.
enum Fractions {
  static func races() -> [Race] {
    let steps: [Operation] = [.add, .subtract, .multiply, .divide, .compare]
    return races(.random(bits: 20, count: 65_536), steps, unchecked: [.add, .multiply, .compare])
      + races(.twelfths(count: 65_536), [.add, .multiply, .multiplyAdd])
      + races(.random(bits: 200, count: 4096), [.add, .multiply, .divide, .compare])
      + races(.random(bits: 2000, count: 256), [.add, .multiply, .divide, .compare])
  }

  /// `unchecked` are the operations that plain words take part in.
  private static func races(
    _ workload: Workload, _ operations: [Operation], unchecked: [Operation] = []
  ) -> [Race] {
    let count = workload.left.count
    // Results of small operands fit words.
    let isSmall = (workload.left + workload.right).allSatisfy {
      $0.numerator.bitLength < 30 && $0.denominator.bitLength < 30
    }
    let numbers = FieldPeer<Rational>(workload)
    let peers: [any Peer] = [numbers, FlintPeer(workload), GMPPeer(workload)]
    let words = unchecked.isEmpty ? nil : WordPeer(workload)
    let surds = FieldPeer<Surd>(workload)
    return operations.flatMap { operation in
      let name = "\(operation.rawValue), \(workload.name)"
      var contenders = peers.map { $0.contender(operation, count: count) }
      if let words, unchecked.contains(operation) {
        contenders.append(words.contender(operation, count: count))
      }
      return [
        Race(name: name, calls: count, contenders: contenders, isInPlace: isSmall),
        Race(
          name: name + ", Surd", calls: count,
          contenders: [
            surds.contender(operation, count: count), numbers.contender(operation, count: count),
          ], isInPlace: isSmall),
      ]
    }
  }
}
