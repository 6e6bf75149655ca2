import PlanSource
import PlanSyntax

/// What `plancompile` wrote into a plan between `<!-- plancompile: … -->` and `<!-- /plancompile -->`: never read.
struct GeneratedBlocks {
  private var ranges: [Range<Int>] = []

  init(_ source: SourceFile, _ tree: PlanTree) {
    var start: Int?
    for comment in tree.document.comments {
      let text = source.text(comment)
      if text.hasPrefix("<!-- plancompile:") {
        start = start ?? comment.upperBound
      } else if text.hasPrefix("<!-- /plancompile"), let begun = start {
        ranges.append(begun..<max(begun, comment.lowerBound))
        start = nil
      }
    }
  }

  func contains(_ offset: Int) -> Bool { !ranges.isEmpty && ranges.contains { $0.contains(offset) } }
}
