/// Does independent pieces of work, side by side where the caller has threads to give.
package protocol Workers: Sendable {
  /// The results of `body` for `0..<count`, in that order.
  func map<Result: Sendable>(_ count: Int, _ body: @Sendable (Int) -> Result) -> [Result]
}

/// One piece after the other.
package struct OneByOne: Workers {
  package init() {}

  package func map<Result: Sendable>(_ count: Int, _ body: @Sendable (Int) -> Result) -> [Result] {
    (0..<count).map { body($0) }
  }
}
