import PlanModel
import PlanSyntax

/// Which kinds of tokens and which marks of words a file holds anywhere: rules ask before they look for where one stands.
struct TokenSummary: Sendable {
  private var kinds: UInt32 = 0
  private var marks: WordMarks.Mark = []

  /// Of a file without tokens.
  init() {}

  init(_ file: PlanFile, _ words: WordMarks) {
    let all = file.tree.tokens
    let tokens = all.span
    for index in tokens.indices {
      kinds |= 1 &<< UInt32(tokens[index].kind.rawValue)
      marks.formUnion(words[tokens[index]])
    }
  }

  func holds(_ kind: Token.Kind) -> Bool { kinds & 1 &<< UInt32(kind.rawValue) != 0 }

  func holds(_ mark: WordMarks.Mark) -> Bool { !marks.isDisjoint(with: mark) }
}
