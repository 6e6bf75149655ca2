package import PlanSource

/// The axes that a book tells facts apart by, and the values it declares.
package struct BookDimensions: Sendable {
  package struct Entry: Sendable {
    package let axis: Axis
    /// The key in `planbook.yml` and in reports.
    package let id: String
    package let names: LocalText
    /// Declared values in their order; where there are any, others are unknown.
    package var values: [String]
  }

  /// By the index of their axis.
  package private(set) var entries: [Entry]

  package init() {
    entries = [
      Entry(axis: .region, id: "region", names: LocalText(zh: "区域", en: "region"), values: []),
      Entry(axis: .industry, id: "industry", names: LocalText(zh: "行业", en: "industry"), values: []),
      Entry(axis: .product, id: "product", names: LocalText(zh: "产品", en: "product"), values: []),
      Entry(axis: .customer, id: "customer", names: LocalText(zh: "客户", en: "customer"), values: []),
      Entry(axis: .customerClass, id: "customer-class", names: LocalText(zh: "客户类别", en: "customer class"), values: []),
    ]
  }

  package subscript(_ axis: Axis) -> Entry { entries[Int(axis.index)] }

  /// The axis of an id or name; case, width and blanks do not matter.
  package func axis(named name: String) -> Axis? {
    let folded = FoldedName(name)
    return entries.first { entry in
      [entry.id, entry.names.zh, entry.names.en].contains { FoldedName($0) == folded }
    }?.axis
  }

  /// The book's spelling of a value; `nil` when the axis declares values and this is none of them.
  package func value(_ text: String, on axis: Axis) -> String? {
    let values = self[axis].values
    if values.isEmpty { return text }
    let folded = FoldedName(text)
    return values.first { FoldedName($0) == folded }
  }

  /// Declares the values of an axis, adding the axis where the book makes it up; `nil` when there are too many axes.
  package mutating func declare(_ values: [String], of name: String) -> Axis? {
    if let axis = axis(named: name) {
      entries[Int(axis.index)].values = values
      return axis
    }
    guard let index = UInt8(exactly: entries.count) else { return nil }
    let axis = Axis(index: index)
    entries.append(Entry(axis: axis, id: name, names: LocalText(zh: name, en: name), values: values))
    return axis
  }
}
