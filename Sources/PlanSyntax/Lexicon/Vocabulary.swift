/// Gathers the words of a book for its `Lexicon`.
package struct Vocabulary {
  private(set) var words: [Word] = []
  private(set) var owners: [[Int32]] = []
  private(set) var dimensionValues: [DeclaredDimension] = []
  private(set) var table = WordTable()
  private(set) var metricIsMoney: [Bool] = []
  private var indices: [String: UInt32] = [:]

  /// The built-in words alone.
  package init() {
    BuiltInWords.read(wordsData.description) { category, name, word in
      self.add(word) { $0.take(category, name) }
    }
  }

  /// Adds a name of a metric.
  package mutating func addMetric(_ name: String, index: Int16, isMoney: Bool) {
    while metricIsMoney.count <= Int(index) { metricIsMoney.append(false) }
    metricIsMoney[Int(index)] = isMoney
    add(name) { $0.metric = $0.metric ?? index }
  }

  /// Adds a name or alias of a node of the organization.
  package mutating func addOwner(_ name: String, node: Int32) {
    let next = Int32(owners.count)
    var owner = next
    add(name) { word in
      owner = word.owner ?? next
      word.owner = owner
    }
    if owner == next { owners.append([]) }
    if !owners[Int(owner)].contains(node) { owners[Int(owner)].append(node) }
  }

  /// Adds a value that the book declares for an axis.
  package mutating func addDimensionValue(_ value: String, axis: UInt8) {
    let index = Int32(dimensionValues.count)
    dimensionValues.append(DeclaredDimension(axis: axis, value: value))
    add(value) { $0.dimensionValue = $0.dimensionValue ?? index }
  }

  private mutating func add(_ text: String, _ change: (inout Word) -> Void) {
    let key = text.lowercased()
    let index: UInt32
    if let known = indices[key] {
      index = known
    } else {
      index = UInt32(words.count)
      words.append(Word())
      indices[key] = index
      table.add(text, value: index)
    }
    change(&words[Int(index)])
  }
}

extension Word {
  /// Takes on a meaning of the word lists; an unknown category or name is a mistake in the data file, which a test finds.
  fileprivate mutating func take(_ category: String, _ name: String) {
    switch category {
    case "section": section = section ?? SectionKind(rawValue: name)
    case "attribute": attribute = attribute ?? Attribute(rawValue: name)
    case "header": header = header ?? AxisHeader(rawValue: name)
    case "layer": layer = layer ?? Layer.allCases.first { "\($0)" == name }
    case "tier": tier = tier ?? Tier.allCases.first { "\($0)" == name }
    case "derived": derived = derived ?? Derived(rawValue: name)
    case "kind": kind = kind ?? PlanKind(rawValue: name)
    case "status": state = state ?? ActionState(rawValue: name)
    case "weak": weak = weak ?? WeakWord(rawValue: name)
    case "cue": cue = cue ?? Cue(rawValue: name)
    case "class": customerClass = customerClass ?? CustomerClass(rawValue: name)
    default: break
    }
  }
}
