import PlanModel
import PlanOutput
import PlanRules
import PlanSource
import PlanSyntax
import PlanWorkspace

/// Puts together what holds for a run from the options, the book and what is built in.
struct ConfigurationReader {
  private typealias Value = EffectiveConfiguration.Value
  private typealias Origin = EffectiveConfiguration.Origin

  private let workspace: Workspace
  private let options: RuleOptions
  private let selection: RuleSelection
  private let lang: Language?
  private let today: Day?
  private let lines: LineIndex

  init(_ workspace: Workspace, _ options: RuleOptions, _ selection: RuleSelection, lang: Language?, today: Day?) {
    self.workspace = workspace
    self.options = options
    self.selection = selection
    self.lang = lang
    self.today = today
    let bytes = workspace.planbook?.bytes ?? []
    lines = LineIndex(bytes.span)
  }

  private var stated: BookSettings { workspace.settings }

  var configuration: EffectiveConfiguration {
    let organization = workspace.organization()
    let isGuessed = stated.organization == nil
    return EffectiveConfiguration(
      book: workspace.shownRoot, planbook: workspace.planbook.map { _ in workspace.shownPlanbook }, file: file,
      settings: settings(organization), rules: rules, limits: limits, paths: paths,
      excludes: stated.exclude.map { Value($0.text, nil, origin(of: $0.place)) },
      guessed: isGuessed
        ? organization.topDown.map {
          .init(path: organization.path(of: $0), isPerson: organization[$0].kind == .person)
        }
        : [])
  }

  /// The one plan that was named.
  private var file: String? {
    if workspace.isLoneFile { return workspace.plans.first.map(PathBytes.shown) }
    guard let named = workspace.named, named.count == 1, let only = named.first, only != Workspace.planbookPath else {
      return nil
    }
    return only
  }

  private func origin(of place: Range<Int>) -> Origin { .planbook(line: lines.line(at: place.lowerBound) + 1) }

  private func origin(of key: String, else other: Origin = .builtIn) -> Origin {
    stated.places[key].map { origin(of: $0) } ?? other
  }

  // MARK: Settings

  private func settings(_ organization: Organization) -> [Value] {
    let hasBook = workspace.planbook != nil
    let currency = Origin.follows("currency")
    let units = organization.nodes.count { $0.kind == .unit }
    var values = [
      Value(
        "name", stated.name ?? organization.roots.first.map { organization[$0].name },
        origin(of: "name", else: .folders)),
      Value("currency", "\(stated.currency)", origin(of: "currency")),
      Value("fiscal-year-start", "\(stated.fiscalYear.startMonth)", origin(of: "fiscal-year-start")),
      Value("fiscal-year-name", stated.fiscalYear.naming.rawValue, origin(of: "fiscal-year-name")),
      Value("week", stated.weekNumbering.rawValue, origin(of: "week")),
      Value("calendar", calendar, origin(of: "calendar", else: hasBook ? currency : .builtIn)),
      Value(
        "locale", Console.language(lang, workspace).rawValue,
        lang.map { _ in .option("--lang") } ?? origin(of: "locale", else: hasBook ? currency : .system)),
      Value("unit", stated.unit.rawValue, origin(of: "unit")),
      Value(
        "today", "\(Console.today(today, workspace))",
        today.map { _ in .option("--today") } ?? origin(of: "today", else: .system)),
      Value("organization.units", "\(units)", origin(of: "organization", else: .folders)),
      Value("organization.people", "\(organization.nodes.count - units)", origin(of: "organization", else: .folders)),
    ]
    for entry in stated.dimensions.entries where !entry.values.isEmpty {
      values.append(Value("dimensions.\(entry.id)", entry.values.joined(separator: ", "), origin(of: "dimensions")))
    }
    values += [
      Value("win-rate", stated.winRate.map { "\($0)%" }, origin(of: "win-rate")), coverage,
      Value(
        "rules.profile", options.effectiveProfile(workspace).rawValue,
        options.profile.map { _ in .option("--profile") } ?? origin(of: "rules.profile")),
    ]
    return values
  }

  private var calendar: String {
    let calendar = stated.calendar
    let own = calendar.exceptions.filter { $0.holiday == nil && $0.notice == nil }
    let names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
    let week = zip(names, calendar.workweek).filter(\.1).map(\.0)
    return
      ([calendar.name] + own.map { "\($0.isWorkday ? "work" : "off") \($0.day)" }
      + (calendar.workweek == WorkCalendar.mondayToFriday ? [] : [week.joined(separator: " ")])).joined(separator: ", ")
  }

  private var coverage: Value {
    let own: Origin = stated.limitStated("coverage") ? origin(of: "rules.limits.coverage") : .follows("win-rate")
    return Value(
      "coverage", stated.requiredCoverage.map { "\($0)" },
      origin(of: "coverage", else: stated.requiredCoverage == nil ? .builtIn : own))
  }

  // MARK: Rules

  private var rules: [Value] {
    let plain = try? RuleSelection(profile: selection.profile, severities: RuleOptions.severities(workspace))
    return Rule.all.map { rule in
      guard let weight = selection.weight(of: rule.id) else {
        return Value(rule.id.description, "off", originOfSilence(rule, plain?.weight(of: rule.id) != nil))
      }
      if let file, let override = stated.rules.override(of: rule.id, in: file) {
        return Value(rule.id.description, override.level.name, origin(of: override.place))
      }
      let severity = weight.severity()
      return Value(rule.id.description, severity.rawValue, originOfSeverity(rule, severity, plain))
    }
  }

  private func originOfSilence(_ rule: Rule, _ ranWithoutOptions: Bool) -> Origin {
    let isIgnored =
      (try? RuleSelection(profile: .strict, select: options.ignored).weight(of: rule.id) != nil) ?? false
    if !options.ignored.isEmpty, isIgnored, ranWithoutOptions || !options.select.isEmpty { return .option("--ignore") }
    if !options.select.isEmpty { return .option("--select") }
    if let override = stated.rules.severity.last(where: { $0.rule == rule.id }), override.level == .off {
      return origin(of: override.place)
    }
    return .follows("rules.profile")
  }

  private func originOfSeverity(_ rule: Rule, _ severity: Severity, _ plain: RuleSelection?) -> Origin {
    if let override = stated.rules.severity.last(where: { $0.rule == rule.id }), override.level == .on(severity) {
      return origin(of: override.place)
    }
    if plain?.weight(of: rule.id) == nil { return .option("--select") }
    return severity == rule.severity ? .builtIn : .follows("rules.profile")
  }

  // MARK: Limits and paths

  private var limits: [Value] {
    let stated = file.map { self.stated.rules.limits(in: $0) } ?? self.stated.rules.limits
    return BookLimits.definitions.map { definition in
      let value = stated.stated(definition.name) ?? definition.standard
      let place = file.flatMap { file in self.stated.rules.limitPlace(definition.name, in: file) }
      return Value(
        definition.name, value.map { text($0, definition) },
        place.map { origin(of: $0) } ?? origin(of: "rules.limits.\(definition.name)"))
    }
  }

  private func text(_ value: ExactDecimal, _ definition: BookLimits.Definition) -> String {
    "\(value)" + (definition.unit == .percent ? "%" : "")
  }

  private var paths: [EffectiveConfiguration.ForPath] {
    stated.rules.paths.flatMap { entry in
      entry.severity.map { override in
        .init(
          glob: entry.glob.text, kind: .severity,
          value: Value(override.rule.description, override.level.name, origin(of: override.place)))
      }
        + BookLimits.definitions.compactMap { definition in
          entry.limits.stated(definition.name).map { value in
            .init(
              glob: entry.glob.text, kind: .limit,
              value: Value(definition.name, text(value, definition), origin(of: entry.glob.place)))
          }
        }
    }
  }
}

extension RuleSettings.Level {
  fileprivate var name: String {
    switch self {
    case .off: "off"
    case .on(let severity): severity.rawValue
    }
  }
}

extension BookSettings {
  fileprivate func limitStated(_ name: String) -> Bool { rules.limits.stated(name) != nil }
}
