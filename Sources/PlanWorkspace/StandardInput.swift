import Glibc

/// The text that another program hands over.
package enum StandardInput {
  /// Everything up to the end; of more than a plan may have, as much as shows that it is too large.
  package static func read(atMost limit: Int) throws(WorkspaceError) -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count <= limit {
      let got = chunk.withUnsafeMutableBytes { Glibc.read(STDIN_FILENO, $0.baseAddress, $0.count) }
      if got > 0 {
        bytes += chunk[..<got]
      } else if got == 0 {
        break
      } else if errno != EINTR {
        throw .unreadable(path: "-", reason: SystemError(code: errno).reason)
      }
    }
    return bytes
  }
}
