import PlanModel
import PlanSource
import PlanSyntax

/// One figure for every combination of the axes asked for.
struct RollupByAxes {
  private let figures: ReportFigures
  private let options: ReportOptions
  private let choice: ReportChoice
  private let axes: [ReportOptions.By]

  /// A combination of some axes: the key cells so far and the cell they name.
  private struct Place {
    var keys: [ReportTable.Cell] = []
    var depth = 0
    var address: CellAddress
    /// Some value of a dimension is named by no plan together with the others.
    var isKnown = true
  }

  init(_ book: PlanBook, _ options: ReportOptions) {
    figures = ReportFigures(book: book)
    self.options = options
    choice = ReportChoice(book, options)
    var axes = options.by.isEmpty ? [.owner, .period(.quarter)] : options.by
    // What is not asked for and has more than one answer is a column nevertheless, never a sum of unlike things.
    let hasLayers = axes.contains(.layer)
    if !axes.contains(.metric), choice.metrics(on: choice.layers(default: hasLayers)).count != 1 {
      axes.insert(.metric, at: 0)
    }
    if !hasLayers, options.layers.count > 1 { axes.append(.layer) }
    if !axes.contains(.tier), options.tiers.count > 1 { axes.append(.tier) }
    self.axes = axes
  }

  func table() -> ReportTable {
    let layer = options.layers.first ?? .target
    let word = axes.contains(.layer) ? LocalText(zh: "数值", en: "value") : ReportWords.text(layer)
    var columns = implicitColumns + axes.map { column($0) }
    columns.append(.init("resolved", word, .measure))
    var table = ReportTable(id: "rollup", title: LocalText(zh: "目标汇总", en: "Totals"), columns: columns)
    table.rows = rows(of: places())
    table.notes = choice.notes()
    return table
  }

  private var hasOwner: Bool { axes.contains(.owner) || axes.contains(.team) }
  private var roots: [OwnerID] { options.owners.isEmpty ? figures.book.context.organization.roots : options.owners }
  private var showsOwner: Bool { !hasOwner && roots.count > 1 }
  private var showsPeriod: Bool {
    choice.periods.count > 1 && !axes.contains { if case .period = $0 { true } else { false } }
  }

  private var implicitColumns: [ReportTable.Column] {
    (showsOwner ? [column(.owner)] : []) + (showsPeriod ? [column(.period(.year))] : [])
  }

  private func places() -> [Place] {
    var places: [Place] = []
    guard let set = choice.dimensions else { return [] }
    for owner in hasOwner ? Array(roots.prefix(1)) : roots {
      for period in choice.periods {
        var keys: [ReportTable.Cell] = showsOwner ? [figures.name(owner)] : []
        if showsPeriod { keys.append(.init(.period(period))) }
        let address = CellAddress(
          owner: owner, metric: choice.metrics(on: choice.layers(default: false)).first ?? MetricID(0), period: period,
          dimensions: set, layer: options.layers.first ?? .target, tier: options.tiers.first ?? .target)
        places.append(Place(keys: keys, address: address))
      }
    }
    for axis in axes { places = places.flatMap { steps(axis, from: $0) } }
    return places
  }

  private func steps(_ axis: ReportOptions.By, from place: Place) -> [Place] {
    func step(_ key: ReportTable.Cell, depth: Int = 0, _ change: (inout CellAddress) -> Void) -> Place {
      var next = place
      next.keys.append(key)
      next.depth += depth
      change(&next.address)
      return next
    }
    switch axis {
    case .owner:
      return choice.owners(under: options.owners, depth: options.depth).map { owner, depth in
        step(figures.name(owner), depth: axes.first == .owner ? depth : 0) { $0.owner = owner }
      }
    case .team:
      return choice.teams(under: options.owners).map { team in step(figures.name(team)) { $0.owner = team } }
    case .period(let level):
      return choice.parts(of: place.address.period, by: level).map { part in
        step(.init(.period(part))) { $0.period = part }
      }
    case .metric:
      return choice.metrics(on: choice.layers(default: axes.contains(.layer))).map { metric in
        step(figures.name(metric)) { $0.metric = metric }
      }
    case .layer:
      return choice.layers(default: true).map { layer in
        step(.init(.text(ReportWords.text(layer)))) { $0.layer = layer }
      }
    case .tier:
      return (options.tiers.isEmpty ? Tier.allCases : options.tiers).map { tier in
        step(.init(.text(ReportWords.text(tier)))) { $0.tier = tier }
      }
    case .dimension(let axis):
      return ReportWords.values(on: axis, in: figures.book).compactMap { value in
        let here = figures.book.dimensions[place.address.dimensions]
        if let known = here.first(where: { $0.axis == axis }), known.value != value { return nil }
        let set = figures.book.dimensions.find(here.filter { $0.axis != axis } + [DimensionValue(axis, value)])
        var next = step(.init(.name(value))) { $0.dimensions = set ?? $0.dimensions }
        if set == nil { next.isKnown = false }
        return next
      }
    }
  }

  /// Rows in order; whoever has no figure anywhere in the report has no row.
  private func rows(of places: [Place]) -> [ReportTable.Row] {
    struct Subject: Hashable {
      let owner: OwnerID
      let metric: MetricID
      let layer: Layer
      let set: DimensionSet
    }
    var known: Set<Subject> = []
    var found: [(Subject, ReportTable.Row, isEmpty: Bool)] = []
    for place in places where place.isKnown {
      let address = place.address
      let subject = Subject(
        owner: address.owner, metric: address.metric, layer: address.layer, set: address.dimensions)
      var figures = choice.units(of: address.metric, address.layer).map { unit in
        var inUnit = address
        inUnit.unit = unit
        return self.figures.resolved(inUnit)
      }
      let stated = figures.filter { $0.value != .none }
      if stated.isEmpty { figures = Array(figures.prefix(1)) } else { figures = stated }
      if !stated.isEmpty { known.insert(subject) }
      for figure in figures {
        found.append(
          (subject, ReportTable.Row(depth: place.depth, cells: place.keys + [figure]), stated.isEmpty))
      }
    }
    return found.compactMap { subject, row, isEmpty in isEmpty && !known.contains(subject) ? nil : row }
  }

  private func column(_ axis: ReportOptions.By) -> ReportTable.Column {
    switch axis {
    case .owner: .init("owner", LocalText(zh: "负责人", en: "owner"), .key)
    case .team: .init("team", LocalText(zh: "团队", en: "team"), .key)
    case .period(let level):
      .init(level == .tenDay ? "ten-day" : ReportWords.text(level).en, ReportWords.text(level), .key)
    case .metric: .init("metric", LocalText(zh: "指标", en: "metric"), .key)
    case .layer: .init("layer", LocalText(zh: "层", en: "layer"), .key)
    case .tier: .init("tier", LocalText(zh: "档", en: "tier"), .key)
    case .dimension(let axis):
      .init(
        figures.book.context.settings.dimensions[axis].id, figures.book.context.settings.dimensions[axis].names, .key)
    }
  }
}
