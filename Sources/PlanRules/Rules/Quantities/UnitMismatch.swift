import PlanModel
import PlanSource
import PlanSyntax

extension Rule {
  package static let unitMismatch = Rule(
    id: "unit-mismatch",
    group: .quantities,
    severity: .error,
    summary: LocalText(zh: "单位与指标不符", en: "A unit that cannot count its metric"),
    why: LocalText(
      zh: "签约额不能以“家”计，拜访不能以“万元”计：不是单位写错，就是指标写错，这个数进不了任何汇总。",
      en:
        "Bookings are not counted in customers, nor visits in yuan: either the unit or the metric is a slip, and the number is in no total."
    ),
    exceptions: LocalText(
      zh: """
        百分比可以是增幅或占比，不检查；一句话里有几个数时不检查；格子里写了比表头更大的单位（表头万元，格子“1.2亿元”）按格子读取，不检查。
        """,
      en: """
        Percentages may be growth or a share and are not checked, nor are sentences with several numbers. A cell with a larger \
        unit than its header (`1.2亿元` below 万元) is read as written and not checked.
        """),
    examples: [
      .bad(
        LocalText(zh: "单位不是指标的", en: "another unit than the metric's"), path: "2026-03.md",
        """
        # 王芳 2026年3月计划

        ## 本月目标

        - 签约额：⟦50家⟧
        - 拜访：20次
        """,
        says: "签约额以金额计，写的是「50家」"),
      .bad(
        LocalText(zh: "格子的单位比表头小一万倍", en: "a cell ten thousand times smaller than its header"), path: "2026-Q1.md",
        """
        # 王芳 2026年第一季度计划

        ## 月度分解

        | 月份 | 签约额（万元） |
        |---|---|
        | 1月 | 50 |
        | 2月 | ⟦60元⟧ |
        """,
        says: "表头以万元计，这一格写的是「60元」"),
      .bad(
        LocalText(zh: "英文计划", en: "an English plan"), path: "2026-03.md",
        """
        # Ben March 2026 plan

        ## Targets

        - Bookings: $300,000
        - Visits: ⟦$40⟧
        """,
        says: "a count is due for visits, but `$40` is money", in: .en),
      .good(
        LocalText(zh: "增幅、几个数、亿元", en: "growth, several numbers, a larger unit"), path: "2026-03.md",
        """
        # 王芳 2026年3月计划

        ## 目标

        - 签约额：20家老客户，500万元
        - 回款额：增长20%

        ## 年度规模

        | 客户 | 预计金额（万元） |
        |---|---|
        | 仁和医院 | 50 |
        | 明湾大学 | 1.2亿元 |
        """),
      .good(
        LocalText(zh: "英文计划", en: "an English plan"), path: "2026-03.md",
        """
        # Ben March 2026 plan

        ## Targets

        - Bookings: $300,000
        - Visits: 40 customers
        """),
    ],
    looksFor: [.otherUnit, .yuan],
    check: .file { file, context, findings in
      guard file.isPlanLike else { return }
      let index = PhraseIndex(file)
      for fact in file.facts where fact.form == .amount {
        guard let metric = fact.metric ?? file.labelledMetric(fact, index, context.book.lexicon),
          !context.metrics.fits(fact.unit, metric), file.isAlone(fact, index)
        else { continue }
        findings.add(
          .mismatch(context.book.registry[metric], fact.unit, file.source.quoted(fact.range.bytes)), at: fact.range,
          help: LocalText(zh: "改单位，或改指标", en: "mend the unit or the metric"))
      }
      for place in SmallCells.find(file, context.book) {
        findings.add(
          .smallCell(place.header, file.source.quoted(place.range)), at: SourceRange(file: file.id, place.range),
          help: LocalText(zh: "去掉格子里的单位，或改成表头的单位", en: "leave the unit out, or write the header's"))
      }
    })
}

extension PlanFile {
  /// The metric that the label before a number names, where the number was not taken for it.
  fileprivate func labelledMetric(_ fact: Fact, _ places: PhraseIndex, _ lexicon: Lexicon) -> MetricID? {
    guard fact.carrier == .list, fact.layer == .target else { return nil }
    guard let phrase = places.phrase(at: Int(fact.range.start)), phrase.label.count == 1,
      let index = phrase.label.first, tree.tokens[index].kind == .word,
      let metric = lexicon[tree.tokens[index].value].metric
    else { return nil }
    return MetricID(Int(metric))
  }

  /// Whether a number is all that its cell or label states, so that it is meant for the metric.
  fileprivate func isAlone(_ fact: Fact, _ places: PhraseIndex) -> Bool {
    switch fact.carrier {
    case .table, .matrix, .organizationTable, .tenDayTable, .weekdayTable, .review, .customerTable, .list: break
    case .prose, .actionItem, .condition, .csv: return false
    }
    let start = Int(fact.range.start)
    guard let index = token(in: start..<start + 1, where: { $0.kind == .quantity }),
      let place = places.element(at: start)
    else { return false }
    let element = tree.elements[place]
    guard element.table < 0 else { return isCell(index) }
    let body = element.phrase.body
    return element.phrase.colon >= 0 && body.lowerBound == index
      && !body.dropFirst().contains { [.quantity, .word, .text].contains(tree.tokens[$0].kind) }
  }

  /// Whether a token is all that stands between the borders of a cell.
  private func isCell(_ index: Int) -> Bool {
    let tokens = tree.tokens
    let start = index > 0 ? Int(tokens[index - 1].end) : 0
    let end = index + 1 < tokens.count ? Int(tokens[index + 1].start) : source.bytes.count
    let isBorder: (UInt8) -> Bool = { [UInt8(ascii: "|"), UInt8(ascii: "<"), UInt8(ascii: "\n")].contains($0) }
    return source.bytes[start..<max(start, Int(tokens[index].start))].contains(where: isBorder)
      && (index + 1 == tokens.count
        || source.bytes[Int(tokens[index].end)..<max(end, Int(tokens[index].end))].contains(where: isBorder))
  }
}

extension Message {
  fileprivate static func mismatch(_ metric: Metric, _ unit: FactUnit, _ written: String) -> Message {
    let counted: LocalText =
      switch metric.unit {
      case .money: LocalText(zh: "以金额计", en: "an amount of money")
      case .count: LocalText(zh: "以个数计", en: "a count")
      case .percent: LocalText(zh: "是百分比", en: "a percentage")
      case .days: LocalText(zh: "以天计", en: "a number of days")
      case .hours: LocalText(zh: "以小时计", en: "a number of hours")
      }
    let kind =
      switch unit {
      case .money: "is money"
      case .count: "is a count"
      case .days, .hours: "is a time"
      case .percent, .points, .unknown: "is none"
      }
    let label = metric.label
    return Message(
      zh: "\(label.zh)\(counted.zh)，写的是「\(written)」",
      en: "\(counted.en) is due for \(label.en), but `\(written)` \(kind)",
      Argument("metric", .text(metric.id)), Argument("text", .text(written)))
  }

  fileprivate static func smallCell(_ header: String, _ written: String) -> Message {
    Message(
      zh: "表头以\(header)计，这一格写的是「\(written)」", en: "the header counts in \(header), but this cell says `\(written)`",
      Argument("header", .text(header)), Argument("text", .text(written)))
  }
}
