/// Paths as the system has them: bytes, which need not be UTF-8.
package enum PathBytes {
  /// The path as text; bytes that are not UTF-8 are shown as `\xNN`.
  package static func shown(_ bytes: [UInt8]) -> String {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    var text = ""
    var rest = bytes[...]
    while let first = rest.first {
      let length = first < 0x80 ? 1 : first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 0
      if length > 0, length <= rest.count, let piece = String(validating: rest.prefix(length), as: UTF8.self) {
        text += piece
        rest = rest.dropFirst(length)
      } else {
        let digits = String(first, radix: 16, uppercase: true)
        text += "\\x" + (digits.utf8.count < 2 ? "0" : "") + digits
        rest = rest.dropFirst()
      }
    }
    return text
  }

  static func joined(_ folder: [UInt8], _ name: [UInt8]) -> [UInt8] {
    if folder.isEmpty { return name }
    return folder.last == UInt8(ascii: "/") ? folder + name : folder + [UInt8(ascii: "/")] + name
  }

  /// The folder of an absolute path; the root is its own.
  static func parent(_ path: [UInt8]) -> [UInt8] {
    guard let slash = path.lastIndex(of: UInt8(ascii: "/")) else { return [] }
    return slash == 0 ? [UInt8(ascii: "/")] : Array(path[..<slash])
  }

  static func isInside(_ path: [UInt8], _ folder: [UInt8]) -> Bool {
    path == folder
      || path.starts(with: folder)
        && (folder.last == UInt8(ascii: "/") || path.count > folder.count && path[folder.count] == UInt8(ascii: "/"))
  }

  /// `path` as seen from the folder `base`, both absolute and without links.
  static func relative(_ path: [UInt8], from base: [UInt8]) -> [UInt8] {
    let there = path.split(separator: UInt8(ascii: "/"))
    let here = base.split(separator: UInt8(ascii: "/"))
    var common = 0
    while common < there.count, common < here.count, there[common].elementsEqual(here[common]) { common += 1 }
    let up = Array(repeating: Array("..".utf8)[...], count: here.count - common)
    return Array((up + there[common...]).joined(separator: [UInt8(ascii: "/")]))
  }
}
