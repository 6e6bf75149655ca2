/// Sorts the records of one owner by key, those of one key in the order in which they came.
///
/// By runs of bits from the last to the first (radix sort), leaving out bits that are the same in all keys: keys differ in few, and
/// a sort that compares would look at each of them about ten times.
struct RecordSort {
  private var other: [FactStore.Record] = []
  private var counts: [Int] = []

  private static let fewest = 32
  /// A run of more bits would take longer to count than to sort.
  private static let mostBits = 11

  init() {}

  mutating func sort(_ records: inout [FactStore.Record], _ range: Range<Int>) {
    records.withUnsafeMutableBufferPointer { all in
      let records = UnsafeMutableBufferPointer(rebasing: all[range])
      if records.count <= Self.fewest { Self.insert(records) } else { distribute(records) }
    }
  }

  private mutating func distribute(_ records: UnsafeMutableBufferPointer<FactStore.Record>) {
    var varying: UInt64 = 0
    for record in records { varying |= record.key ^ records[0].key }
    if other.count < records.count { other = Array(repeating: FactStore.Record(key: 0, fact: 0), count: records.count) }
    other.withUnsafeMutableBufferPointer { other in
      var (from, to) = (records, UnsafeMutableBufferPointer(rebasing: other[..<records.count]))
      while varying != 0 {
        let shift = UInt64(varying.trailingZeroBitCount)
        let bits = varying >> shift & (1 << UInt64(Self.mostBits) - 1)
        let width = UInt64(64 - bits.leadingZeroBitCount)
        Self.distribute(from, to, shift: shift, mask: 1 << width - 1, &counts)
        (from, to) = (to, from)
        varying &= ~(bits << shift)
      }
      if from.baseAddress != records.baseAddress { _ = records.update(fromContentsOf: from) }
    }
  }

  private static func distribute(
    _ from: UnsafeMutableBufferPointer<FactStore.Record>, _ to: UnsafeMutableBufferPointer<FactStore.Record>,
    shift: UInt64, mask: UInt64, _ counts: inout [Int]
  ) {
    let values = Int(mask) + 1
    counts.removeAll(keepingCapacity: true)
    counts.append(contentsOf: repeatElement(0, count: values))
    counts.withUnsafeMutableBufferPointer { counts in
      for record in from { counts[Int(record.key >> shift & mask)] += 1 }
      var start = 0
      for value in 0..<values { (counts[value], start) = (start, start + counts[value]) }
      for record in from {
        let value = Int(record.key >> shift & mask)
        to[counts[value]] = record
        counts[value] += 1
      }
    }
  }

  private static func insert(_ records: UnsafeMutableBufferPointer<FactStore.Record>) {
    for index in records.indices.dropFirst() {
      let record = records[index]
      var place = index
      while place > 0, records[place - 1].key > record.key {
        records[place] = records[place - 1]
        place -= 1
      }
      records[place] = record
    }
  }
}
