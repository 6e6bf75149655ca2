import Foundation

/// How many of the marked numbers were read, and how many of the numbers read are marked.
struct MarkedPlanScore {
  struct Count {
    var marks = 0
    /// Marks with a fact of the same value, unit, layer, metric and period.
    var full = 0
    var produced = 0
  }

  /// By carrier; facts on lines without a mark are `elsewhere`.
  private(set) var counts: [String: Count] = [:]
  /// Everything that is not as it was marked, in the order of the text.
  private(set) var differences: [String] = []

  init() throws {
    for name in MarkedPlans.names {
      add(name, try MarkedPlans.marks(of: name), try MarkedPlans.facts(of: name))
    }
  }

  var total: Count {
    counts.values.reduce(into: Count()) { total, count in
      total.marks += count.marks
      total.full += count.full
      total.produced += count.produced
    }
  }

  /// As the committed file has it.
  var text: String {
    var text = "| carrier | marks | read right | recall | produced | precision |\n|---|--:|--:|--:|--:|--:|\n"
    for (carrier, count) in counts.sorted(by: { $0.key < $1.key }) + [("total", total)] {
      text +=
        "| \(carrier) | \(count.marks) | \(count.full) | \(Self.share(count.full, count.marks)) | \(count.produced) | "
        + "\(Self.share(count.full, count.produced)) |\n"
    }
    text += "\n" + differences.map { $0 + "\n" }.joined()
    return text
  }

  private static func share(_ part: Int, _ whole: Int) -> String {
    guard whole > 0 else { return "—" }
    let tenths = (part * 2000 + whole) / (whole * 2)
    return "\(tenths / 10).\(tenths % 10) %"
  }

  private mutating func add(_ name: String, _ marks: [JSONValue], _ facts: [JSONValue]) {
    var pairing = Pairing(marks, facts)
    pairing.pair()
    var found: [(line: Int, text: String)] = []
    var carriers: [Int: String] = [:]
    for (index, mark) in marks.enumerated() {
      let carrier = mark["carrier"]?.text ?? ""
      let line = mark.line ?? 0
      if carriers[line] == nil { carriers[line] = carrier }
      if mark.isOptional { continue }
      counts[carrier, default: Count()].marks += 1
      guard let fact = pairing.factOfMark[index] else {
        found.append((line, "missing: " + Self.shown(mark)))
        continue
      }
      counts[carrier, default: Count()].produced += 1
      let wrong = MarkedPair.differences(mark, facts[fact])
      if wrong.isEmpty {
        counts[carrier, default: Count()].full += 1
      } else {
        let fields = wrong.joined(separator: ", ")
        found.append((line, "\(fields): " + Self.shown(mark) + " was read as " + Self.shown(facts[fact])))
      }
    }
    let paired = Set(pairing.factOfMark.values)
    for (index, fact) in facts.enumerated() where !paired.contains(index) {
      let line = fact.line ?? 0
      counts[carriers[line] ?? "elsewhere", default: Count()].produced += 1
      found.append((line, "not marked: " + Self.shown(fact)))
    }
    found.sort { $0.line < $1.line }
    differences += found.map { "- \(name):\($0.line) \($0.text)" }
  }

  private static func shown(_ number: JSONValue) -> String {
    let text = (number["text"]?.text ?? "").replacing("\n", with: " ")
    let fields = ["layer", "metric", "period", "value", "unit"].map { number.id(of: $0).text ?? "—" }
    return "`\(text)` " + fields.joined(separator: " ")
  }
}

/// Which fact belongs to which mark: as many full pairs as there can be, then the closest of what is left.
private struct Pairing {
  let marks: [JSONValue]
  let facts: [JSONValue]
  private(set) var factOfMark: [Int: Int] = [:]
  private var markOfFact: [Int: Int] = [:]
  private let candidates: [[Int]]

  init(_ marks: [JSONValue], _ facts: [JSONValue]) {
    self.marks = marks
    self.facts = facts
    candidates = marks.map { mark in
      facts.indices.filter { mark.line == facts[$0].line && MarkedPair.isSimilar(mark, facts[$0]) }
    }
  }

  mutating func pair() {
    let order = marks.indices.sorted { (marks[$0].isOptional ? 1 : 0, $0) < (marks[$1].isOptional ? 1 : 0, $1) }
    for mark in order {
      var seen: Set<Int> = []
      _ = place(mark, &seen)
    }
    for (fact, mark) in markOfFact { factOfMark[mark] = fact }
    var rest: [(mark: Int, fact: Int, cost: Int)] = []
    for mark in order where factOfMark[mark] == nil {
      for fact in candidates[mark] where markOfFact[fact] == nil { rest.append((mark, fact, cost(mark, fact))) }
    }
    for pair in rest.sorted(by: { ($0.cost, $0.mark, $0.fact) < ($1.cost, $1.mark, $1.fact) })
    where factOfMark[pair.mark] == nil && markOfFact[pair.fact] == nil {
      factOfMark[pair.mark] = pair.fact
      markOfFact[pair.fact] = pair.mark
    }
  }

  private func cost(_ mark: Int, _ fact: Int) -> Int {
    let far = abs((marks[mark].column ?? 0) - (facts[fact].column ?? 0))
    return MarkedPair.differences(marks[mark], facts[fact]).count * 10_000 + min(far, 9_999)
  }

  /// Finds the mark a fact of its own, moving others to another of theirs where that helps.
  private mutating func place(_ mark: Int, _ seen: inout Set<Int>) -> Bool {
    let full = candidates[mark].filter { MarkedPair.differences(marks[mark], facts[$0]).isEmpty }
    for fact in full.sorted(by: { (cost(mark, $0), $0) < (cost(mark, $1), $1) }) where seen.insert(fact).inserted {
      if let other = markOfFact[fact], !place(other, &seen) { continue }
      markOfFact[fact] = mark
      return true
    }
    return false
  }
}

extension JSONValue {
  fileprivate var column: Int? { if case .number(let column) = self["column"] { Int(column) } else { nil } }
}
