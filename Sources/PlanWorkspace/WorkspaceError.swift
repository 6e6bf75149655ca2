package import PlanSource

/// Why a book, or a part of it, cannot be worked on.
package enum WorkspaceError: Error, Sendable {
  /// Nothing stands at a path that was named.
  case notFound(path: String)
  case unreadable(path: String, reason: String)
  /// `planbook.yml` is a link that leads out of the book or nowhere.
  case leadsOut(path: String)
  case unwritable(path: String, reason: String)
  /// A file that was to be changed is no longer what was read.
  case changedMeanwhile(path: String)
  /// `planbook.yml` has a wrong value; every problem with its place, ready to print.
  case invalidPlanbook(path: String, problems: [LocalText])
  /// A file for `--baseline` that is none; the line from 1.
  case invalidBaseline(path: String, line: Int)
  /// `git` cannot tell what changed since a revision; with its own words, if it has any.
  case unknownChanges(since: String, GitChanges.Failure)
  /// Several paths were named that belong to different books.
  case severalBooks(String, String)

  package var message: LocalText {
    switch self {
    case .notFound(let path):
      LocalText(zh: "找不到 \(path)", en: "\(path): no such file or folder")
    case .unreadable(let path, let reason):
      LocalText(zh: "无法读取 \(path)：\(reason)", en: "\(path): cannot be read: \(reason)")
    case .leadsOut(let path):
      LocalText(
        zh: "\(path) 链接到计划书之外，或已失效", en: "\(path): the link leads out of the book, or nowhere")
    case .unwritable(let path, let reason):
      LocalText(
        zh: "无法写入 \(path)：\(reason)，原有文件没有改动", en: "\(path): cannot be written: \(reason); what was there is unchanged")
    case .changedMeanwhile(let path):
      LocalText(zh: "\(path) 在检查期间被改过，没有写入", en: "\(path): changed while it was being checked; not written")
    case .invalidPlanbook(_, let problems):
      LocalText(
        zh: problems.map(\.zh).joined(separator: "\n"), en: problems.map(\.en).joined(separator: "\n"))
    case .invalidBaseline(let path, let line):
      LocalText(
        zh: "\(path):\(line)：不是有效的基线文件；请用 --write-baseline \(path) 重新生成",
        en: "\(path):\(line): not a valid baseline; write it anew with --write-baseline \(path)")
    case .unknownChanges(let revision, let failure): failure.message(since: revision)
    case .severalBooks(let one, let other):
      LocalText(
        zh: "\(one) 和 \(other) 属于不同的计划书，请分开检查",
        en: "\(one) and \(other) belong to different books; check them one by one")
    }
  }
}
