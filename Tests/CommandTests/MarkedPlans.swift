import Foundation

/// Plans that went through Word and pandoc, with the numbers that a careful reader marked in them by hand.
///
/// A mark says line, text, carrier, layer, metric, period, value and unit of one number. `also` lists readings that are as
/// good where the design leaves it open (`*` for any value); `optional` marks count neither way.
enum MarkedPlans {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "MarkedPlans")

  /// Names without ending, in order.
  static let names: [String] = {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { $0.hasSuffix(".marks.ndjson") }.map { String($0.dropLast(".marks.ndjson".count)) }.sorted()
  }()

  static func marks(of name: String) throws -> [JSONValue] {
    try objects(Data(contentsOf: folder.appending(path: name + ".marks.ndjson")))
  }

  /// What the program reads in a plan that stands alone.
  static func facts(of name: String) throws -> [JSONValue] {
    let run = try Program("plancompile", ["facts", "--format", "ndjson", name + ".md"], in: folder, seconds: 60)
    guard run.status == 0 else { throw Failure.status(run.status, run.complaints) }
    return try objects(run.bytes)
  }

  enum Failure: Error { case status(Int32, String) }

  private static func objects(_ lines: Data) throws -> [JSONValue] {
    try lines.split(separator: UInt8(ascii: "\n")).map { try JSONValue(Data($0)) }
  }
}

extension JSONValue {
  /// One of the readings of a mark.
  fileprivate func overridden(by other: JSONValue) -> JSONValue {
    guard case .object(let mine) = self, case .object(let theirs) = other else { return self }
    return .object(mine.merging(theirs) { $1 })
  }

  /// All readings of a mark that are right.
  var readings: [JSONValue] { [self] + (self["also"]?.items ?? []).map { overridden(by: $0) } }

  var isOptional: Bool { self["optional"] == .bool(true) }

  var line: Int? { if case .number(let line) = self["line"] { Int(line) } else { nil } }

  /// The value of a field, or its id where it is an object.
  func id(of field: String) -> JSONValue {
    let value = self[field] ?? .null
    if case .object = value { return value["id"] ?? .null }
    return value
  }
}

/// A mark beside a fact.
struct MarkedPair {
  static let fields = ["value", "unit", "layer", "metric", "period"]

  /// Fields in which the fact differs from the reading of the mark that fits it best.
  static func differences(_ mark: JSONValue, _ fact: JSONValue) -> [String] {
    mark.readings.map { reading in fields.filter { !agrees(reading, fact, in: $0) } }.min { $0.count < $1.count }
      ?? fields
  }

  /// Whether a fact of the same line may be the one that is marked.
  static func isSimilar(_ mark: JSONValue, _ fact: JSONValue) -> Bool {
    bare(mark["text"]?.text) == bare(fact["text"]?.text)
      || mark.readings.contains { agrees($0, fact, in: "value") }
  }

  private static func agrees(_ reading: JSONValue, _ fact: JSONValue, in field: String) -> Bool {
    let wanted = reading.id(of: field)
    if wanted.text == "*" { return true }
    let found = fact.id(of: field)
    switch field {
    case "value":
      guard let left = wanted.text.flatMap({ Decimal(string: $0) }),
        let right = found.text.flatMap({ Decimal(string: $0) })
      else { return false }
      return left == right
    case "unit": return wanted == .null || wanted.text?.lowercased() == found.text?.lowercased()
    default: return wanted == found
    }
  }

  /// Markup, widths, blanks and comparators left out.
  private static func bare(_ text: String?) -> String {
    var bare = (text ?? "").precomposedStringWithCompatibilityMapping.lowercased()
    bare.removeAll { #"\*_`"#.contains($0) || $0.isWhitespace }
    for name in [("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")] { bare = bare.replacing(name.0, with: name.1) }
    while let first = bare.first, "<>=≥≤~≈约".contains(first) { bare.removeFirst() }
    while bare.last == "+" { bare.removeLast() }
    return bare
  }
}
