/// A `.gitignore`: which paths below its folder git does not track, read and matched as git does, byte for byte.
struct IgnoreFile: Sendable {
  static let name = Array(".gitignore".utf8)

  enum Verdict: Equatable { case ignored(line: Int), kept }

  private let patterns: [IgnorePattern]

  init(_ bytes: [UInt8]) {
    var patterns: [IgnorePattern] = []
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let lines = bytes[start...].split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      if let pattern = IgnorePattern(line, line: index + 1) { patterns.append(pattern) }
    }
    self.patterns = patterns
  }

  var isEmpty: Bool { patterns.isEmpty }

  /// What the last pattern that matches says about a path below the file's folder; `nil` where none does.
  func verdict(on path: ArraySlice<UInt8>, isFolder: Bool) -> Verdict? {
    let nameStart = path.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? path.startIndex
    for pattern in patterns.reversed() where pattern.matches(path, nameStart: nameStart, isFolder: isFolder) {
      return pattern.isNegated ? .kept : .ignored(line: pattern.line)
    }
    return nil
  }
}
