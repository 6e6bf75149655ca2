import Glibc

/// Writes a file whole or not at all: beside its place, synced, then renamed.
package enum OutputFile {
  package static func write(_ bytes: [UInt8], to path: String) throws(WorkspaceError) {
    let temporary = path + ".\(getpid()).tmp"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw .unwritable(path: path, reason: SystemError(code: errno).reason) }
    let code = fill(descriptor, bytes)
    close(descriptor)
    guard code == 0, rename(temporary, path) == 0 else {
      let reason = SystemError(code: code == 0 ? errno : code).reason
      unlink(temporary)
      throw .unwritable(path: path, reason: reason)
    }
  }

  private static func fill(_ descriptor: Int32, _ bytes: [UInt8]) -> Int32 {
    bytes.withUnsafeBytes { buffer in
      var written = 0
      while written < buffer.count {
        let count = Glibc.write(descriptor, buffer.baseAddress.map { $0 + written }, buffer.count - written)
        if count > 0 { written += count } else if errno != EINTR { return errno }
      }
      return fsync(descriptor) == 0 ? 0 : errno
    }
  }
}
