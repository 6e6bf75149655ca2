import PlanModel
import PlanSource
import PlanSyntax

/// Numbers that look random and are the same on every machine (SplitMix64).
struct Seeded: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: Int) { state = UInt64(truncatingIfNeeded: seed) }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }

  mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &self) < percent }

  mutating func pick<Element>(_ options: [Element]) -> Element {
    options[Int.random(in: 0..<options.count, using: &self)]
  }
}

/// A small book of random people, plans and numbers around one quarter.
struct RandomBook {
  private(set) var book: CellBook
  private var random: Seeded
  private var file = 0

  private static let trees = [
    "U\n  +A\n  +B\n  +C",
    "U\n  *L\n  +A\n  ?O\n  +B",
    "U\n  V\n    +A\n    +B\n  W\n    *L\n    +C\n  +D",
    "U\n  V\n    X\n      +A\n    +B\n  +C",
    "+A",
    "U\n  V\n    ?O\n  +A\n  +B\n  +C",
  ]
  private static let periods = [
    "2026", "2026-H1", "2026-Q1", "2026-Q2", "2026-01", "2026-02", "2026-03", "2026-04", "2026-05", "2026-06",
  ]
  private static let fine = [
    "2026-03-上", "2026-03-中", "2026-03-下", "2026-W10", "2026-W11", "2026-W12", "2026-W13", "2026-W14", "2026-W09",
    "2026-02-中", "2026-W08",
  ]

  init(seed: Int) {
    random = Seeded(seed)
    book = CellBook(random.pick(Self.trees))
    if random.chance(20) { book.calendar = .weekdays }
    for index in book.nodes.indices where book.nodes[index].kind == .person {
      if random.chance(15) { book.nodes[index].from = Day(year: 2026, month: 2, day: 10) }
      if random.chance(10) { book.nodes[index].until = Day(year: 2026, month: 3, day: 31) }
    }
    for index in book.nodes.indices where book.nodes[index].kind == .unit && random.chance(30) {
      book.nodes[index].buffer = ExactDecimal(random.pick([5, 10]))
    }
    if random.chance(30) { book.declaredValues = [.industry: ["医疗", "教育"]] }
    let metric = random.pick(["bookings", "bookings", "visits", "receivables", "customers", "bid-win-rate", "expense"])
    let layer = random.pick([Layer.target, .target, .target, .forecast, .actual])
    fill(metric, layer)
    if layer == .actual, random.chance(60) { fill(metric, .target) }
    addBuffers()
  }

  private mutating func fill(_ metric: String, _ layer: Layer) {
    // Values that repeat make sums that agree; a level that is always stated makes complete ones.
    let usual = random.pick([10, 30, 60])
    let levels = (0..<3).map { _ in random.pick([5, 50, 95]) }
    let cross = random.pick([0, 0, 5, 30])
    for node in book.nodes where random.chance(85) {
      file += 1
      if random.chance(80) { book.plan(file, node.name, random.pick(Self.periods)) }
      for id in Self.periods + Self.fine {
        let period = book.period(id)
        let level = period.level <= .quarter ? 0 : period.level == .month ? 1 : 2
        let count = period.level == .year ? 12 : period.level == .half ? 6 : period.level == .quarter ? 3 : 1
        if random.chance(levels[level]) { state(node.name, metric, id, usual * count, layer) }
        if random.chance(cross) { state(node.name, metric, id, usual, layer, dimensions()) }
      }
      if random.chance(levels[2] / 2) {
        for day in 1...31 where random.chance(90) {
          state(node.name, metric, "2026-03-\(day < 10 ? "0" : "")\(day)", usual / 10, layer)
        }
      }
    }
  }

  private mutating func dimensions() -> [DimensionValue] {
    var values: [DimensionValue] = []
    if random.chance(80) { values.append(.industry(random.pick(["医疗", "教育", "政务"]))) }
    if values.isEmpty || random.chance(25) { values.append(.region(random.pick(["上海", "江苏"]))) }
    return values
  }

  private mutating func state(
    _ owner: String, _ metric: String, _ id: String, _ value: Int, _ layer: Layer, _ dimensions: [DimensionValue] = []
  ) {
    let value = random.chance(10) ? value + random.pick([-5, 5, 1]) : value
    let currency = random.chance(2) ? Currency.usd : .cny
    let period = book.period(id)
    let toDate = layer == .actual && random.chance(20)
    let day = random.chance(20) ? nil : period.start.advanced(by: random.pick([0, 5, 27, 30, 31, 58]))
    let form = random.chance(2) ? FactForm.range : .amount
    let isEntry = !dimensions.isEmpty && random.chance(30)
    let carrier = random.chance(10) ? Carrier.prose : .table
    let isTier = random.chance(3)
    book.state(owner, metric, id, value, file: file, dimensions, layer: layer, currency: currency) {
      $0.form = form
      $0.carrier = carrier
      if isTier { $0.tier = .stretch }
      if isEntry { $0.standing = .entry }
      if toDate {
        $0.isToDate = true
        $0.extras = Fact.Extras(toDate: day)
      }
    }
    // Said twice, and sometimes otherwise.
    guard random.chance(6) else { return }
    let again = random.chance(50) ? value : value + 7
    file += random.pick([0, 1])
    if random.chance(40) { book.plan(file, owner, id) }
    book.state(owner, metric, id, again, file: file, dimensions, layer: layer, currency: currency) {
      $0.standing = isEntry ? .entry : .statement
    }
  }

  private mutating func addBuffers() {
    for node in book.nodes where random.chance(15) {
      book.buffers.append(
        PlanBuffer(
          owner: book.owner(node.name), period: book.period(random.pick(["2026", "2026-Q1", "2026-03"])),
          percent: ExactDecimal(random.pick([10, 8]))))
    }
  }
}
