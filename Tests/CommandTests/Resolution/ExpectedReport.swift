/// The JSON that plancompile is to write about a resolution case.
struct ExpectedReport {
  private let it: ResolutionCase
  private let model: ModelByTheBook

  init(_ it: ResolutionCase, _ book: ResolutionBook) {
    self.it = it
    model = ModelByTheBook(book: book, layer: it.layer)
  }

  /// `rollup --period 2026-Q1`: what was declared, what it was broken into, and what is shown.
  var rollup: JSONValue {
    let rows = ResolutionBook.owners.compactMap { owner -> JSONValue? in
      let cell = cell(owner)
      guard let worth = model.worth(cell) else { return nil }
      let main = beside(cell)
      let declared = model.declared(cell)
      return row(
        depth: ResolutionBook.depths[owner] ?? 0,
        [
          "owner": name(owner), "metric": metric, "period": period(cell.period),
          "declared": declared.map(stated) ?? none,
          "decomposed": main.map(decomposed) ?? none,
          "gap": declared.flatMap { number in main.map { money(number.value - $0.value) } } ?? none,
          "resolved": resolved(worth), "remark": main.flatMap { lacks($0, owner) } ?? none,
        ])
    }
    return document(
      "rollup", "Targets",
      [
        ("owner", "owner", "key"), ("metric", "metric", "key"), ("period", "period", "key"),
        ("declared", "target", "measure"), ("decomposed", "decomposed", "measure"), ("gap", "gap", "measure"),
        ("resolved", "resolved", "measure"), ("remark", "remark", "remark"),
      ], rows)
  }

  /// `rollup --by owner,quarter|month --layer L`.
  func byOwner(_ level: String) -> JSONValue {
    let periods = level == "quarter" ? [ResolutionBook.quarter] : ResolutionBook.months
    let rows = ResolutionBook.owners.flatMap { owner -> [JSONValue] in
      let figures = periods.map { period in
        let cell = ModelByTheBook.Cell(owner: owner, period: period, industry: it.industry)
        return (
          period,
          model.worth(cell).map(resolved) ?? (isUnreported(cell) ? ["type": "not-reported", "value": nil] : none)
        )
      }
      guard figures.contains(where: { $0.1 != none }) else { return [] }
      return figures.map { period, figure in
        row(
          depth: ResolutionBook.depths[owner] ?? 0,
          ["owner": name(owner), level: self.period(period), "resolved": figure])
      }
    }
    return document(
      "rollup", "Totals",
      [("owner", "owner", "key"), (level, level, "key"), ("resolved", it.layer.rawValue, "measure")], rows,
      notes: it.layer == .actual ? ["as of 2026-06-30"] : [])
  }

  /// `gap`: every difference, along each axis, with its children.
  var gap: JSONValue {
    var rows: [JSONValue] = []
    for owner in ResolutionBook.owners {
      let cell = cell(owner)
      guard let declared = model.declared(cell) else { continue }
      let sums = [model.overOrganization(cell), model.overTime(cell), model.overIndustries(cell)].compactMap { $0 }
      for sum in sums where !sum.isComplete || sum.value != declared.value {
        rows.append(
          row(
            kind: "total", depth: 0,
            keys(cell, sum.axis).merging([
              "declared": stated(declared), "decomposed": decomposed(sum), "gap": money(declared.value - sum.value),
              "planned": none, "remark": lacks(sum, owner) ?? none,
            ]) { $1 }))
        for (child, worth) in sum.children {
          rows.append(
            row(
              depth: 1,
              keys(child, sum.axis).merging([
                "declared": none, "decomposed": resolved(worth), "gap": none, "planned": none, "remark": none,
              ]) { $1 }))
        }
        for (child, why) in sum.missing {
          rows.append(
            row(
              depth: 1,
              keys(child, sum.axis).merging([
                "declared": none, "decomposed": none, "gap": none, "planned": none, "remark": text(why),
              ]) { $1 }))
        }
      }
    }
    // Where nobody states a target there is nothing that could agree.
    let isAnyTarget = model.book.statements.contains { $0.layer == .target }
    return document(
      "gap", "Targets and their decomposition",
      [
        ("owner", "owner", "key"), ("metric", "metric", "key"), ("period", "period", "key"),
        ("dimension", "dimension", "key"), ("axis", "broken down by", "key"), ("declared", "target", "measure"),
        ("decomposed", "decomposed", "measure"), ("gap", "gap", "measure"),
        ("planned", "planned over-assignment", "measure"), ("remark", "remark", "remark"),
      ], rows,
      notes: rows.isEmpty
        ? isAnyTarget ? ["every target and its decomposition agree"] : [] : ["gap = target − decomposed"])
  }

  // MARK: Cells

  private func cell(_ owner: String) -> ModelByTheBook.Cell {
    .init(owner: owner, period: ResolutionBook.quarter, industry: it.industry)
  }

  /// A unit's sum over its people stands beside its target, anybody's sum over time where there is none.
  private func beside(_ cell: ModelByTheBook.Cell) -> ModelByTheBook.Sum? {
    if let people = model.overOrganization(cell) { return people }
    let others = [model.overTime(cell), model.overIndustries(cell)].compactMap { $0 }
    return others.first(where: \.isComplete) ?? others.first
  }

  /// Ended, with a target and without a number.
  private func isUnreported(_ cell: ModelByTheBook.Cell) -> Bool {
    it.layer == .actual && ModelByTheBook(book: model.book, layer: .target).worth(cell) != nil
  }

  private func keys(_ cell: ModelByTheBook.Cell, _ axis: ModelByTheBook.Axis) -> [String: JSONValue] {
    [
      "owner": name(cell.owner), "metric": metric, "period": period(cell.period),
      "dimension": cell.industry.map(name) ?? none, "axis": text(axis.rawValue),
    ]
  }

  private func lacks(_ sum: ModelByTheBook.Sum, _ owner: String) -> JSONValue? {
    guard !sum.missing.isEmpty else { return nil }
    let names = sum.missing.map { cell, why in
      let who = cell.owner + (why == "not stated" ? " \(cell.period)" : "")
      return "\(cell.owner == owner ? cell.period : who) (\(why))"
    }
    return text("missing " + names.joined(separator: ", "))
  }

  private func resolved(_ worth: ModelByTheBook.Worth) -> JSONValue {
    if let statement = worth.statement { return stated(statement) }
    return money(
      worth.value,
      marks: (worth.isDisputed ? ["disputed"] : []) + (worth.isComplete ? [] : ["incomplete"]) + ["decomposed"])
  }

  private func decomposed(_ sum: ModelByTheBook.Sum) -> JSONValue {
    money(sum.value, marks: sum.isComplete ? [] : ["incomplete"], sources: sum.children.compactMap(\.worth.statement))
  }

  private func stated(_ statement: Statement) -> JSONValue { money(statement.value, sources: [statement]) }

  // MARK: JSON

  private var none: JSONValue { ["type": "none", "value": nil] }
  private var metric: JSONValue { text("bookings") }

  private func text(_ text: String) -> JSONValue { ["type": "text", "value": .string(text)] }
  private func name(_ name: String) -> JSONValue { ["type": "name", "value": .string(name)] }

  private func period(_ id: String) -> JSONValue {
    let days = [
      "2026-Q1": ("2026-01-01", "2026-03-31"), "2026-01": ("2026-01-01", "2026-01-31"),
      "2026-02": ("2026-02-01", "2026-02-28"), "2026-03": ("2026-03-01", "2026-03-31"),
    ]
    let (start, end) = days[id] ?? ("", "")
    return ["type": "period", "value": .string(id), "start": .string(start), "end": .string(end)]
  }

  /// 万元 as written, 元 as reported.
  private func money(_ value: Int, marks: [String] = [], sources: [Statement] = []) -> JSONValue {
    var members: [String: JSONValue] = ["type": "money", "value": .string("\(value * 10_000)"), "unit": "CNY"]
    if !marks.isEmpty { members["marks"] = .array(marks.map { .string($0) }) }
    if !sources.isEmpty {
      members["sources"] = .array(
        sources.map {
          ["path": .string($0.path), "line": .number(Double($0.line)), "column": .number(Double($0.column))]
        })
    }
    return .object(members)
  }

  private func row(kind: String = "item", depth: Int, _ cells: [String: JSONValue]) -> JSONValue {
    ["kind": .string(kind), "depth": .number(Double(depth)), "cells": .object(cells)]
  }

  private func document(
    _ id: String, _ title: String, _ columns: [(id: String, title: String, role: String)], _ rows: [JSONValue],
    notes: [String] = []
  ) -> JSONValue {
    [
      "schema": 1, "report": .string(id), "title": .string(title),
      "columns": .array(columns.map { ["id": .string($0.id), "title": .string($0.title), "role": .string($0.role)] }),
      "rows": .array(rows), "notes": .array(notes.map { .string($0) }),
    ]
  }
}
