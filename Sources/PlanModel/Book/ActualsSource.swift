/// A CSV export whose rows become actual facts.
package struct ActualsSource: Sendable {
  package enum Encoding: String, Sendable, CaseIterable {
    case utf8 = "utf-8"
    case gb18030
    case auto
  }

  /// What a column of the file holds.
  package enum Role: Hashable, Sendable {
    case owner
    case date
    case dimension(Axis)
    case metric(MetricID)
  }

  package struct Column: Sendable {
    package let role: Role
    /// The header of the column.
    package let header: String
    package let place: Range<Int>
  }

  /// Only rows whose column holds one of these values are kept.
  package struct Filter: Sendable {
    package let header: String
    package let values: [String]
  }

  /// A path or glob inside the book.
  package var file: BookSettings.Placed
  package var encoding: Encoding = .auto
  package var delimiter: UInt8 = UInt8(ascii: ",")
  /// `.` or `,`.
  package var decimal: Character = "."
  /// What groups digits; `nil` for nothing.
  package var grouping: Character? = ","
  /// The header of the column that tells rows apart.
  package var key: String?
  package var columns: [Column] = []
  /// Unit of money columns whose header names none.
  package var unit: String?
  package var filters: [Filter] = []

  package init(file: BookSettings.Placed) { self.file = file }
}
