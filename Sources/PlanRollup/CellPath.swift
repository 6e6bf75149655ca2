package import PlanModel
import PlanSource
import PlanSyntax

/// A cell as people write it: `OWNER/METRIC/PERIOD[/LAYER][?dimension=value[&…]]`, `/` in names as `%2F`, spans as `start..end`.
///
/// The owner may be a path of several names.
package enum CellPath {
  /// - Returns: The cell in each unit it is stated in, at least one.
  package static func read(_ text: String, in book: PlanBook) throws(ReportProblem) -> [CellAddress] {
    let halves = text.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    var parts = halves[0].split(separator: "/", omittingEmptySubsequences: false).map { String($0) }
    var layer = Layer.target
    if parts.count > 3, let last = parts.last, Period(id: unescaped(last), in: book.context.fiscal) == nil {
      layer = try ReportWords.layer(unescaped(last))
      parts.removeLast()
    }
    guard parts.count >= 3 else { throw .malformedCell(text) }
    let period = try ReportWords.period(unescaped(parts[parts.count - 1]), in: book)
    let metric = try ReportWords.metric(unescaped(parts[parts.count - 2]), in: book)
    // The organization reads `%2F` itself.
    let owner = try ReportWords.owner(parts[..<(parts.count - 2)].joined(separator: "/"), in: book)
    let values = halves.count > 1 ? try dimensions(String(halves[1]), in: book) : []
    guard let set = book.dimensions.find(values) else {
      throw .unknownValue(values.map(\.value).joined(separator: ", "), axis: LocalText(zh: "维度", en: "dimension"))
    }
    let choice = ReportChoice(book, ReportOptions())
    return choice.units(of: metric, layer).map { unit in
      CellAddress(owner: owner, metric: metric, period: period, dimensions: set, layer: layer, unit: unit)
    }
  }

  /// The text that `read` reads back; the unit is not part of it.
  package static func text(_ address: CellAddress, in book: PlanBook) -> String {
    let organization = book.context.organization
    let owner =
      organization.nodes.indices.contains(Int(address.owner.index)) ? organization.path(of: address.owner) : "?"
    var text = "\(owner)/\(book.context.registry[address.metric].id)/\(address.period.id(in: book.context.fiscal))"
    if address.layer != .target { text += "/\(ReportWords.text(address.layer).en)" }
    for (index, value) in book.dimensions[address.dimensions].enumerated() {
      text += "\(index == 0 ? "?" : "&")\(book.context.settings.dimensions[value.axis].id)=\(escaped(value.value))"
    }
    return text
  }

  private static func dimensions(_ text: String, in book: PlanBook) throws(ReportProblem) -> [DimensionValue] {
    var values: [DimensionValue] = []
    for pair in text.split(separator: "&") {
      let sides = pair.split(separator: "=", maxSplits: 1)
      guard sides.count == 2 else { throw .malformedFilter(String(pair)) }
      guard case .dimension(let axis) = try ReportWords.axis(unescaped(String(sides[0])), in: book) else {
        throw .unknownAxis(String(sides[0]), nearest: nil)
      }
      values.append(DimensionValue(axis, try ReportWords.value(unescaped(String(sides[1])), on: axis, in: book)))
    }
    return values
  }

  private static let escapes: [(sign: Character, code: String)] = [
    ("%", "%25"), ("/", "%2F"), ("?", "%3F"), ("&", "%26"), ("=", "%3D"),
  ]

  private static func escaped(_ text: String) -> String {
    var result = ""
    for character in text { result += escapes.first { $0.sign == character }?.code ?? String(character) }
    return result
  }

  private static func unescaped(_ text: String) -> String {
    guard text.contains("%") else { return text }
    var result = ""
    var rest = Substring(text)
    while let first = rest.first {
      let code = rest.prefix(3).uppercased()
      if let escape = escapes.first(where: { $0.code == code }) {
        result.append(escape.sign)
        rest = rest.dropFirst(3)
      } else {
        result.append(first)
        rest = rest.dropFirst()
      }
    }
    return result
  }
}
