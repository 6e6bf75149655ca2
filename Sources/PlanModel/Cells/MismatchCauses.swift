import PlanSyntax

extension CellResolver {
  /// One finding a cause (§6.4), in the order of the candidates.
  package func oneForEachCause(_ candidates: [MismatchCandidate]) -> [Mismatch] {
    var traced = candidates.map { Traced(candidate: $0, trace: trace($0)) }
    traced.removeAll { isOfConflict($0) }
    let places = Dictionary(grouping: traced.indices) { traced[$0].candidate.spot }
    var arising: [Traced] = []
    var silent: [Traced] = []
    for it in traced {
      if isExplainedBelow(it, by: places, traced) { silent.append(it) } else { arising.append(it) }
    }
    var groups = groups(of: arising)
    var groupAt: [Spot: Int] = [:]
    for (place, group) in groups.enumerated() {
      groups[place] = group.sorted { isTold(arising[$0], before: arising[$1]) }
      for index in group { groupAt[arising[index].candidate.spot] = place }
    }
    var explained = [[Traced]](repeating: [], count: groups.count)
    for it in silent {
      // Sums that nobody stated are no place to point at.
      guard case .declared = it.candidate.whole else { continue }
      if let place = it.trace.spots.lazy.compactMap({ groupAt[$0] }).first { explained[place].append(it) }
    }
    return groups.enumerated().compactMap { place, group in
      guard let first = group.first else { return nil }
      var told = mismatch(arising[first].candidate)
      told.related = (group.dropFirst().sorted().map { arising[$0] } + explained[place]).map { mismatch($0.candidate) }
      return told
    }
  }

  private func mismatch(_ candidate: MismatchCandidate) -> Mismatch {
    var axis = candidate.axis
    if case .time(let level) = axis,
      let partition = store.periods.partitions(of: candidate.spot.period).first(where: { $0.level == level })
    {
      axis = .time(shownLevel(candidate.spot, partition))
    }
    return Mismatch(
      address: address(candidate.spot), whole: candidate.whole, buffer: candidate.buffer, expected: candidate.expected,
      decomposition: decomposition(candidate.spot, axis), difference: candidate.difference)
  }

  /// What the sums of a candidate stand on.
  private struct Trace {
    /// Facts at the bottom of the sums.
    var facts: [Int] = []
    /// Cells on the way down, the bottom among them.
    var spots: [Spot] = []
    /// Cells at the bottom.
    var bottoms: [Spot] = []
  }

  private struct Traced {
    let candidate: MismatchCandidate
    let trace: Trace
  }

  private func trace(_ candidate: MismatchCandidate) -> Trace {
    var trace = Trace()
    follow(candidate.spot, candidate.axis, into: &trace)
    if case .decomposed(let axis, _) = candidate.whole { follow(candidate.spot, axis, into: &trace) }
    return trace
  }

  private func follow(_ spot: Spot, _ axis: DecompositionAxis, into trace: inout Trace) {
    var open = [(spot, axis)]
    while let (spot, axis) = open.popLast() {
      for child in decomposition(spot, axis).children {
        guard let below = self.spot(child.address), below != spot || !child.facts.isEmpty else { continue }
        if below != spot { trace.spots.append(below) }
        if !child.facts.isEmpty {
          trace.facts += child.facts
          trace.bottoms.append(below)
        } else if case .decomposed(let next) = child.way {
          open.append((below, next))
        }
      }
    }
  }

  /// §6.4.1.
  private func isOfConflict(_ traced: Traced) -> Bool {
    let candidate = traced.candidate
    for spot in traced.trace.bottoms {
      guard let (value, others) = alternatives(spot) else { continue }
      for other in others {
        if let change = other.subtracting(value), candidate.difference.adding(change)?.isZero == true { return true }
      }
    }
    guard case .declared = candidate.whole, let (_, others) = alternatives(candidate.spot) else { return false }
    return others.contains { Self.raised($0, by: candidate.buffer) == candidate.sum }
  }

  /// The value in force of a disputed cell, and the others.
  private func alternatives(_ spot: Spot) -> (ExactDecimal, [ExactDecimal])? {
    let cell = find(spot)
    guard cell >= 0, store.flags[cell].contains(.disputed) else { return nil }
    let others = differing(from: Int(store.inForce[cell]), among: statements(of: cell))
    return (store.values[cell], others.map { store.facts[$0].value })
  }

  /// Statements of a cell that can be summed, in path order.
  func statements(of cell: Int) -> [Int] {
    store.facts(of: cell).map { Int($0) }.filter {
      store.facts[$0].standing == .statement && store.facts[$0].form == .amount
    }
  }

  /// §6.4.2.
  private func isExplainedBelow(_ traced: Traced, by places: [Spot: [Int]], _ all: [Traced]) -> Bool {
    guard case .declared = traced.candidate.whole else {
      return traced.trace.spots.contains { $0 != traced.candidate.spot && places[$0] != nil }
    }
    var below: [[ExactDecimal]] = []
    var seen: Set<Spot> = []
    for spot in traced.trace.bottoms where spot != traced.candidate.spot && seen.insert(spot).inserted {
      guard let found = places[spot] else { continue }
      below.append(found.map { all[$0].candidate.difference })
    }
    guard let wanted = traced.candidate.difference.negated, !below.isEmpty else { return false }
    return Self.isSum(wanted, ofSome: below)
  }

  /// Whether one number of each of some of the lists gives the sum. Of many lists only single ones and all together are tried.
  private static func isSum(_ wanted: ExactDecimal, ofSome lists: [[ExactDecimal]]) -> Bool {
    if lists.contains(where: { $0.contains(wanted) }) { return true }
    guard lists.count <= 10 else {
      var total: ExactDecimal? = .zero
      for list in lists { total = total?.adding(list[0]) }
      return total == wanted
    }
    var sums: Set<ExactDecimal> = []
    for list in lists {
      var next = sums
      for number in list {
        next.insert(number)
        for sum in sums { if let more = sum.adding(number) { next.insert(more) } }
      }
      if next.contains(wanted) { return true }
      guard next.count < 4096 else { return false }
      sums = next
    }
    return false
  }

  private struct Shared: Hashable {
    enum Place: Hashable {
      case fact(Int)
      case cell(Spot)
    }
    let difference: ExactDecimal
    let place: Place
  }

  /// §6.4.3: candidates with the same difference that share a fact at the bottom, or the parent.
  private func groups(of arising: [Traced]) -> [[Int]] {
    var leader = Array(arising.indices)
    func find(_ index: Int) -> Int {
      var root = index
      while leader[root] != root { root = leader[root] }
      var next = index
      while leader[next] != root { (leader[next], next) = (root, leader[next]) }
      return root
    }
    var firstWith: [Shared: Int] = [:]
    for (index, traced) in arising.enumerated() {
      let places = traced.trace.facts.map { Shared.Place.fact($0) } + [.cell(traced.candidate.spot)]
      for place in places {
        let key = Shared(difference: traced.candidate.difference, place: place)
        guard let other = firstWith[key] else {
          firstWith[key] = index
          continue
        }
        let (left, right) = (find(other), find(index))
        leader[max(left, right)] = min(left, right)
      }
    }
    var groups: [[Int]] = []
    var placeOf: [Int: Int] = [:]
    for index in arising.indices {
      let root = find(index)
      if let place = placeOf[root] {
        groups[place].append(index)
      } else {
        placeOf[root] = groups.count
        groups.append([index])
      }
    }
    return groups
  }

  private func isTold(_ lhs: Traced, before rhs: Traced) -> Bool { rank(lhs).lexicographicallyPrecedes(rank(rhs)) }

  private func rank(_ traced: Traced) -> [Int] {
    let spot = traced.candidate.spot
    let axis =
      switch traced.candidate.axis {
      case .time: 0
      case .organization: 1
      case .dimension: 2
      }
    let days = period(spot).start.distance(to: period(spot).end)
    let depth = spot.owner < organization.nodes.count ? organization.depth(of: OwnerID(spot.owner)) : -1
    return [isInOneFile(traced) ? 0 : 1, axis, days, -depth, spot.owner, spot.base, spot.period, spot.set]
  }

  /// Whether some file states the whole and every number at the bottom as they are in force.
  private func isInOneFile(_ traced: Traced) -> Bool {
    guard case .declared = traced.candidate.whole else { return false }
    var files = self.files(stating: traced.candidate.spot)
    for spot in traced.trace.bottoms {
      if files.isEmpty { return false }
      let here = self.files(stating: spot)
      files.removeAll { !here.contains($0) }
    }
    return !files.isEmpty
  }

  private func files(stating spot: Spot) -> [UInt32] {
    let cell = find(spot)
    guard cell >= 0, store.flags[cell].contains(.statement) else { return [] }
    return statements(of: cell).filter { store.facts[$0].value == store.values[cell] }
      .map { store.facts[$0].range.file.index }
  }
}
