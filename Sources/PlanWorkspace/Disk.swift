import Glibc

/// The calls that touch the disk: reading files and folders, and asking where a path really leads.
enum Disk {
  enum Kind { case file, folder, link, other }

  struct Entry {
    let name: [UInt8]
    let kind: Kind
  }

  /// The whole content of a file; the error is what the system says (`errno`).
  static func read(_ path: [UInt8]) throws(SystemError) -> [UInt8] {
    let descriptor = withPath(path) { open($0, O_RDONLY | O_CLOEXEC | O_NONBLOCK) }
    guard descriptor >= 0 else { throw SystemError(code: errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw SystemError(code: errno) }
    // A pipe or device would never end.
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw SystemError(code: status.st_mode & S_IFMT == S_IFDIR ? EISDIR : EINVAL)
    }
    return try read(descriptor, expecting: Int(status.st_size))
  }

  private static func read(_ descriptor: Int32, expecting size: Int) throws(SystemError) -> [UInt8] {
    var bytes: [UInt8] = []
    var failure: Int32 = 0
    // One byte more than expected tells the end of the file and a file that grows apart.
    var capacity = size + 1
    var isDone = false
    while !isDone, failure == 0 {
      let filled = bytes.count
      bytes = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
        if filled > 0 { _ = buffer.initialize(fromContentsOf: bytes) }
        count = filled
        while count < capacity {
          let wanted = capacity - count
          let got = Glibc.read(descriptor, buffer.baseAddress.map { $0 + count }, wanted)
          if got >= 0 {
            count += got
            // Of an ordinary file only its end gives less than was asked for.
            if got < wanted { isDone = true; return }
          } else if errno != EINTR {
            failure = errno; return
          }
        }
      }
      capacity *= 2
    }
    guard failure == 0 else { throw SystemError(code: failure) }
    return bytes
  }

  /// The entries of a folder, in no order.
  static func list(_ path: [UInt8]) throws(SystemError) -> [Entry] {
    guard let folder = withPath(path, { opendir($0) }) else { throw SystemError(code: errno) }
    defer { closedir(folder) }
    var entries: [Entry] = []
    errno = 0
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
        tuple.withMemoryRebound(to: UInt8.self, capacity: 256) { start in
          Array(
            UnsafeBufferPointer(
              start: start, count: strlen(UnsafeRawPointer(start).assumingMemoryBound(to: CChar.self))))
        }
      }
      guard name != [UInt8(ascii: ".")], name != [UInt8(ascii: "."), UInt8(ascii: ".")] else { continue }
      let kind: Kind =
        switch Int32(entry.pointee.d_type) {
        case Int32(DT_REG): .file
        case Int32(DT_DIR): .folder
        case Int32(DT_LNK): .link
        case Int32(DT_UNKNOWN): self.kind(path + [UInt8(ascii: "/")] + name)
        default: .other
        }
      entries.append(Entry(name: name, kind: kind))
    }
    guard errno == 0 else { throw SystemError(code: errno) }
    return entries
  }

  /// What stands at a path, a link not followed.
  static func kind(_ path: [UInt8]) -> Kind {
    var status = stat()
    guard withPath(path, { lstat($0, &status) }) == 0 else { return .other }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    case S_IFLNK: return .link
    default: return .other
    }
  }

  /// The absolute path without links; `nil` where it leads nowhere or in a circle.
  static func realPath(_ path: [UInt8]) -> [UInt8]? {
    guard let resolved = withPath(path, { realpath($0, nil) }) else { return nil }
    defer { free(resolved) }
    return Array(
      UnsafeBufferPointer(
        start: UnsafeRawPointer(resolved).assumingMemoryBound(to: UInt8.self), count: strlen(resolved)))
  }

  /// Where a file would be made: in its folder, with links resolved; `nil` where that folder is not there.
  static func placeOfNew(_ path: [UInt8]) -> [UInt8]? {
    let slash = path.lastIndex(of: UInt8(ascii: "/"))
    let name = path[(slash.map { $0 + 1 } ?? 0)...]
    let folder = slash.map { $0 == 0 ? [UInt8(ascii: "/")] : Array(path[..<$0]) } ?? [UInt8(ascii: ".")]
    guard !name.isEmpty, let real = realPath(folder) else { return nil }
    return PathBytes.joined(real, Array(name))
  }

  /// Calls the system with a path as it takes them.
  static func withPath<Result>(_ path: [UInt8], _ body: (UnsafePointer<CChar>) -> Result) -> Result {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: path.count + 1) { buffer in
      for index in path.indices { buffer.initializeElement(at: index, to: CChar(bitPattern: path[index])) }
      buffer.initializeElement(at: path.count, to: 0)
      return body(UnsafePointer(buffer.baseAddress.unsafelyUnwrapped))
    }
  }
}

/// Why the system refused.
package struct SystemError: Error, Hashable, Sendable {
  package let code: Int32

  /// The system's own words, such as `Permission denied`.
  package var reason: String { String(cString: strerror(code)) }
}
