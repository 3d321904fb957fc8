/// A folder that `coqc` can check: the library, the proofs, and how to build them.
public struct CoqProject: Hashable, Sendable {
  /// A file by its name in the folder.
  public struct File: Hashable, Sendable {
    public let name: String
    public let text: String

    public init(name: String, text: String) {
      self.name = name
      self.text = text
    }
  }

  /// How the record of an export begins; a folder with it may be written to again.
  public static let heading = "# Written by verify export coq."

  /// The file that names all others; a folder whose record has that heading is an export.
  public static let record = "_CoqProject"

  public let library: [File]
  public let proofs: [File]

  /// - Parameters:
  ///   - library: The hand-written files of `proofs/coq`.
  ///   - proofs: The proofs, in an order; two of one name get numbers.
  public init(library: [File], proofs: [CoqFile]) {
    self.library = library
    var taken = Set((library.map(\.name) + ["Axioms.v"]).map { $0.lowercased() })
    self.proofs = proofs.map { proof in
      var name = proof.name + ".v"
      var number = 1
      // Case is ignored on some disks.
      while !taken.insert(name.lowercased()).inserted {
        number += 1
        name = "\(proof.name)_\(number).v"
      }
      return File(name: name, text: proof.text)
    }
  }

  /// All files of the folder.
  public var files: [File] { library + proofs + [axioms, project, makefile] }

  /// One question for all proofs: Coq answers it in one pass over all of them.
  private var axioms: File {
    let modules = proofs.map { String($0.name.dropLast(2)) }
    let theorems = theorems + modules.map { "\($0).everything" }
    let libraries = library.map { String($0.name.dropLast(2)) }
    let lines =
      ["(** What all of the proofs lean on: the axioms of the real numbers, and none else. *)", ""]
      + (libraries + modules).map { "From Uniform Require \($0)." }
      + [
        "", "Definition everything := (\(theorems.joined(separator: ",\n  "))).",
        "Print Assumptions everything.",
      ]
    return File(name: "Axioms.v", text: lines.map { $0 + "\n" }.joined())
  }

  /// Everything that the library calls a theorem, by the modules.
  private var theorems: [String] {
    library.flatMap { file in
      file.text.split(separator: "\n").compactMap { line in
        guard line.hasPrefix("Theorem ") else { return nil }
        let name = line.dropFirst(8).prefix { !" :({".contains($0) }
        return "\(file.name.dropLast(2)).\(name)"
      }
    }
  }

  private var project: File {
    let names = (library + proofs).map(\.name) + ["Axioms.v"]
    return File(
      name: Self.record,
      text: ([Self.heading, "-Q . Uniform"] + names).map { $0 + "\n" }.joined())
  }

  private var makefile: File {
    File(
      name: "Makefile",
      text: """
        \(Self.heading)
        # make -j2 checks everything; Axioms.v prints the axioms that all of it leans on.

        all: Makefile.coq
        \t+$(MAKE) -f Makefile.coq

        Makefile.coq: _CoqProject
        \tcoq_makefile -f _CoqProject -o Makefile.coq

        clean:
        \tif [ -e Makefile.coq ]; then $(MAKE) -f Makefile.coq cleanall; fi
        \trm -f Makefile.coq Makefile.coq.conf

        .PHONY: all clean

        """)
  }
}
