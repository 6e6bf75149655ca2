package import PlanSource

/// Why a text is not the YAML that plans are written in, and where.
package struct YAMLProblem: Error, Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case anchor
    case alias
    case tag
    case severalDocuments
    /// A list or map where a key is due.
    case complexKey
    case duplicateKey(String, first: Range<Int>)
    case tooLarge(limit: Int)
    case tooDeep(limit: Int)
    /// Whatever libyaml refuses, in its words.
    case syntax(String)
  }

  package let kind: Kind
  /// The offending bytes; empty where the position is all that is known.
  package let range: Range<Int>

  package init(_ kind: Kind, at range: Range<Int>) {
    self.kind = kind
    self.range = range
  }

  /// What is wrong, in one line.
  package var message: LocalText {
    switch kind {
    case .anchor: LocalText(zh: "不支持 YAML 锚点（&）", en: "anchors (`&`) are not supported")
    case .alias:
      LocalText(
        zh: "不支持 YAML 别名（*）；以 * 开头的文字请加引号",
        en: "aliases (`*`) are not supported; quote a text that begins with `*`")
    case .tag:
      LocalText(
        zh: "不支持 YAML 标签（!）；以 ! 开头的文字请加引号",
        en: "tags (`!`) are not supported; quote a text that begins with `!`")
    case .severalDocuments: LocalText(zh: "只能有一个 YAML 文档", en: "more than one YAML document")
    case .complexKey: LocalText(zh: "键必须是一个词", en: "a key must be one word")
    case .duplicateKey(let key, _): LocalText(zh: "键「\(key)」重复", en: "key `\(key)` is written twice")
    case .tooLarge(let limit): LocalText(zh: "YAML 超过 \(limit / 1024) KB", en: "YAML is larger than \(limit / 1024) KB")
    case .tooDeep(let limit): LocalText(zh: "YAML 嵌套超过 \(limit) 层", en: "YAML is nested deeper than \(limit) levels")
    case .syntax(let words): Self.syntaxMessage(words)
    }
  }

  private static func syntaxMessage(_ words: String) -> LocalText {
    let zh = chineseWords.first { words.hasPrefix($0.0) }?.1 ?? "YAML 无法读懂（\(words)）"
    return LocalText(zh: zh, en: words)
  }

  /// libyaml's usual complaints, by how they begin.
  private static let chineseWords: [(String, String)] = [
    ("could not find expected ':'", "这里缺少冒号「:」（半角，后面要有空格）"),
    ("mapping values are not allowed", "这里不能再出现「: 」；值里含有冒号时请加引号"),
    ("did not find expected key", "缩进不对，或缺少键"),
    ("did not find expected '-' indicator", "列表每项应以「- 」开头，并且缩进一致"),
    ("did not find expected ',' or ']'", "列表缺少逗号（半角）或「]」"),
    ("did not find expected ',' or '}'", "花括号内缺少逗号（半角）或「}」"),
    ("did not find expected node content", "这里缺少内容"),
    ("found character that cannot start any token", "这里的字符不能开头（缩进不能用制表符；@ 和 ` 开头的文字请加引号）"),
    ("found unexpected end of stream", "引号没有闭合"),
    ("found unexpected document indicator", "引号没有闭合"),
    ("block sequence entries are not allowed", "这里不能出现列表项「- 」"),
    ("found unknown escape character", "双引号里的反斜杠转义不认识"),
    ("control characters are not allowed", "含有控制字符"),
    ("invalid leading UTF-8 octet", "不是 UTF-8 编码"),
    ("invalid trailing UTF-8 octet", "不是 UTF-8 编码"),
    ("incomplete UTF-8 octet sequence", "不是 UTF-8 编码"),
    ("invalid length of a UTF-8 sequence", "不是 UTF-8 编码"),
  ]
}
