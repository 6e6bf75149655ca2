import PlanModel
import PlanSource
import PlanSyntax

/// What is said about a target and what it was broken into.
struct MismatchWording {
  let mismatch: Mismatch
  let cells: BookCells

  /// Where the finding is shown: the target, or where nothing is declared the first number of the sum.
  var place: Int? {
    if case .declared(_, let fact) = mismatch.whole { return fact }
    return leaves.first?.facts.first
  }

  var isShort: Bool { mismatch.difference.isNegative }

  // MARK: The headline

  func headline(at fact: Int) -> LocalText {
    let parts = parts
    let whole = whole
    let sum = amount(mismatch.sum)
    let gap = amount(mismatch.difference.magnitude)
    let title = cells.title(mismatch.address, at: fact)
    return LocalText(
      zh: "\(title.zh)：\(parts.zh) \(sum.zh)，\(whole.zh)，\(isShort ? "少" : "多") \(gap.zh)\(missing.zh)",
      en: "\(title.en): \(parts.en) \(sum.en), \(whole.en): \(gap.en) \(isShort ? "short" : "too much")\(missing.en)")
  }

  /// `三个月合计`, `the 3 months add up to`.
  private var parts: LocalText {
    let count = mismatch.decomposition.children.count
    switch mismatch.decomposition.axis {
    case .time(let level):
      if isStock, let last = mismatch.decomposition.children.last {
        let name = cells.wording.short(last.address.period)
        return LocalText(zh: "期末（\(name.zh)）是", en: "at the end (\(name.en)) it is")
      }
      let name = PeriodWording.count(count, level)
      return LocalText(zh: "\(name.zh)合计", en: "the \(name.en) add up to")
    case .organization:
      if count == 1, let only = mismatch.decomposition.children.first {
        let name = cells.name(only.address.owner)
        return LocalText(zh: name.zh, en: "\(name.en) has")
      }
      let units = mismatch.decomposition.children.filter { cells.isUnit($0.address.owner) }
      let (zh, en) =
        units.count == count ? ("个单位", "units") : units.isEmpty ? ("名成员", "people") : ("个下级", "children")
      return LocalText(zh: "\(count) \(zh)合计", en: "its \(count) \(en) add up to")
    case .dimension(let axis):
      let name = cells.context.book.settings.dimensions[axis].names
      return LocalText(zh: "各\(name.zh)合计", en: "by \(name.en) it adds up to")
    }
  }

  /// `季度目标 500 万元`, with the buffer where there is one.
  private var whole: LocalText {
    switch mismatch.whole {
    case .declared(let value, _):
      let amount = amount(value)
      let name = PeriodWording.name(mismatch.address.period.level)
      guard !mismatch.buffer.isZero else {
        return LocalText(zh: "\(name.zh)目标 \(amount.zh)", en: "the \(name.en)'s target is \(amount.en)")
      }
      let raised = self.amount(mismatch.expected)
      return LocalText(
        zh: "\(name.zh)目标 \(amount.zh)，加上浮 \(mismatch.buffer)% 应为 \(raised.zh)",
        en: "the \(name.en)'s target of \(amount.en) with its buffer of \(mismatch.buffer)% is \(raised.en)")
    case .decomposed(let axis, let sum):
      let amount = amount(sum)
      let name = axisName(axis)
      return LocalText(zh: "\(name.zh)合计 \(amount.zh)", en: "\(name.en) \(amount.en)")
    }
  }

  /// Who has stated nothing, or not everything, although the others have.
  private var missing: LocalText {
    var names: [String] = []
    for missing in mismatch.decomposition.missing where missing.address.owner != mismatch.address.owner {
      let name = cells.name(missing.address.owner).zh
      if !names.contains(name) { names.append(name) }
    }
    guard !names.isEmpty else { return LocalText(zh: "", en: "") }
    let isInPart = mismatch.decomposition.missing.contains { $0.address.period != mismatch.address.period }
    return LocalText(
      zh: "；\(names.joined(separator: "、"))没有填\(isInPart ? "齐" : "报")",
      en: "; \(isInPart ? "not everything" : "nothing") is stated by \(names.joined(separator: ", "))")
  }

  /// The children fall short only because some of them have not planned the whole period yet: there is nothing to compare.
  var isTooEarly: Bool {
    isShort && mismatch.decomposition.axis == .organization
      && mismatch.decomposition.missing.contains { $0.address.period != mismatch.address.period }
  }

  private func axisName(_ axis: DecompositionAxis) -> LocalText {
    switch axis {
    case .organization: LocalText(zh: "按组织", en: "over the organization it is")
    case .time(let level):
      LocalText(zh: "按\(PeriodWording.name(level).zh)", en: "by \(PeriodWording.name(level).en) it is")
    case .dimension(let axis):
      LocalText(
        zh: "按\(cells.context.book.settings.dimensions[axis].names.zh)",
        en: "by \(cells.context.book.settings.dimensions[axis].names.en) it is")
    }
  }

  // MARK: Places

  var label: LocalText {
    let name = PeriodWording.name(mismatch.address.period.level)
    return LocalText(zh: "\(name.zh)目标", en: "\(name.en) target")
  }

  /// Every number in the sum, and the other mismatches with the same cause.
  var related: [Diagnostic.Related] {
    let facts = contributors.filter { $0 != place }.map { cells.fact($0) }
    let wording = ContributorWording(facts, cells.context, cells.book.dimensions, isAlwaysNamed: true)
    let others = mismatch.related.compactMap { other -> Diagnostic.Related? in
      guard case .declared(_, let fact) = other.whole, fact != place else { return nil }
      let title = cells.title(other.address, at: fact)
      return Diagnostic.Related(
        cells.fact(fact).range, LocalText(zh: "\(title.zh)也因此对不上", en: "\(title.en) does not agree for the same reason")
      )
    }
    return wording.related(facts) + others
  }

  /// Every number in the sum, by index in `FactStore.facts`.
  var contributors: [Int] { leaves.flatMap(\.facts) }

  /// The children that somebody stated, those of summed children in their place.
  private var leaves: [Decomposition.Child] {
    var found: [Decomposition.Child] = []
    var open = Array(mismatch.decomposition.children.reversed())
    while let child = open.popLast(), found.count < Self.mostPlaces {
      if !child.facts.isEmpty {
        found.append(child)
      } else if case .decomposed(let axis) = child.way, child.address != mismatch.address,
        let below = cells.resolver.decomposition(of: child.address, along: axis)
      {
        open += below.children.reversed()
      }
    }
    return found
  }

  private static let mostPlaces = 200

  // MARK: The remedy

  var help: LocalText {
    let gap = amount(mismatch.difference.magnitude)
    let verb = isShort ? LocalText(zh: "上调", en: "raise") : LocalText(zh: "下调", en: "lower")
    let children =
      switch mismatch.decomposition.axis {
      case .time(let level):
        LocalText(zh: "\(PeriodWording.name(level).zh)目标", en: "the \(PeriodWording.name(level).en) targets")
      case .organization: LocalText(zh: "下级目标", en: "the targets below")
      case .dimension(let axis):
        LocalText(
          zh: "各\(cells.context.book.settings.dimensions[axis].names.zh)的目标",
          en: "the targets by \(cells.context.book.settings.dimensions[axis].names.en)")
      }
    var zh = "把\(children.zh)\(verb.zh)共 \(gap.zh)"
    var en = "\(verb.en) \(children.en) by \(gap.en) in all"
    if case .declared = mismatch.whole, mismatch.buffer.isZero {
      let sum = amount(mismatch.sum)
      let name = PeriodWording.name(mismatch.address.period.level)
      zh += "，或把\(name.zh)目标改为 \(sum.zh)"
      en += ", or set the \(name.en)'s target to \(sum.en)"
    }
    return LocalText(zh: zh, en: en)
  }

  private var isStock: Bool { cells.registry[mismatch.address.metric].kind == .stock }

  private func amount(_ value: ExactDecimal) -> LocalText { cells.amount(value, of: mismatch.address) }
}
