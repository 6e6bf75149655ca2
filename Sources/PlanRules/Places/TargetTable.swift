import PlanModel
import PlanSyntax

/// The cells of a table in which the number of a target is due, as its header and row labels say.
struct TargetTable {
  private let table: PlanTable
  private let places: TargetPlaces
  private let isTargetSection: Bool
  private let mayMeasure: Bool
  private let columns: [Header]

  /// What a header cell or a row's label says.
  private struct Header {
    var namesMetric = false
    var measures = false
    var isExcluded = false
  }

  init(_ table: PlanTable, _ element: PlanTree.Element, _ places: TargetPlaces) {
    self.table = table
    self.places = places
    isTargetSection = places.isInTargets(element)
    switch places.section(of: element) {
    case nil, .targets, .breakdown, .stages, .tenDay, .week, .day, .products: mayMeasure = table.rowCount > 1
    default: mayMeasure = false
    }
    columns = mayMeasure ? (0..<table.columnCount).map { Self.header(table.cells[$0], places) } : []
  }

  func forEachDueCell(_ visit: (_ cell: Int) -> Void) {
    guard mayMeasure, columns.contains(where: \.measures) else { return }
    for row in 1..<table.rowCount {
      let label = Self.header(table.cells[table.index(row, 0)], places)
      guard !label.isExcluded || label.namesMetric else { continue }
      for column in 1..<max(1, table.columnCount) where columns[column].measures && !columns[column].isExcluded {
        guard columns[column].namesMetric || label.namesMetric || isTargetSection else { continue }
        visit(table.index(row, column))
      }
    }
  }

  private static func header(_ phrase: Phrase, _ places: TargetPlaces) -> Header {
    var header = Header()
    for index in phrase.tokens {
      let token = places.file.tree.tokens[index]
      if token.kind == .period { header.measures = true }
      let mark = places.marks[token]
      if mark.contains(.metric) { header.namesMetric = true }
      if mark.contains(.measures) { header.measures = true }
      if mark.contains(.excludes) { header.isExcluded = true }
    }
    return header
  }
}
