import Foundation
import Testing

/// What `verify --version` says, and what says the same elsewhere.
@Suite struct VersionTests {
  private func text(_ path: String) throws -> String {
    try String(contentsOf: packageFolder.appending(path: path), encoding: .utf8)
  }

  private func first(_ pattern: String, in path: String) throws -> String? {
    try text(path).firstMatch(of: Regex(pattern).anchorsMatchLineEndings())?.output[1].substring
      .map(String.init)
  }

  @Test func `the version is that of the newest release in the changelog, and of what to cite`()
    throws
  {
    let version = try #require(try first(#"^## (\d+\.\d+\.\d+)$"#, in: "CHANGELOG.md"))
    let line = try Program.run(["--version"]).output
    #expect(line.hasPrefix("verify \(version) ("), "\(line)")
    #expect(try first(#"^version: (\S+)$"#, in: "CITATION.cff") == version)
    #expect(try first(#""verify (\S+), claim"#, in: "README.md") == version)
  }

  @Test func `a build that was not told its commit says that it is one of development`() throws {
    let line = try Program.run(["--version"]).output
    #expect(line.hasSuffix(" (development build)\n"), "\(line)")
  }

  /// Digits and letters of a commit can look like a number of C, or like two.
  @Test(arguments: ["3fa8c1e0a1b2", "0812e4567890", "12345678901e-modified", "0x12", "e"])
  func `the commit is said as it was given`(_ commit: String) throws {
    try withTemporaryFolder { folder in
      let file = folder.appending(path: "print.c")
      try """
      #include <stdio.h>
      #include "\(packageFolder.path)/Sources/Revision/revision.c"
      int main(void) { printf("%s, %s", verify_commit(), verify_commit_date()); }
      """.write(to: file, atomically: true, encoding: .utf8)
      let result = try Program.shell(
        """
        cc -D_Nonnull= -DVERIFY_COMMIT='\(commit)' -DVERIFY_COMMIT_DATE=2026-08-09 \
          '\(file.path)' -o '\(folder.path)/print' && '\(folder.path)/print'
        """)
      #expect(result.output == "\(commit), 2026-08-09", "\(result.errors)")
    }
  }
}
