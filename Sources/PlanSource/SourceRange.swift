/// Names one file of a run. Ids are dense and follow the order in which the files are reported.
package struct FileID: Hashable, Comparable, Sendable {
  package let index: UInt32

  package init(_ index: Int) {
    self.index = UInt32(truncatingIfNeeded: index)
  }

  package static func < (lhs: Self, rhs: Self) -> Bool { lhs.index < rhs.index }
}

/// A half-open run of UTF-8 bytes in one file.
///
/// Invariant: `start <= end`, and both fall on character boundaries of the file where it is valid UTF-8.
package struct SourceRange: Hashable, Sendable {
  package let file: FileID
  package let start: UInt32
  package let end: UInt32

  package init(file: FileID, start: Int, end: Int) {
    precondition(start >= 0 && start <= end, "a range runs forwards")
    self.file = file
    self.start = UInt32(start)
    self.end = UInt32(end)
  }

  package init(file: FileID, _ bytes: Range<Int>) {
    self.init(file: file, start: bytes.lowerBound, end: bytes.upperBound)
  }

  package var bytes: Range<Int> { Int(start)..<Int(end) }
  package var length: Int { Int(end) - Int(start) }

  /// Report order: file, then start, then end.
  package static func inReportOrder(_ lhs: Self, _ rhs: Self) -> Bool {
    (lhs.file.index, lhs.start, lhs.end) < (rhs.file.index, rhs.start, rhs.end)
  }
}
