import PlanModel
import PlanSyntax

/// What rules ask of words, worked out once: a whole word is too much to look at for every token.
struct WordMarks: Sendable {
  struct Mark: OptionSet, Sendable {
    let rawValue: UInt16
    static let metric = Mark(rawValue: 1)
    /// The name of a section of targets.
    static let targets = Mark(rawValue: 2)
    /// A keyword whose value is no target: 依据, 责任人, 必要条件 …
    static let attributeLabel = Mark(rawValue: 4)
    static let vague = Mark(rawValue: 8)
    static let hedge = Mark(rawValue: 16)
    static let unchanged = Mark(rawValue: 32)
    /// Says in a header that numbers of a target stand below it.
    static let measures = Mark(rawValue: 64)
    /// Says in a header that what stands below it is no target.
    static let excludes = Mark(rawValue: 128)
    /// Narrows the targets that a heading speaks of.
    static let narrows = Mark(rawValue: 256)
  }

  private let marks: [Mark]

  init(_ lexicon: Lexicon) { marks = lexicon.words.map { Mark($0) } }

  /// The marks of a token; none unless it is a word.
  subscript(_ token: Token) -> Mark {
    guard case .word = token.kind else { return [] }
    return marks[Int(token.value)]
  }
}

extension WordMarks.Mark {
  fileprivate init(_ word: Word) {
    self = []
    let isOtherLayer = word.layer != nil && word.layer != .target
    let isAttribute = word.attribute != nil && word.layer == nil
    let isOtherSection = word.section != nil && word.section != .targets
    if word.metric != nil { formUnion([.metric, .measures, .narrows]) }
    if word.section == .targets { insert(.targets) }
    if word.metric == nil, isAttribute || isOtherSection { insert(.attributeLabel) }
    if word.weak == .vague { insert(.vague) }
    if word.weak == .hedge { insert(.hedge) }
    if word.cue == .unchanged { insert(.unchanged) }
    if word.layer == .target { formUnion([.measures, .narrows]) }
    if word.owner != nil || word.dimensionValue != nil { insert(.narrows) }
    if word.derived != nil || isOtherLayer || isAttribute && word.metric == nil { insert(.excludes) }
  }
}
