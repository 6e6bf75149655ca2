/// The keys that `planbook.yml` knows, by the map that they stand in; `docs/schemas/planbook.schema.json` tells editors the same.
package enum BookKeys {
  /// The outermost ones, in the order in which they are read: later ones need earlier ones.
  package static let book = [
    "planbook", "name", "currency", "fiscal-year-start", "fiscal-year-name", "week", "calendar", "locale", "unit",
    "today", "organization", "departments", "dimensions", "metrics", "exchange-rates", "focus", "freeze", "cadence",
    "win-rate", "coverage", "actuals", "source-url", "rules", "exclude", "blocks",
  ]
  package static let unit = [
    "lead", "units", "members", "buffer", "regions", "industries", "special-industries", "aliases",
  ]
  package static let person = ["name", "aliases", "role", "email", "from", "until", "open"]
  package static let calendar = ["base", "off", "work", "workweek"]
  package static let metric = ["id", "aliases", "unit", "kind", "better", "of", "measure-words"]
  package static let cadence = ["year", "half", "quarter", "month", "week", "day", "review"]
  package static let actuals = [
    "file", "encoding", "delimiter", "decimal", "grouping", "key", "columns", "unit", "where",
  ]
  package static let rules = ["profile", "severity", "limits", "paths"]
  /// Below a glob of `rules: paths:`.
  package static let forPaths = ["severity", "limits"]
}
