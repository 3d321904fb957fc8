import ArgumentParser
import Certificates
import Glibc

/// Why a file was not read or written.
struct FileError: Error, CustomStringConvertible {
  let description: String
  var status = ExitStatus.badInput
}

extension FileError {
  /// A certificate that is none: the place, and what was expected there.
  init(_ path: String, _ error: CertificateSyntaxError) {
    self.init(
      description: "\(path):\(error.line): expected \(error.expected), found \(error.found)")
  }
}

/// Reads and writes whole files of text, and lists folders.
enum Files {
  /// The most bytes of a file that are read.
  static let sizeLimit = 4_000_000

  /// The content of a file, or of standard input for `-`.
  static func text(_ path: String, limit: Int = sizeLimit) throws(FileError) -> String {
    try text(of: try bytes(path, limit: limit), path)
  }

  /// The content of a file that nobody named: one of a folder, or beside another. A pipe or a device there is an
  /// error, since who reads it would wait.
  static func text(found path: String, limit: Int = sizeLimit) throws(FileError) -> String {
    try text(of: try bytes(found: path, limit: limit), path)
  }

  /// The text that the bytes of a file are.
  static func text(of bytes: [UInt8], _ path: String) throws(FileError) -> String {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw FileError(description: "\(path): the file is not UTF-8 text")
    }
    return text
  }

  /// The bytes of a file, or of standard input for `-`.
  ///
  /// - Parameter tooLong: The status of the error for a file with more bytes than the limit: such files are wrong, or
  ///   the user has set the limit.
  static func bytes(
    _ path: String, limit: Int, beyondLimit tooLong: ExitStatus = .badInput
  ) throws(FileError) -> [UInt8] {
    let descriptor = path == "-" ? 0 : open(path, O_RDONLY | O_CLOEXEC)
    defer { if descriptor > 0 { close(descriptor) } }
    return try bytes(of: descriptor, path, limit: limit, beyondLimit: tooLong)
  }

  /// The bytes of a file that nobody named.
  static func bytes(found path: String, limit: Int) throws(FileError) -> [UInt8] {
    // A pipe that nobody writes to is opened at once, too.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    defer { if descriptor >= 0 { close(descriptor) } }
    var status = stat()
    if descriptor >= 0, fstat(descriptor, &status) == 0,
      ![S_IFREG, S_IFDIR].contains(status.st_mode & S_IFMT)
    {
      throw FileError(description: "\(path): expected a file, found a pipe or a device")
    }
    return try bytes(of: descriptor, path, limit: limit, beyondLimit: .badInput)
  }

  /// What an open file holds; a negative descriptor is one that could not be opened just now.
  private static func bytes(
    of descriptor: Int32, _ path: String, limit: Int, beyondLimit tooLong: ExitStatus
  ) throws(FileError) -> [UInt8] {
    guard descriptor >= 0 else { throw FileError(description: "\(path): \(reason())") }
    // A file says how long it is, and is read in one piece; what comes from a pipe is read as it comes.
    var status = stat()
    let size = fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
    let capacity = size > 0 ? min(size, limit) + 1 : 1 << 16
    var bytes: [UInt8] = []
    while true {
      var count = 0
      let part = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, size in
        count = read(descriptor, buffer.baseAddress, buffer.count)
        size = max(0, count)
      }
      guard count >= 0 else { throw FileError(description: "\(path): \(reason())") }
      if count == 0 { break }
      if bytes.isEmpty { bytes = part } else { bytes += part }
      guard bytes.count <= limit else {
        throw FileError(
          description: "\(path): the file has more than \(limit) bytes", status: tooLong)
      }
      if count == size { break }
    }
    return bytes
  }

  /// Whether there is something of that name.
  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// Whether there is a file of that name that can be read and written again: no folder, device or pipe.
  static func isFile(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  /// Writes a whole file, or nothing: a new file takes the place of the old one when it is
  /// complete.
  ///
  /// - Throws: `FileError` with the reason of the system; then what was there before is still
  ///   there.
  static func write(_ text: String, to path: String) throws(FileError) {
    try write(Array(text.utf8), to: path)
  }

  /// Likewise, for bytes that are no text. A device or a pipe gets them as it is, and a link to a file
  /// keeps leading to it.
  static func write(_ content: [UInt8], to path: String) throws(FileError) {
    if exists(path), !isFile(path) {
      // A folder is none, and opening it says so.
      let descriptor = open(path, O_WRONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw notWritten(path) }
      let isWritten = write(content, to: descriptor)
      let error = errno
      guard close(descriptor) == 0, isWritten else {
        if !isWritten { errno = error }
        throw notWritten(path)
      }
      return
    }
    try replace(destination(of: path), with: content, named: path)
  }

  /// Where a link leads, and one that it leads to, whether or not there is a file; the path of what is no link.
  private static func destination(of name: String) throws(FileError) -> String {
    if let path = resolved(name) { return path }
    var path = name
    // As many as Linux follows.
    for _ in 0..<40 {
      guard let target = target(ofLink: path) else { return path }
      path = target.hasPrefix("/") ? target : joined(folder(of: path), target)
    }
    errno = ELOOP
    throw notWritten(name)
  }

  /// What is written in a link; nil when the path leads to none.
  private static func target(ofLink path: String) -> String? {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(PATH_MAX)) { buffer -> String? in
      guard let start = buffer.baseAddress else { return nil }
      let count = readlink(path, start, buffer.count)
      guard count > 0, count < buffer.count else { return nil }
      buffer[count] = 0
      return String(cString: start)
    }
  }

  /// Puts a new file in the place of one that may be there.
  private static func replace(
    _ path: String, with content: [UInt8], named name: String
  ) throws(FileError) {
    // A name of its own, since another process may write the same file, and one that was killed may have left
    // its own.
    let scratch = path + ".\(String(UInt64.random(in: 0 ... .max), radix: 36)).part"
    // Where the system can, the file has no name until it is complete: what is killed leaves nothing behind.
    var descriptor = nameless(in: folder(of: path))
    var isNamed = descriptor < 0
    if isNamed { descriptor = open(scratch, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644) }
    guard descriptor >= 0 else { throw notWritten(name) }
    var isWritten = write(content, to: descriptor) && fsync(descriptor) == 0
    if isWritten, !isNamed {
      let own = "\(ownDescriptors)/\(descriptor)"
      isNamed = linkat(AT_FDCWD, own, AT_FDCWD, scratch, AT_SYMLINK_FOLLOW) == 0
      isWritten = isNamed
    }
    let error = errno
    // Some systems tell only now that there is no room.
    isWritten = close(descriptor) == 0 && isWritten
    guard isWritten, rename(scratch, path) == 0 else {
      if !isWritten { errno = error }
      defer { if isNamed { unlink(scratch) } }
      throw notWritten(name)
    }
  }

  /// Whether all bytes were written; else `errno` says why not.
  private static func write(_ content: [UInt8], to descriptor: Int32) -> Bool {
    var bytes = content[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count > 0 { bytes = bytes.dropFirst(count) } else if errno != EINTR { return false }
    }
    return true
  }

  /// The folder where a file that has no name can be given one.
  private static let ownDescriptors = "/proc/self/fd"

  /// Opens a file without a name; -1 where the system of files has none.
  private static func nameless(in folder: String) -> Int32 {
    guard exists(ownDescriptors) else { return -1 }
    // O_TMPFILE of Linux, whose definition Swift does not read.
    return open(folder, O_WRONLY | O_CLOEXEC | O_DIRECTORY | 0o20_000_000, 0o644)
  }

  /// Makes a folder, and those it is in; one that is there is left alone.
  ///
  /// - Throws: `FileError` with the status of a usage error.
  static func makeFolder(_ path: String) throws(FileError) {
    var prefix = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/") {
      prefix += part + "/"
      guard mkdir(prefix, 0o755) != 0, errno != EEXIST else { continue }
      // A folder above may be one that cannot be written to but is there.
      let error = errno
      if access(prefix, F_OK) == 0 { continue }
      errno = error
      throw FileError(description: "\(path): no folder was made: \(reason())", status: .usage)
    }
    guard let stream = opendir(path) else {
      throw FileError(description: "\(path): expected a folder: \(reason())", status: .usage)
    }
    closedir(stream)
  }

  /// Makes sure that files can be written to a folder, before there is work that would be lost.
  ///
  /// - Throws: `FileError` with the status of a usage error.
  static func requireWritable(folder path: String) throws(FileError) {
    guard takesFiles(path) else {
      throw FileError(
        description: "\(path): no file can be written there: \(reason())", status: .usage)
    }
  }

  /// Whether a file can be made in a folder; else `errno` says why not.
  private static func takesFiles(_ folder: String) -> Bool {
    let nameless = nameless(in: folder)
    if nameless >= 0 {
      close(nameless)
      return true
    }
    let scratch = folder + "/.\(getpid()).part"
    let descriptor = open(scratch, O_WRONLY | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { return false }
    close(descriptor)
    unlink(scratch)
    return true
  }

  /// Makes sure that a file can be written, before there is work that would be lost.
  ///
  /// - Throws: What writing it would.
  static func requirePlace(for path: String) throws(FileError) {
    // A device or a pipe takes what it gets.
    if exists(path), !isFile(path) { return }
    guard takesFiles(folder(of: try destination(of: path))) else { throw notWritten(path) }
  }

  /// The path of a file in a folder, which may end with a slash.
  static func joined(_ folder: String, _ name: String) -> String {
    (folder.hasSuffix("/") ? folder : folder + "/") + name
  }

  /// The folder that a file is in; `.` for a name alone.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The path of a certificate that belongs to the claim files of a folder.
  static func certificate(_ name: String, in folder: String) -> String {
    (folder == "." ? "" : folder + "/") + "certificates/\(name)"
  }

  private static func notWritten(_ path: String) -> FileError {
    FileError(description: "\(path): not written: \(reason())", status: .internalError)
  }

  /// What the last failed call of the system says.
  private static func reason() -> String { String(cString: strerror(errno)) }

  /// The names in a folder that end in `suffix`, sorted; nil when it cannot be read.
  static func names(in folder: String, suffix: String) -> [String]? {
    guard let stream = opendir(folder) else { return nil }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = name(of: entry)
      if name.hasSuffix(suffix) { names.append(name) }
    }
    return names.sorted()
  }

  private static func name(of entry: UnsafeMutablePointer<dirent>) -> String {
    withUnsafePointer(to: &entry.pointee.d_name) {
      $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
    }
  }

  /// The absolute path with links resolved; nil when there is no such file.
  static func resolved(_ path: String) -> String? {
    guard let pointer = realpath(path, nil) else { return nil }
    defer { free(pointer) }
    return String(cString: pointer)
  }

  /// The folder that holds all statements on file.
  ///
  /// The nearest `proofs` with claim files, in it or in folders of it, in the working directory or above
  /// it, then in the folder of the executable or above that.
  static func proofsFolder() -> String? {
    if let named = getenv("VERIFY_PROOFS") { return String(cString: named) }
    for start in [resolved("."), resolved("/proc/self/exe")] {
      var folder = start ?? ""
      while !folder.isEmpty {
        for candidate in [folder + "/proofs", folder + "/share/verify/proofs"]
        where hasClaims(candidate) || !subfolders(ofClaimsIn: candidate).isEmpty {
          return candidate
        }
        folder = String(folder[..<(folder.lastIndex(of: "/") ?? folder.startIndex)])
      }
    }
    return nil
  }

  /// That folder, or the one that the user names.
  ///
  /// - Throws: `ValidationError` when there is none.
  static func proofsFolder(_ named: String?) throws(ValidationError) -> String {
    guard let folder = named ?? proofsFolder() else {
      throw ValidationError(
        "no folder of statements was found: there is no proofs/*.claim or proofs/*/*.claim here or "
          + "above; name one with --proofs DIR")
    }
    return folder
  }

  /// The folder of the paper's statements: `paper` in that of all statements, or that folder itself when
  /// it has claim files of its own.
  static func paperFolder(_ named: String?) throws(ValidationError) -> String {
    let folder = try proofsFolder(named)
    let paper = folder + "/paper"
    return hasClaims(folder) || !hasClaims(paper) ? folder : paper
  }

  /// The folders in one that have claim files, sorted; that one itself when it has claim files, or none of
  /// them has any.
  static func folders(ofClaimsIn folder: String) -> [String] {
    if hasClaims(folder) { return [folder] }
    let found = subfolders(ofClaimsIn: folder)
    return found.isEmpty ? [folder] : found
  }

  private static func subfolders(ofClaimsIn folder: String) -> [String] {
    (names(in: folder, suffix: "") ?? []).filter { !$0.hasPrefix(".") }
      .map { "\(folder)/\($0)" }.filter(hasClaims)
  }

  private static func hasClaims(_ folder: String) -> Bool {
    guard let stream = opendir(folder) else { return false }
    defer { closedir(stream) }
    while let entry = readdir(stream) {
      if name(of: entry).hasSuffix(".claim") { return true }
    }
    return false
  }

  /// The path as seen from the working directory, when it is inside it.
  static func shortened(_ path: String) -> String {
    guard let here = resolved("."), path.hasPrefix(here + "/") else { return path }
    return String(path.dropFirst(here.count + 1))
  }
}
