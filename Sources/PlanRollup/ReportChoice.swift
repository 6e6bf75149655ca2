import PlanModel
import PlanSource
import PlanSyntax

/// What a report shows where the options leave it open.
struct ReportChoice {
  private let book: PlanBook
  private let options: ReportOptions
  /// The periods asked for, else the years that targets are stated for.
  let periods: [Period]
  /// The restriction asked for; `nil` when no plan names these values together.
  let dimensions: DimensionSet?

  init(_ book: PlanBook, _ options: ReportOptions) {
    self.book = book
    self.options = options
    dimensions = book.dimensions.find(options.dimensions)
    periods = options.periods.isEmpty ? Self.years(of: book) : options.periods
  }

  /// Years in which some target, forecast or actual lies, in calendar order.
  private static func years(of book: PlanBook) -> [Period] {
    var seen: Set<Period> = []
    var last: Period?
    for fact in book.store.facts {
      guard fact.layer != .baseline, let period = fact.period.known, period != last else { continue }
      last = period
      // A week belongs to the year that holds its Thursday.
      let day = period.level == .week ? period.start.advanced(by: 3) : period.start
      if let year = book.periodTree.period(of: .year, holding: day) { seen.insert(year) }
    }
    return seen.sorted(by: Period.inCalendarOrder)
  }

  /// The layers asked for; else all that are stated, or only targets.
  func layers(default all: Bool) -> [Layer] {
    if !options.layers.isEmpty { return options.layers }
    return all ? Layer.allCases.filter { !book.resolver.metrics(on: $0).isEmpty } : [.target]
  }

  func metrics(on layers: [Layer]) -> [MetricID] {
    if !options.metrics.isEmpty { return options.metrics }
    let tiers = options.tiers.isEmpty ? Tier.allCases : options.tiers
    return Set(layers.flatMap { layer in tiers.flatMap { book.resolver.metrics(on: layer, tier: $0) } }).sorted()
  }

  /// The units in which a metric is stated; one that is only computed has that of its registry.
  func units(of metric: MetricID, _ layer: Layer) -> [CellUnit] {
    let units = book.resolver.units(of: metric, layer: layer, tier: options.tiers.first ?? .target)
    if !units.isEmpty { return units }
    return [book.context.registry[metric].unit == .money ? .money(book.context.currency) : .plain]
  }

  /// Everybody below some owners (or below nobody in particular), parents first, with the depth in the tree shown.
  func owners(under owners: [OwnerID], depth: Int?) -> [(OwnerID, depth: Int)] {
    let organization = book.context.organization
    var found: [(OwnerID, depth: Int)] = []
    for root in owners.isEmpty ? organization.roots : owners {
      let level = organization.depth(of: root)
      for owner in [root] + organization.descendants(of: root) {
        let below = organization.depth(of: owner) - level
        if below < depth ?? Int.max { found.append((owner, below)) }
      }
    }
    return found
  }

  /// Units that people are directly in, besides their lead; where there are no people, units without sub-units.
  func teams(under owners: [OwnerID]) -> [OwnerID] {
    let organization = book.context.organization
    let all = self.owners(under: owners, depth: nil).map(\.0).filter { organization[$0].kind == .unit }
    let teams = all.filter { unit in
      organization.children(of: unit).contains { organization[$0].kind == .person && !organization[$0].isLead }
    }
    return teams.isEmpty ? all.filter { organization.children(of: $0).isEmpty } : teams
  }

  /// Parts of a level in a period; the period itself where it is of that level or shorter.
  func parts(of period: Period, by level: PeriodLevel) -> [Period] {
    if period.level == level { return [period] }
    guard period.level < level || period.level == .span else { return [] }
    return book.periodTree.parts(of: period, by: level)
  }

  /// What applies to every row.
  func notes() -> [LocalText] {
    var notes: [LocalText] = []
    let currencies = Set(
      book.resolver.metrics(on: .target).flatMap { metric in
        book.resolver.units(of: metric, layer: .target).compactMap { unit in
          if case .money(let currency) = unit { currency } else { nil }
        }
      })
    if currencies.count > 1 {
      let names = currencies.sorted().map(\.description)
      notes.append(
        LocalText(
          zh: "币种分列，不相加：\(names.joined(separator: "、"))",
          en: "currencies stand apart and are not added: \(names.joined(separator: ", "))"))
    }
    if options.layers.contains(.actual) || options.by.contains(.layer) {
      notes.append(LocalText(zh: "截至 \(book.today)", en: "as of \(book.today)"))
    }
    return notes
  }
}

extension PlanBook {
  var periodTree: PeriodTree { PeriodTree(context.fiscal) }
}
