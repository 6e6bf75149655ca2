import PlanSource

/// The facts of the files that one thread reads, put down one file after the other.
///
/// They lie in few large pieces of memory, each of which goes back to the system as soon as its facts stand among all of the book.
package struct GatheredFacts: Sendable {
  private struct Piece {
    var facts: [Fact] = []
    /// How many facts each file has, in the order of the files.
    var files: [(file: FileID, count: Int)] = []
  }

  private var pieces: [Piece] = []
  private var dimensions = DimensionTable()
  /// By set of `dimensions`, the file that named it first.
  private var firstFiles = [FileID(0)]

  /// So many facts share a piece, unless one file has more.
  private static let pieceSize = 1 << 13

  package init() {}

  /// - Parameter file: It stands behind all before it in the book.
  package mutating func add(_ file: PlanFile) {
    guard !file.facts.isEmpty else { return }
    let isRoom = pieces.last.map { $0.facts.count + file.facts.count <= $0.facts.capacity } ?? false
    if !isRoom {
      pieces.append(Piece())
      pieces[pieces.count - 1].facts.reserveCapacity(max(Self.pieceSize, file.facts.count))
    }
    let last = pieces.count - 1
    let first = pieces[last].facts.count
    pieces[last].facts += file.facts
    pieces[last].files.append((file.id, file.facts.count))
    // Every table begins with the set of no restriction.
    guard file.dimensions.count > 1 else { return }
    let sets = dimensions.merge(file.dimensions)
    while firstFiles.count < dimensions.count { firstFiles.append(file.id) }
    pieces[last].facts.translate(first..<first + file.facts.count, by: sets)
  }

  /// All facts of a book in file order, and their dimension sets, numbered in the order in which the files name them.
  package static func together(_ gathered: consuming [GatheredFacts]) -> (facts: [Fact], dimensions: DimensionTable) {
    let (dimensions, sets) = commonSets(gathered)
    var facts: [Fact] = []
    facts.reserveCapacity(gathered.reduce(0) { $0 + $1.pieces.reduce(0) { $0 + $1.facts.count } })
    var rests = gathered.map { Rest(pieces: $0.pieces[...]) }
    gathered = []
    while let next = rests.indices.min(by: { rests[$0].nextFile < rests[$1].nextFile }), !rests[next].isEmpty {
      let first = facts.count
      rests[next].moveFile(to: &facts)
      facts.translate(first..<facts.count, by: sets[next])
    }
    return (facts, dimensions)
  }

  /// One table for all, and the sets of each in it.
  private static func commonSets(_ gathered: [GatheredFacts]) -> (DimensionTable, [[DimensionSet]]) {
    var common = DimensionTable()
    var sets = gathered.map { [DimensionSet](repeating: .none, count: $0.dimensions.count) }
    let named = gathered.indices.flatMap { one in
      (1..<max(1, sets[one].count)).map { (file: gathered[one].firstFiles[$0], one: one, set: $0) }
    }
    // No two threads read the same file.
    for name in named.sorted(by: { ($0.file.index, $0.set) < ($1.file.index, $1.set) }) {
      let values = gathered[name.one].dimensions[DimensionSet(index: UInt32(name.set))]
      sets[name.one][name.set] = common.intern(values)
    }
    return (common, sets)
  }

  /// What is still to be moved.
  private struct Rest {
    private var pieces: ArraySlice<Piece>
    private var moved = (files: 0, facts: 0)

    init(pieces: ArraySlice<Piece>) { self.pieces = pieces }

    var isEmpty: Bool { pieces.isEmpty }

    /// The index of the next file; larger than any where nothing is left.
    var nextFile: UInt32 { isEmpty ? .max : pieces[pieces.startIndex].files[moved.files].file.index }

    mutating func moveFile(to facts: inout [Fact]) {
      let piece = pieces.startIndex
      let end = moved.facts + pieces[piece].files[moved.files].count
      facts += pieces[piece].facts[moved.facts..<end]
      moved = (moved.files + 1, end)
      guard moved.files == pieces[piece].files.count else { return }
      pieces[piece] = Piece()
      pieces = pieces.dropFirst()
      moved = (0, 0)
    }
  }
}

extension [Fact] {
  fileprivate mutating func translate(_ range: Range<Int>, by sets: [DimensionSet]) {
    for index in range where self[index].dimensions != .none {
      self[index].dimensions = sets[Int(self[index].dimensions.index)]
    }
  }
}
