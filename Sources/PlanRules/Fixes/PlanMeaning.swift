import PlanModel
import PlanSource
import PlanSyntax

/// What a plan says, without the places where it says it.
struct PlanMeaning: Equatable {
  private let scope: Scope
  private let parts: [Part]
  /// Where each part stands; in no comparison.
  private let places: [Int]

  init(_ file: PlanFile) {
    scope = Scope(
      kind: file.scope.kind?.value, owner: file.scope.owner?.value, ownerName: file.scope.ownerName?.value,
      period: file.scope.period?.value, dimensions: file.scope.dimensions)
    let facts = file.facts.map { Part.fact(Statement($0, file.dimensions)) }
    let claims = file.assertions.map {
      Part.claim(Claim(kind: $0.kind, stated: $0.stated, metric: $0.metric, unit: $0.unit))
    }
    let tasks = file.actions.map { action in
      Part.task(
        Task(
          isDone: action.isDone, owners: action.owners.map { file.source.text($0.bytes) }, due: action.due?.period,
          start: action.start?.period, isCarriedOver: action.isCarriedOver))
    }
    parts = facts + claims + tasks
    places = (file.facts.map(\.range) + file.assertions.map(\.range) + file.actions.map(\.range)).map { Int($0.start) }
  }

  static func == (one: Self, other: Self) -> Bool { one.scope == other.scope && one.parts == other.parts }

  /// The lines that say something else in another state of the file, counted from 0.
  ///
  /// - Parameters:
  ///   - original: Where a byte of the other state stood in this one.
  func lines(where other: PlanMeaning, differs lines: LineIndex, original: (Int) -> Int) -> Set<Int> {
    var here: [Int: [Part]] = [:]
    for (part, place) in zip(parts, places) { here[lines.line(at: place), default: []].append(part) }
    var there: [Int: [Part]] = [:]
    for (part, place) in zip(other.parts, other.places) {
      there[lines.line(at: original(place)), default: []].append(part)
    }
    return Set(here.keys).union(there.keys).filter { here[$0] != there[$0] }
  }

  private enum Part: Equatable {
    case fact(Statement)
    case claim(Claim)
    case task(Task)
  }

  private struct Scope: Equatable {
    let kind: PlanKind?
    let owner: OwnerID?
    let ownerName: String?
    let period: Period?
    let dimensions: [DimensionValue]
  }

  private struct Statement: Equatable {
    let owner: OwnerID?
    let metric: MetricID?
    let period: FactPeriod
    let dimensions: [DimensionValue]
    let layer: Layer
    let tier: Tier
    let form: FactForm
    let standing: Standing
    let comparator: Comparator
    let isApproximate: Bool
    let isToDate: Bool
    let value: ExactDecimal
    let unit: FactUnit
    let names: [String?]
    let numbers: [ExactDecimal?]
    let every: PeriodLevel?
    let toDate: Day?

    init(_ fact: Fact, _ table: DimensionTable) {
      owner = fact.owner
      metric = fact.metric
      period = fact.period
      dimensions = table[fact.dimensions]
      layer = fact.layer
      tier = fact.tier
      form = fact.form
      standing = fact.standing
      comparator = fact.comparator
      isApproximate = fact.isApproximate
      isToDate = fact.isToDate
      value = fact.value
      unit = fact.unit
      names = [fact.extras?.ownerName, fact.extras?.metricName]
      numbers = [fact.extras?.upper, fact.extras?.probability]
      every = fact.extras?.every
      toDate = fact.extras?.toDate
    }
  }

  private struct Claim: Equatable {
    let kind: Assertion.Kind
    let stated: ExactDecimal
    let metric: MetricID?
    let unit: FactUnit
  }

  private struct Task: Equatable {
    let isDone: Bool?
    let owners: [String]
    let due: Period?
    let start: Period?
    let isCarriedOver: Bool
  }
}
