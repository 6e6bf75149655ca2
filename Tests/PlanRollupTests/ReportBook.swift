import PlanModel
import PlanRollup
import PlanSource
import PlanSyntax

/// A book in memory, read as one on disk is.
struct ReportBook {
  let book: PlanBook

  /// - Parameter files: Path and text, in any order; `planbook.yml` among them.
  init(_ files: [String: String], today: String = "2026-04-15") {
    let planbook = Array((files["planbook.yml"] ?? "").utf8)
    let settings = planbook.isEmpty ? BookSettings() : BookSettings.read(planbook.span).settings ?? BookSettings()
    let paths = files.keys.filter { $0 != "planbook.yml" }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let organization = settings.organization ?? Organization.fromFolders(paths, rootName: settings.name ?? "")
    let context = BookContext(settings: settings, organization: organization)
    var dimensions = DimensionTable()
    var facts: [Fact] = []
    var summaries: [PlanBook.FileSummary] = []
    for (index, path) in paths.enumerated() {
      let source = SourceFile(id: FileID(index), path: path, bytes: Array((files[path] ?? "").utf8))
      let plan = FactReader.read(source, in: context)
      let sets = dimensions.merge(plan.dimensions)
      for var fact in plan.facts {
        fact.dimensions = sets[Int(fact.dimensions.index)]
        facts.append(fact)
      }
      summaries.append(PlanBook.FileSummary(plan))
    }
    book = PlanBook(
      context: context, files: summaries, facts: facts, dimensions: dimensions,
      today: Period(id: today, in: .calendar)?.start ?? Day(number: 0))
  }

  /// The table's rows as text, cells separated by ` | `, two blanks a level of depth.
  func rows(_ report: Report, _ options: ReportOptions = ReportOptions(), _ language: Language = .zh) throws -> [String]
  {
    try report.build(book, options).rows.map { row in
      let indent = String(repeating: "  ", count: row.depth)
      return indent + row.cells.map { text($0, language) }.joined(separator: " | ")
    }
  }

  private func text(_ cell: ReportTable.Cell, _ language: Language) -> String {
    let marks = cell.marks.map(\.rawValue).joined(separator: ",")
    return value(cell.value, language) + (marks.isEmpty ? "" : "[\(marks)]")
  }

  private func value(_ value: ReportTable.Value, _ language: Language) -> String {
    switch value {
    case .none: "—"
    case .notReported: "未填报"
    case .text(let text): text[language]
    case .name(let name): name
    case .money(let number, _), .count(let number), .days(let number), .plain(let number): "\(number)"
    case .percent(let number, let parts):
      "\(number.rounded(digits: 1))%" + (parts.map { "=\($0.numerator)/\($0.denominator)" } ?? "")
    case .period(let period): period.id(in: book.context.fiscal)
    case .place(let range): "\(book.source(of: range).path):\(line(range))"
    }
  }

  private func line(_ range: SourceRange) -> Int {
    LineIndex(book.source(of: range).bytes.span).line(at: Int(range.start)) + 1
  }
}
