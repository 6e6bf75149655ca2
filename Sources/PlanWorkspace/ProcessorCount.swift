import Glibc

/// Processors that this process may run on.
enum ProcessorCount {
  static var available: Int {
    max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
  }
}
