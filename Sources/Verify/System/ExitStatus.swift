/// The exit codes that scripts rely on.
enum ExitStatus: Int32 {
  case holds = 0
  case refuted = 1
  case undecided = 2
  case limit = 3
  case usage = 64
  case badInput = 65
  case internalError = 70

  /// The status of several results together: what is worse to overlook comes first.
  static func combined(_ all: some Sequence<ExitStatus>) -> ExitStatus {
    let order: [ExitStatus] = [.internalError, .badInput, .usage, .refuted, .undecided, .limit]
    let present = Set(all)
    return order.first(where: present.contains) ?? .holds
  }
}
