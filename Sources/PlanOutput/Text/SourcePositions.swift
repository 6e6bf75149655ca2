package import PlanSource

/// A place as people count it.
package struct SourcePosition: Hashable, Sendable {
  /// From 1.
  package let line: Int
  /// From 1, in code points; an ill-formed byte counts as one.
  package let column: Int
  /// From 0, in bytes.
  package let offset: Int

  package init(line: Int, column: Int, offset: Int) {
    self.line = line
    self.column = column
    self.offset = offset
  }
}

/// Lines and columns of byte offsets, worked out for a file when it is first asked for.
///
/// An answer costs the same on a line of two megabytes as on a short one.
package struct SourcePositions {
  package let files: SourceFiles
  private var opened: [FileID: OpenedFile?] = [:]

  package init(in files: SourceFiles) {
    self.files = files
  }

  /// The position of a byte; offsets behind the end are at the end, and a file that is not there has one empty line.
  package mutating func position(at offset: Int, in id: FileID) -> SourcePosition {
    guard let file = open(id) else { return SourcePosition(line: 1, column: 1, offset: offset) }
    return file.position(at: offset)
  }

  /// The path to print.
  package mutating func path(of id: FileID) -> String {
    open(id)?.path ?? ""
  }

  /// The position of a byte with its column in bytes, from 1.
  mutating func bytePosition(at offset: Int, in id: FileID) -> SourcePosition {
    guard let file = open(id) else { return SourcePosition(line: 1, column: 1, offset: offset) }
    return file.bytePosition(at: offset)
  }

  /// Both ends of a range.
  mutating func ends(of range: SourceRange) -> (start: SourcePosition, end: SourcePosition) {
    (position(at: Int(range.start), in: range.file), position(at: Int(range.end), in: range.file))
  }

  /// The last line that a range has a character on, from 1.
  mutating func lastLine(of range: SourceRange) -> Int {
    position(at: max(Int(range.start), Int(range.end) - 1), in: range.file).line
  }

  /// Whether the file begins with a byte order mark.
  mutating func hasByteOrderMark(_ id: FileID) -> Bool {
    open(id)?.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ?? false
  }

  mutating func open(_ id: FileID) -> OpenedFile? {
    if let known = opened[id] { return known }
    let file = files.file(id).map { OpenedFile($0, path: files.path($0)) }
    opened[id] = .some(file)
    return file
  }
}

/// A file with what is needed to tell places in it.
struct OpenedFile {
  let path: String
  let bytes: [UInt8]
  private let lines: LineIndex
  /// For each block of bytes, the first character that begins in it and how many begin before that one.
  private let checkpoints: [(offset: Int, characters: Int)]

  private static let blockLength = 1024

  init(_ file: SourceFile, path: String) {
    self.path = path
    bytes = file.bytes
    lines = LineIndex(file.bytes.span)
    var checkpoints: [(offset: Int, characters: Int)] = []
    let span = file.bytes.span
    var offset = 0
    var characters = 0
    while offset < span.count {
      if offset >= checkpoints.count * Self.blockLength { checkpoints.append((offset, characters)) }
      offset += span.scalar(at: offset).length
      characters += 1
    }
    self.checkpoints = checkpoints
  }

  func position(at offset: Int) -> SourcePosition {
    let offset = min(max(0, offset), bytes.count)
    let line = lines.line(at: offset)
    let column = characters(before: offset) - characters(before: lines.start(ofLine: line))
    return SourcePosition(line: line + 1, column: column + 1, offset: offset)
  }

  func bytePosition(at offset: Int) -> SourcePosition {
    let offset = min(max(0, offset), bytes.count)
    let line = lines.line(at: offset)
    return SourcePosition(line: line + 1, column: offset - lines.start(ofLine: line) + 1, offset: offset)
  }

  /// The bytes of a line, counted from 1, without its line end.
  func content(ofLine number: Int) -> Range<Int> {
    let start = lines.start(ofLine: number - 1)
    var end = number < lines.count ? lines.start(ofLine: number) : bytes.count
    while end > start, bytes[end - 1] == UInt8(ascii: "\n") || bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return start..<end
  }

  /// Characters that begin before `offset`.
  private func characters(before offset: Int) -> Int {
    guard !checkpoints.isEmpty else { return 0 }
    var block = min(offset / Self.blockLength, checkpoints.count - 1)
    if block > 0, checkpoints[block].offset > offset { block -= 1 }
    var (place, characters) = checkpoints[block]
    let span = bytes.span
    while place < offset {
      place += span.scalar(at: place).length
      characters += 1
    }
    return characters
  }
}
