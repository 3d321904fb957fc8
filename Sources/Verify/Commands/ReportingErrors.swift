import ArgumentParser
import Claims
import Denotations
import Statements

/// Gives the errors of an input the documented exit code and writes them to standard error.
func reportingErrors(_ command: String, _ body: () throws -> Void) throws {
  func stop(_ message: String, _ status: ExitStatus) -> ExitCode {
    Terminal.error("\(message)\n")
    return ExitCode(status.rawValue)
  }
  func usage(_ message: String) -> ExitCode {
    let help = "  See 'verify \(command) --help' for more information."
    return stop("Error: \(message)\n\(help)", .usage)
  }
  do {
    try body()
  } catch let error as ClaimError {
    throw stop("\(error)", .badInput)
  } catch let error as MergedRun.Failure {
    throw stop(error.description, error.isStop ? .limit : .badInput)
  } catch let error as FileError {
    throw stop("\(error)", error.status)
  } catch let error as ValidationError {
    throw usage(error.message)
  } catch let error as RunError {
    switch error {
    case .domain: throw usage("\(error)")
    case .tooLarge: throw stop("Error: \(error)", .limit)
    case .readingsDisagree: throw stop("Error: \(error)", .internalError)
    }
  }
}
