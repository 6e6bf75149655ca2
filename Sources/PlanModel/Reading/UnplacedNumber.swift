package import PlanSource
import PlanSyntax

/// A number of a target section that became no fact, with the reason.
package struct UnplacedNumber: Sendable {
  package let range: SourceRange
  package let fate: NumberFate

  /// Every such number of a file, in the order of the text.
  package static func all(in file: PlanFile) -> [UnplacedNumber] {
    var found: [UnplacedNumber] = []
    for element in file.tree.elements where isTargetLike(file.contexts[Int(element.section)].section) {
      if element.table >= 0 {
        for cell in file.tree.tables[Int(element.table)].cells { add(cell, file, &found) }
      } else {
        add(element.phrase, file, &found)
      }
    }
    return found
  }

  private static func isTargetLike(_ section: SectionKind?) -> Bool {
    switch section {
    case .targets, .breakdown, .tenDay, .week, .day, .products, .forecast, .customers, .stages, .review: true
    default: false
    }
  }

  private static func add(_ phrase: Phrase, _ file: PlanFile, _ found: inout [UnplacedNumber]) {
    for index in phrase.tokens {
      let token = file.tree.tokens[index]
      guard token.kind == .quantity else { continue }
      let fate = file.fates[Int(token.value)]
      guard fate != .fact, fate != .attribute else { continue }
      found.append(UnplacedNumber(range: SourceRange(file: file.id, token.range), fate: fate))
    }
  }
}

extension NumberFate {
  /// Why the number is no fact.
  package var reason: LocalText {
    switch self {
    case .elsewhere: LocalText(zh: "所在位置的数字不作为目标读取", en: "numbers at this place are no facts")
    case .fact: LocalText(zh: "已读取", en: "read as a fact")
    case .derived: LocalText(zh: "由其他数字算出的合计、比率或差额", en: "a total, rate or difference that follows from others")
    case .window: LocalText(zh: "目标中的时限或时长", en: "a window or duration inside a target")
    case .price: LocalText(zh: "产品的价格或条款", en: "a price or term of a product")
    case .detail: LocalText(zh: "对前一个数字的补充", en: "said again, or more closely, about the number before it")
    case .part: LocalText(zh: "“其中”的部分，未说明属于哪个指标或维度", en: "a part that names neither a metric nor a value of an axis")
    case .otherUnit: LocalText(zh: "单位与指标不符", en: "its unit is not the metric's")
    case .unnamed: LocalText(zh: "说不出是哪个指标", en: "no metric can be told")
    case .label: LocalText(zh: "属于名称，不是数量", en: "part of a name, no quantity")
    case .attribute: LocalText(zh: "随其他数字一起保存", en: "kept with another fact")
    }
  }
}
