package import PlanSource
package import PlanSyntax

/// Everything that rules and reports about a whole book need: its files in brief, and all facts.
package struct PlanBook: Sendable {
  package let context: BookContext
  /// By file id; `planbook.yml` is among them where the book has one.
  package let files: [FileSummary]
  package let store: FactStore
  /// Answers what any cell is worth.
  package let resolver: CellResolver
  package let coverage: PlanCoverage
  package let buffers: [PlanBuffer]
  package let dimensions: DimensionTable
  package let today: Day

  /// What is kept of a file once its tree is gone.
  package struct FileSummary: Sendable {
    package let source: SourceFile
    package let scope: PlanScope
    package let suppressions: [Suppression]
    package let isPlanLike: Bool
    /// 上浮 of the plan, in percent.
    package let buffer: ExactDecimal?

    package init(_ file: PlanFile) {
      source = file.source
      scope = file.scope
      suppressions = file.tree.suppressions
      isPlanLike = file.isPlanLike
      buffer = file.tree.frontMatter?.buffer?.value
    }

    /// A file that is no plan, such as `planbook.yml`.
    package init(other source: SourceFile) {
      self.source = source
      scope = PlanScope()
      suppressions = []
      isPlanLike = false
      buffer = nil
    }
  }

  /// Puts the files of a book together.
  ///
  /// - Parameter facts: All facts in file order, their dimension sets already those of `dimensions`.
  package init(
    context: BookContext, files: [FileSummary], facts: [Fact], dimensions: DimensionTable, today: Day,
    workers: any Workers = OneByOne()
  ) {
    self.context = context
    self.files = files
    self.dimensions = dimensions
    self.today = today
    coverage = PlanCoverage(
      files.filter(\.isPlanLike).map { file in
        PlanCoverage.Plan(
          file: file.source.id, owner: file.scope.owner?.value, period: file.scope.period?.value,
          isStrategy: file.scope.kind?.value == .strategy)
      })
    buffers = files.compactMap { file in
      guard let percent = file.buffer, let owner = file.scope.owner?.value, let period = file.scope.period?.value else {
        return nil
      }
      return PlanBuffer(owner: owner, period: period, percent: percent)
    }
    var declared: [Axis: [String]] = [:]
    for entry in context.settings.dimensions.entries where !entry.values.isEmpty { declared[entry.axis] = entry.values }
    store = FactStore(
      facts: facts, owners: context.organization, metrics: context.registry, dimensions: dimensions,
      declaredValues: declared, fiscal: context.fiscal, calendar: context.calendar, plans: coverage,
      workers: workers)
    resolver = CellResolver(
      store: store, organization: context.organization, metrics: context.registry, plans: coverage, buffers: buffers)
  }

  package func source(of range: SourceRange) -> SourceFile { files[Int(range.file.index)].source }

  /// The characters of a place.
  package func text(of range: SourceRange) -> String { source(of: range).text(range.bytes) }
}
