import CLibFuzzer
import Foundation

// TARGET=claim Fuzz [ARGUMENT…]: the arguments are libFuzzer's, such as -runs=1000, -max_total_time=60,
// folders of inputs, or files to try once. It starts itself anew with them, hence the variable.

let name = ProcessInfo.processInfo.environment["TARGET"] ?? ""
guard let target = Target(rawValue: name) else {
  let names = Target.allCases.map(\.rawValue).joined(separator: ", ")
  FileHandle.standardError.write(Data("Fuzz: TARGET is '\(name)'; expected \(names)\n".utf8))
  exit(64)
}
Target.chosen = target
var count = CommandLine.argc
var words: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
exit(LLVMFuzzerRunDriver(&count, &words, testOneInput))
