import PlanModel
import PlanSource

/// Tells which fixes of a file leave what it says as it is, by reading it with them.
struct SafetySieve {
  /// The fixes that were kept.
  private(set) var kept = EditScript()
  private let source: SourceFile
  private let lines: LineIndex
  private let context: BookContext
  private let meaning: PlanMeaning

  /// Bytes that may be read to tell fixes of one line apart; a small file is read more often than a large one.
  private static let mostBytes = 4_000_000
  private static let mostReadings = 64
  /// Times that the lines which read otherwise are taken out at once.
  private static let mostSweeps = 8

  init(_ source: SourceFile, _ lines: LineIndex, _ context: BookContext) {
    self.source = source
    self.lines = lines
    self.context = context
    meaning = PlanMeaning(FactReader.read(source, in: context))
  }

  /// Whether each of the fixes, which do not meet, is kept.
  mutating func keep(_ fixes: [Fix]) -> [Bool] {
    var isKept = [Bool](repeating: false, count: fixes.count)
    var left = Array(fixes.indices)
    var doubtful: [Int] = []
    for _ in 0..<Self.mostSweeps where !left.isEmpty {
      guard let changed = keep(whole: left.map { fixes[$0] }) else {
        for index in left { isKept[index] = true }
        left = []
        break
      }
      // What reads otherwise tells where the culprits are.
      let isCulprit = left.map { index in fixes[index].edits.contains { changed.contains(line(of: $0)) } }
      let culprits = zip(left, isCulprit).filter(\.1).map(\.0)
      guard !culprits.isEmpty else { break }
      doubtful += culprits
      left = zip(left, isCulprit).filter { !$0.1 }.map(\.0)
    }
    halve((doubtful + left).sorted(), fixes, &isKept)
    return isKept
  }

  /// Halves what is in doubt until those that change the meaning stand alone.
  private mutating func halve(_ doubtful: [Int], _ fixes: [Fix], _ isKept: inout [Bool]) {
    guard !doubtful.isEmpty else { return }
    var readings = min(Self.mostReadings, max(2, Self.mostBytes / max(1, source.bytes.count)))
    var groups = [doubtful[...]]
    while let group = groups.popLast(), readings > 0 {
      readings -= 1
      if keep(whole: group.map { fixes[$0] }) == nil {
        for index in group { isKept[index] = true }
      } else if group.count > 1 {
        let middle = group.startIndex + group.count / 2
        groups.append(group[middle...])
        groups.append(group[..<middle])
      }
    }
  }

  /// Keeps the fixes if the file still says the same with them; else answers the lines that say something else.
  private mutating func keep(whole fixes: [Fix]) -> Set<Int>? {
    var script = kept
    for fix in fixes { _ = script.add(fix) }
    let mended = SourceFile(id: source.id, path: source.path, bytes: script.applied(to: source.bytes))
    let changed = PlanMeaning(FactReader.read(mended, in: context))
    guard changed == meaning else {
      return meaning.lines(where: changed, differs: lines, original: script.origins(in: source.bytes).original)
    }
    kept = script
    return nil
  }

  private func line(of edit: Edit) -> Int { lines.line(at: Int(edit.range.start)) }
}
