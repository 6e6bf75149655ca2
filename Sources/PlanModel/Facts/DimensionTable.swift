/// Every dimension set of a book, each with at most one value an axis, in axis order.
///
/// Files are read in parallel with a table each; the book merges them in file order, so that ids do not depend on threads.
package struct DimensionTable: Sendable {
  /// Every value of some set, numbered as they are met.
  private var values: [DimensionValue] = []
  private var spellings = HashIndex()
  /// Numbers of values as Unicode compares text; empty as long as no two spellings can stand for one value.
  private var byMeaning: [DimensionValue: UInt32] = [:]
  /// Numbers of values, one run a set in axis order; the set without values has no run.
  private(set) var members: [UInt32] = []
  private var ends: [UInt32] = []
  private var sets = HashIndex()
  /// The set that is being looked for, kept for its memory.
  private var wanted: [UInt32] = []

  package init() {}

  package var count: Int { ends.count + 1 }

  package subscript(_ set: DimensionSet) -> [DimensionValue] { members[run(Int(set.index))].map { values[Int($0)] } }

  /// The set of these values; a later value of an axis replaces an earlier one.
  package mutating func intern(_ values: [DimensionValue]) -> DimensionSet {
    wanted.removeAll(keepingCapacity: true)
    for value in values.reversed() {
      let at = wanted.firstIndex { self.values[Int($0)].axis >= value.axis } ?? wanted.endIndex
      if at < wanted.endIndex, self.values[Int(wanted[at])].axis == value.axis { continue }
      wanted.insert(number(of: value), at: at)
    }
    return internWanted()
  }

  /// The set of exactly these values, one an axis, in any order; `nil` when the book never names it.
  package func find(_ values: [DimensionValue]) -> DimensionSet? {
    var numbers: [UInt32] = []
    for value in values.sorted(by: { $0.axis < $1.axis }) {
      guard let number = known(value, value.fingerprint) else { return nil }
      numbers.append(number)
    }
    return numbers.isEmpty ? DimensionSet.none : known(numbers, numbers.fingerprint)
  }

  /// The sets of `other` in this table, by their index there.
  package mutating func merge(_ other: DimensionTable) -> [DimensionSet] {
    let numbers = other.values.map { number(of: $0) }
    return (0..<other.count).map { set in
      wanted.removeAll(keepingCapacity: true)
      for member in other.members[other.run(set)] { wanted.append(numbers[Int(member)]) }
      return internWanted()
    }
  }

  /// The axis of every value, by its number. Values of one axis are numbered in the order of the sets that name them first.
  var axes: [Axis] { values.map(\.axis) }

  /// The number of a value; `nil` where no set has it.
  func knownNumber(of value: DimensionValue) -> UInt32? { known(value, value.fingerprint) }

  /// Where the numbers of a set's values stand in `members`.
  func run(_ set: Int) -> Range<Int> {
    set == 0 ? 0..<0 : (set == 1 ? 0 : Int(ends[set - 2]))..<Int(ends[set - 1])
  }

  private mutating func internWanted() -> DimensionSet {
    guard !wanted.isEmpty else { return .none }
    let hash = wanted.fingerprint
    if let known = known(wanted, hash) { return known }
    if ends.isEmpty { reserve() }
    members += wanted
    ends.append(UInt32(members.count))
    sets.append(hash)
    return DimensionSet(index: UInt32(ends.count))
  }

  /// Room for the sets of an ordinary file: growing from one by doubling costs more than looking them up.
  private mutating func reserve() {
    members.reserveCapacity(2 * HashIndex.few)
    ends.reserveCapacity(HashIndex.few)
    sets.reserve()
  }

  private func known(_ numbers: [UInt32], _ hash: UInt64) -> DimensionSet? {
    sets.find(hash) { members[run($0 + 1)].elementsEqual(numbers) }.map { DimensionSet(index: UInt32($0 + 1)) }
  }

  private mutating func number(of value: DimensionValue) -> UInt32 {
    let hash = value.fingerprint
    if let known = known(value, hash) { return known }
    let number = UInt32(values.count)
    if !byMeaning.isEmpty || !value.hasOneSpelling {
      if byMeaning.isEmpty { byMeaning = Dictionary(uniqueKeysWithValues: zip(values, 0...)) }
      if let known = byMeaning[value] { return known }
      byMeaning[value] = number
    }
    if values.isEmpty {
      values.reserveCapacity(HashIndex.few)
      spellings.reserve()
    }
    values.append(value)
    spellings.append(hash)
    return number
  }

  private func known(_ value: DimensionValue, _ hash: UInt64) -> UInt32? {
    if let number = spellings.find(hash, { values[$0] == value }) { return UInt32(number) }
    return byMeaning[value]
  }
}

extension DimensionValue {
  fileprivate var fingerprint: UInt64 {
    var hash = ByteHash()
    hash.add(UInt64(axis.index))
    hash.add(value)
    return hash.value
  }

  /// Whether no other bytes are equal as text: ASCII and CJK ideographs are never made of parts, and no part of others.
  fileprivate var hasOneSpelling: Bool {
    value.utf8.allSatisfy { $0 < 0xC0 || (0xE4...0xE9).contains($0) }
  }
}

extension [UInt32] {
  fileprivate var fingerprint: UInt64 {
    var hash = ByteHash()
    for number in self { hash.add(UInt64(number)) }
    return hash.value
  }
}
