import PlanSource
package import PlanSyntax

/// What reading one file needs to know of its book; shared by all files.
package final class BookContext: Sendable {
  package let settings: BookSettings
  package let organization: Organization
  package let registry: MetricRegistry
  package let lexicon: Lexicon
  package let reader: PlanReader
  package let calendar: WorkCalendar
  let folders: FolderClaims
  package let quantityReader = QuantityReader()
  package let periodReader = PeriodReader()
  /// Metrics that plans speak of without naming them.
  let bookings: MetricID?
  let customers: MetricID?
  let expense: MetricID?
  let headerMemories = MemoryPool { HeaderMemory() }

  /// - Parameter organization: Declared in the settings, or guessed from the folders.
  package init(settings: BookSettings, organization: Organization) {
    self.settings = settings
    self.organization = organization
    registry = settings.metrics
    calendar = settings.calendar
    bookings = registry.metric(id: "bookings")
    customers = registry.metric(id: "customers")
    expense = registry.metric(id: "expense")
    lexicon = Lexicon(Vocabulary(registry, organization, settings))
    reader = PlanReader(lexicon)
    folders = FolderClaims(organization)
  }

  package var fiscal: FiscalYear { settings.fiscalYear }
  package var currency: Currency { settings.currency }

  package func periods(in scope: Period?) -> PeriodContext {
    PeriodContext(
      fiscal: settings.fiscalYear, weekRule: settings.weekNumbering == .iso ? .iso : .firstMonday, scope: scope,
      knowsFiscalYear: settings.knowsFiscalYear)
  }

  /// The currency that `¥` and 元 stand for.
  package var yuanOrYen: Currency { settings.currency == .jpy ? .jpy : .cny }
}

extension Vocabulary {
  /// The built-in words with the metrics, names and declared values of a book.
  fileprivate init(_ registry: MetricRegistry, _ organization: Organization, _ settings: BookSettings) {
    self.init()
    for (word, metric) in registry.allNames() {
      addMetric(word, index: metric.index, isMoney: registry[metric].unit == .money)
    }
    for (index, node) in organization.nodes.enumerated() {
      addOwner(node.name, node: Int32(index))
      for alias in node.aliases { addOwner(alias, node: Int32(index)) }
    }
    for entry in settings.dimensions.entries {
      for value in entry.values { addDimensionValue(value, axis: entry.axis.index) }
    }
  }
}
