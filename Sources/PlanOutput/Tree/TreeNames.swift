import MarkdownTree
import PlanSyntax

/// The permanent names that the tree's JSON uses.
extension Block.Kind {
  var name: String {
    switch self {
    case .document: "document"
    case .quote: "quote"
    case .bulletList: "bullet-list"
    case .orderedList: "ordered-list"
    case .item: "item"
    case .paragraph: "paragraph"
    case .heading: "heading"
    case .code: "code"
    case .html: "html"
    case .thematicBreak: "thematic-break"
    case .table: "table"
    case .linkDefinition: "link-definition"
    }
  }
}

extension Token.Kind {
  var name: String {
    switch self {
    case .word: "word"
    case .quantity: "quantity"
    case .period: "period"
    case .placeholder: "placeholder"
    case .unreadable: "unreadable"
    case .colon: "colon"
    case .comma: "comma"
    case .semicolon: "semicolon"
    case .stop: "stop"
    case .pause: "pause"
    case .open: "open"
    case .close: "close"
    case .bar: "bar"
    case .dash: "dash"
    case .verdict: "verdict"
    case .mention: "mention"
    case .tag: "tag"
    case .blockID: "block-id"
    case .priority: "priority"
    case .lineBreak: "line-break"
    case .text: "text"
    }
  }
}

extension WrittenUnit {
  var name: String {
    switch self {
    case .none: "none"
    case .money(let currency): currency?.description ?? "money"
    case .count: "count"
    case .percent: "percent"
    case .points: "points"
    case .days: "days"
    case .weeks: "weeks"
    case .months: "months"
    case .hours: "hours"
    case .minutes: "minutes"
    }
  }
}

extension Quantity.Form {
  var name: String {
    switch self {
    case .amount: "amount"
    case .range: "range"
    case .delta: "delta"
    case .multiple: "multiple"
    case .rate: "rate"
    }
  }
}

extension SyntaxProblem.Kind {
  var name: String {
    switch self {
    case .amount: "unreadable-amount"
    case .date: "unreadable-date"
    case .frontMatter: "front-matter"
    case .markdown: "markdown"
    case .encoding: "encoding"
    case .hiddenCharacter: "hidden-character"
    case .looksLikeList: "looks-like-list"
    case .tooLarge: "too-large"
    case .frontMatterTooLarge: "front-matter-too-large"
    }
  }
}
