/// What a heading says its section is about.
package enum SectionKind: String, Sendable, CaseIterable {
  case targets, breakdown, strategy, conditions, obstacles, customers, competition, products, focus, roles, actions
  case rewards, penalties, support, stages
  case tenDay = "ten-day"
  case week, day, projects, capability, review
  case carriedOver = "carried-over"
  case nextDay = "next-day"
  case scores
  case changeLog = "change-log"
  case risks, forecast, definitions
}

/// What a column header or an item's label says about the value beside it.
package enum Attribute: String, Sendable, CaseIterable {
  case number, item, responsible, department, due, start, status, cause, lesson, shortfall, improvement, help, done
  case remark, basis, unit, probability
  case expectedAmount = "expected-amount"
  case opportunity, competitor, strength, weakness, response, priority, place, materials, expense, knowledge, skill
  case industryInformation = "industry-information"
  case reward, penalty, stage, trait, habit, score, title
}

/// What runs along a table's rows or columns, as its first header says.
package enum AxisHeader: String, Sendable, CaseIterable {
  case metric, period, year, half, quarter, month
  case tenDay = "ten-day"
  case week, day, owner, region, industry, product, customer
  case customerClass = "customer-class"

  /// Whether the axis runs over time.
  package var isPeriod: Bool {
    switch self {
    case .period, .year, .half, .quarter, .month, .tenDay, .week, .day: true
    case .metric, .owner, .region, .industry, .product, .customer, .customerClass: false
    }
  }
}

/// A number that follows from others: recomputed, never a fact.
package enum Derived: String, Sendable, CaseIterable {
  case total, attainment, variance, growth
  case chainGrowth = "chain-growth"
  case share, cumulative, average
}

/// Whether a number was promised, is expected, has happened, or is where things stood before.
///
/// Layers are never added to each other and never overwrite each other.
package enum Layer: UInt8, Sendable, CaseIterable {
  case target
  case forecast
  case actual
  case baseline
}

/// How far an action has come.
package enum ActionState: String, Sendable, CaseIterable { case done, open, running, late }

/// Words that take the place of a number, or weaken one.
package enum WeakWord: String, Sendable, CaseIterable { case vague, hedge }

/// Small words that change how the words beside them are read.
package enum Cue: String, Sendable, CaseIterable {
  case partOf = "part-of"
  case needed, current
  case endOf = "end-of"
  case before, price, within
  case lastDone = "last-done"
  case recurring, ordinal, unchanged
  /// 新开发: customers who were none before.
  case added
  /// 客户经理, `account executive`: who does the work, where nobody is named.
  case role
  /// 签下…项目，金额约18万元: what single contracts are worth is no target of the whole.
  case worth
  /// `against a target of`: the layer named next is not the sentence's.
  case against
}

/// Whether a customer was, is, or is to become one.
package enum CustomerClass: String, Sendable, CaseIterable { case past, existing, new }
