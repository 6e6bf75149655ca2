import PlanModel
import PlanSource
import PlanSyntax

/// A small book put together by hand: who, which plans, which numbers.
struct CellBook {
  var nodes: [Organization.Node] = []
  var facts: [Fact] = []
  var dimensions = DimensionTable()
  var declaredValues: [Axis: [String]] = [:]
  var plans: [PlanCoverage.Plan] = []
  var buffers: [PlanBuffer] = []
  var fiscal = FiscalYear.calendar
  var calendar = WorkCalendar.china
  var metrics = MetricRegistry.builtIn()
  private var ends: [UInt32: Int] = [:]

  init() {}

  /// The tree in preorder, one node a word, two blanks a level: `+` before a person, `*` before a lead, `?` before an open position.
  init(_ tree: String) {
    var path: [OwnerID] = []
    for line in tree.split(separator: "\n") where !line.allSatisfy({ $0 == " " }) {
      let depth = line.prefix { $0 == " " }.count / 2
      var name = line.drop { $0 == " " }
      let mark = name.first
      if let mark, "+*?".contains(mark) { name = name.dropFirst() }
      path.removeSubrange(min(depth, path.count)...)
      var node = Organization.Node(
        name: String(name), kind: mark.map { "+*?".contains($0) } == true ? .person : .unit, parent: path.last)
      node.isLead = mark == "*"
      node.isOpen = mark == "?"
      nodes.append(node)
      path.append(OwnerID(nodes.count - 1))
    }
  }

  func owner(_ name: String) -> OwnerID { OwnerID(nodes.firstIndex { $0.name == name } ?? -1) }

  func metric(_ id: String) -> MetricID { metrics.metric(id: id) ?? MetricID(-1) }

  func period(_ id: String) -> Period { Period(id: id, in: fiscal)! }

  /// File `file` is the owner's plan for a period.
  mutating func plan(_ file: Int, _ owner: String, _ id: String, isStrategy: Bool = false) {
    plans.append(
      PlanCoverage.Plan(file: FileID(file), owner: self.owner(owner), period: period(id), isStrategy: isStrategy))
  }

  /// A number in base units; files must come in ascending order.
  @discardableResult
  mutating func state(
    _ owner: String, _ metric: String = "bookings", _ id: String, _ value: Int, file: Int = 0,
    _ dimensions: [DimensionValue] = [], layer: Layer = .target, tier: Tier = .target,
    currency: Currency = .cny, change: (inout Fact) -> Void = { _ in }
  ) -> Int {
    let start = (ends[UInt32(file)] ?? 0) + 10
    ends[UInt32(file)] = start
    let isMoney = metrics[self.metric(metric)].unit == .money
    var fact = Fact(
      range: SourceRange(file: FileID(file), start: start, end: start + 5), owner: self.owner(owner),
      metric: self.metric(metric), period: .known(period(id)), dimensions: self.dimensions.intern(dimensions),
      layer: layer, tier: tier, value: ExactDecimal(value), unit: isMoney ? .money(currency) : .count)
    change(&fact)
    facts.append(fact)
    return facts.count - 1
  }

  func address(
    _ owner: String, _ metric: String = "bookings", _ id: String, _ dimensions: [DimensionValue] = [],
    layer: Layer = .target, currency: Currency = .cny
  ) -> CellAddress {
    let isMoney = metrics[self.metric(metric)].unit == .money
    return CellAddress(
      owner: self.owner(owner), metric: self.metric(metric), period: period(id),
      dimensions: self.dimensions.find(dimensions) ?? .none, layer: layer, unit: isMoney ? .money(currency) : .plain)
  }

  var organization: Organization { Organization(preorder: nodes) }

  func resolver() -> CellResolver {
    let coverage = PlanCoverage(plans)
    let store = FactStore(
      facts: facts, owners: organization, metrics: metrics, dimensions: dimensions, declaredValues: declaredValues,
      fiscal: fiscal, calendar: calendar, plans: coverage)
    return CellResolver(
      store: store, organization: organization, metrics: metrics, plans: coverage, buffers: buffers)
  }
}

extension DimensionValue {
  static func industry(_ name: String) -> DimensionValue { DimensionValue(.industry, name) }
  static func region(_ name: String) -> DimensionValue { DimensionValue(.region, name) }
  static func customer(_ name: String) -> DimensionValue { DimensionValue(.customer, name) }
}

extension ExactDecimal: ExpressibleByIntegerLiteral {
  package init(integerLiteral value: Int) { self.init(value) }
}
