import PlanModel
import PlanSource

/// A plan or folder that is not read on purpose, and why.
struct LeftOut: Sendable {
  enum Reason: Hashable, Sendable {
    /// By this entry of `exclude`.
    case excluded(Int)
    /// By a line of a `.gitignore`.
    case ignored(by: String, line: Int)
    /// A folder with a `planbook.yml` of its own.
    case isOtherBook
  }

  /// From the book's root; empty for the root itself.
  let path: [UInt8]
  let reason: Reason

  /// Why there is nothing to check at a path of the book; empty for its root.
  static func nothing(at path: [UInt8], _ leftOut: [LeftOut], _ settings: BookSettings) -> LocalText {
    let shown = PathBytes.shown(path)
    let start =
      path.isEmpty
      ? LocalText(zh: "这里没有可检查的计划：", en: "no plans to check here: ")
      : LocalText(zh: "\(shown) 没有可检查的计划：", en: "no plans to check at \(shown): ")
    let causes = leftOut.filter { entry in
      entry.path.isEmpty || path.isEmpty || PathBytes.isInside(entry.path, path) || PathBytes.isInside(path, entry.path)
    }
    guard let first = causes.first else {
      let why = cause(ofName: path)
      return LocalText(zh: start.zh + why.zh, en: start.en + why.en)
    }
    let cause = first.cause(settings)
    let name = PathBytes.shown(first.path)
    let isItself = first.path == path || first.path.isEmpty || PathBytes.isInside(path, first.path)
    let more = causes.count - 1
    return LocalText(
      zh: start.zh + (isItself ? "" : name + " ") + cause.zh + (more > 0 ? "，还有 \(more) 处也不读" : ""),
      en: start.en + (isItself ? "" : name + " ") + cause.en + (more > 0 ? ", and \(more) more" : ""))
  }

  private func cause(_ settings: BookSettings) -> LocalText {
    switch reason {
    case .excluded(let index):
      let glob = settings.exclude.indices.contains(index) ? settings.exclude[index].text : ""
      return LocalText(
        zh: "被 planbook.yml 的 exclude（\(glob)）排除", en: "is left out by `exclude` (\(glob)) in planbook.yml")
    case .ignored(let file, let line):
      return LocalText(zh: "被 \(file) 第 \(line) 行忽略", en: "is ignored by \(file), line \(line)")
    case .isOtherBook:
      return LocalText(zh: "有自己的 planbook.yml，是另一本计划书", en: "has a planbook.yml of its own and is another book")
    }
  }

  /// For a path that nothing was left out at.
  private static func cause(ofName path: [UInt8]) -> LocalText {
    let names = path.split(separator: UInt8(ascii: "/"))
    if names.contains(where: { $0.first == UInt8(ascii: ".") }) {
      return LocalText(zh: "以点开头的名字不读", en: "names that begin with a dot are not read")
    }
    return LocalText(zh: "计划是以 .md 结尾的文件", en: "plans are files ending in .md")
  }
}
