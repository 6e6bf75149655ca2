/// The English words that name periods.
struct PeriodWords: Sendable {
  enum Word: Hashable, Sendable {
    case month(Int)
    case weekday(Int)
    case week
    case days
    /// What makes `30-day` a stretch of a plan.
    case plan
    case period(WrittenPeriod)
  }

  private var table = WordTable()
  private var meanings: [Word] = []

  init() {
    let months = [
      ["January", "Jan"], ["February", "Feb"], ["March", "Mar"], ["April", "Apr"], ["May"], ["June", "Jun"],
      ["July", "Jul"], ["August", "Aug"], ["September", "Sept", "Sep"], ["October", "Oct"], ["November", "Nov"],
      ["December", "Dec"],
    ]
    for (index, names) in months.enumerated() { add(.month(index + 1), names) }
    let weekdays = [
      ["Monday", "Mon"], ["Tuesday", "Tues", "Tue"], ["Wednesday", "Wed"], ["Thursday", "Thurs", "Thur", "Thu"],
      ["Friday", "Fri"], ["Saturday", "Sat"], ["Sunday", "Sun"],
    ]
    for (index, names) in weekdays.enumerated() { add(.weekday(index + 1), names) }
    add(.week, ["week", "wk"])
    add(.days, ["days", "day"])
    add(.plan, ["plan", "plans", "goal", "goals", "target", "targets", "objectives"])
    add(.period(.wholeYear), ["full year", "whole year"])
    add(.period(.relativeYear(.last)), ["last year", "prior year", "previous year"])
    add(.period(.relativeYear(.next)), ["next year"])
    add(.period(.current(.year)), ["this year"])
    add(.period(.current(.quarter)), ["this quarter"])
    add(.period(.current(.month)), ["this month"])
    add(.period(.current(.week)), ["this week"])
    for (index, name) in ["first", "second"].enumerated() {
      add(.period(.half(index + 1, year: .scope)), ["\(name) half"])
    }
    for (index, name) in ["first", "second", "third", "fourth"].enumerated() {
      add(.period(.quarter(index + 1, year: .scope)), ["\(name) quarter"])
    }
  }

  func match(_ text: Span<UInt8>, _ at: Int, _ end: Int) -> (word: Word, end: Int)? {
    guard let found = table.match(text, at: at, end: end) else { return nil }
    return (meanings[Int(found.value)], found.end)
  }

  private mutating func add(_ word: Word, _ names: [String]) {
    for name in names { table.add(name, value: UInt32(meanings.count)) }
    meanings.append(word)
  }
}
