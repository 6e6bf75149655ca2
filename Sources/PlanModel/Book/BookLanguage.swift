package import PlanSource
internal import PlanSyntax
internal import PlanYAML

extension BookSettings {
  /// The language that the book is spoken to in: its locale, else what its currency suggests.
  package var language: Language { locale ?? Self.language(of: currency) }

  private static func language(of currency: Currency) -> Language { currency == .cny ? .zh : .en }

  /// The language of a `planbook.yml` that may be wrong in everything else; `nil` where it cannot be told.
  package static func language(in bytes: Span<UInt8>) -> Language? {
    guard case .success(let document) = YAMLDocument.parse(bytes, 0..<bytes.count, limits: .planbook),
      let root = document.root
    else { return nil }
    let entries = document.entries(of: root)
    func value(of key: String) -> String?? {
      entries.first { document[$0.key].text == key && !document[$0.value].isNull }.map { document.text($0.value) }
    }
    if let locale = value(of: "locale") { return locale.flatMap { Language(rawValue: $0) } }
    guard let currency = value(of: "currency") else { return language(of: .cny) }
    return currency.flatMap { Currency($0) }.map { language(of: $0) }
  }
}
