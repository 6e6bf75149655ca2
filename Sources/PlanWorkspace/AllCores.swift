import Dispatch
import PlanModel
import Synchronization

/// Spreads pieces of work over every core that the process may run on.
struct AllCores: Workers {
  func map<Result: Sendable>(_ count: Int, _ body: @Sendable (Int) -> Result) -> [Result] {
    let next = Atomic<Int>(0)
    let collected = Mutex<[(index: Int, result: Result)]>([])
    DispatchQueue.concurrentPerform(iterations: max(1, min(ProcessorCount.available, count))) { _ in
      var mine: [(index: Int, result: Result)] = []
      while true {
        let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard index < count else { break }
        mine.append((index, body(index)))
      }
      collected.withLock { $0 += mine }
    }
    return collected.withLock { $0.sorted { $0.index < $1.index }.map(\.result) }
  }
}
