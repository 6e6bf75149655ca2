import PlanModel
import PlanSyntax

/// Finds the element that a place stands in, without looking at all of them for every place.
struct PhraseIndex {
  private let file: PlanFile
  /// Elements with text, in document order.
  private let elements: [Int]

  init(_ file: PlanFile) {
    self.file = file
    elements = file.tree.elements.indices.filter { file.tree.elements[$0].phrase.end > 0 }
  }

  /// The index of the element whose text or table holds an offset.
  func element(at offset: Int) -> Int? {
    var low = 0
    var high = elements.count
    while low < high {
      let middle = (low + high) / 2
      if Int(file.tree.elements[elements[middle]].phrase.start) <= offset { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return nil }
    let found = elements[low - 1]
    return offset < Int(file.tree.elements[found].phrase.end) ? found : nil
  }

  func phrase(at offset: Int) -> Phrase? { element(at: offset).map { file.tree.elements[$0].phrase } }
}
