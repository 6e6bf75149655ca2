/// Reads the built-in word lists: `category name: word | word | …`, `#` begins a comment.
package enum BuiltInWords {
  package static func read(_ text: String, _ each: (_ category: String, _ name: String, _ word: String) -> Void) {
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      guard let colon = line.firstIndex(of: ":") else { continue }
      let head = line[..<colon].split(separator: " ", maxSplits: 1)
      guard head.count == 2 else { continue }
      for word in line[line.index(after: colon)...].split(separator: "|") {
        let trimmed = word.trimmingBlanks
        if !trimmed.isEmpty { each(String(head[0]), String(head[1]), String(trimmed)) }
      }
    }
  }
}

extension Substring {
  fileprivate var trimmingBlanks: Substring {
    var rest = self
    while rest.first == " " { rest = rest.dropFirst() }
    while rest.last == " " { rest = rest.dropLast() }
    return rest
  }
}
