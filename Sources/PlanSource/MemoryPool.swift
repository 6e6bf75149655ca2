import Synchronization

/// What readers remember from file to file: one memory for each thread that reads at a time.
package final class MemoryPool<Memory: Sendable>: Sendable {
  private let free = Mutex<[Memory]>([])
  private let fresh: @Sendable () -> Memory

  package init(_ fresh: @escaping @Sendable () -> Memory) { self.fresh = fresh }

  /// A memory that nobody else uses until it is given back.
  package func take() -> Memory { free.withLock { $0.popLast() } ?? fresh() }

  package func giveBack(_ memory: Memory) { free.withLock { $0.append(memory) } }
}
