import Glibc

/// Writes a file whole or not at all: beside its place, synced, then renamed.
package enum OutputFile {
  package static func write(_ bytes: [UInt8], to path: String) throws(WorkspaceError) {
    do throws(SystemError) {
      try put(bytes, at: Array(path.utf8), mode: nil)
    } catch {
      throw .unwritable(path: path, reason: error.reason)
    }
  }

  /// Puts other bytes in the place of a file, with its permissions; one that nobody may write is left alone.
  static func replace(_ path: [UInt8], by bytes: [UInt8]) throws(SystemError) {
    var status = stat()
    guard Disk.withPath(path, { stat($0, &status) }) == 0 else { throw SystemError(code: errno) }
    // Renaming asks the folder only.
    guard status.st_mode & (S_IWUSR | S_IWGRP | S_IWOTH) != 0, Disk.withPath(path, { access($0, W_OK) }) == 0 else {
      throw SystemError(code: EACCES)
    }
    try put(bytes, at: path, mode: status.st_mode & 0o7777, owner: (status.st_uid, status.st_gid))
  }

  private static func put(
    _ bytes: [UInt8], at path: [UInt8], mode: mode_t?, owner: (user: uid_t, group: gid_t)? = nil
  ) throws(SystemError) {
    let temporary = path + Array(".\(getpid()).tmp".utf8)
    let descriptor = Disk.withPath(temporary) { open($0, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode_t(0o644)) }
    guard descriptor >= 0 else { throw SystemError(code: errno) }
    // Whose file it is matters less than that it is written: only root may give files away.
    if let owner { _ = fchown(descriptor, owner.user, owner.group) }
    var code = mode.map { fchmod(descriptor, $0) == 0 ? 0 : errno } ?? 0
    if code == 0 { code = fill(descriptor, bytes) }
    close(descriptor)
    if code == 0 {
      code = Disk.withPath(temporary) { from in Disk.withPath(path) { rename(from, $0) == 0 ? 0 : errno } }
    }
    guard code == 0 else {
      _ = Disk.withPath(temporary) { unlink($0) }
      throw SystemError(code: code)
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
