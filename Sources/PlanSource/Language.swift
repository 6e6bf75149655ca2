/// A language that messages and reports are written in.
package enum Language: String, Sendable, CaseIterable {
  case zh
  case en
}

/// A text that exists in every language.
package struct LocalText: Hashable, Sendable {
  package let zh: String
  package let en: String

  package init(zh: String, en: String) {
    self.zh = zh
    self.en = en
  }

  package subscript(_ language: Language) -> String {
    switch language {
    case .zh: zh
    case .en: en
    }
  }
}
