/// Reads what hardware and host OS tell about themselves in `/proc` and `/sys`.
///
/// Nothing is started, nothing needs root, no file is read beyond a limit. A fact that cannot be read is left out and its
/// reason stands in the layer's `unavailable`.
///
/// ```swift
/// let reading = HostReader().read()
/// print(reading.hardware.processor.model ?? "unknown", reading.host.kernel ?? "unknown")
/// ```
public struct HostReader: Sendable {
    /// What one reading found.
    public struct Reading: Sendable, Equatable {
        /// The machine.
        public var hardware: HardwareLayer
        /// The operating system on it.
        public var host: HostLayer
    }

    /// The folder below which `/proc`, `/sys`, `/etc` and `/dev` stand.
    public let root: String

    /// A reader of the running system, or of the recorded one below `root`.
    public init(root: String = "/") { self.root = root }

    /// Reads hardware and host OS; takes a few milliseconds at most and blocks on nothing but the kernel.
    public func read() -> Reading {
        let files = HostFiles(root: root)
        // Both layers need these two, and they are the dearest to read.
        let processors = Result { () throws(HostFiles.Unreadable) in
            // One processor's entry is enough and fits; with hundreds of them the file is large and slow to make.
            KeyedLines(try files.text("/proc/cpuinfo", limit: 8192), stopsAtBlankLine: true)
        }
        let memory = Result { () throws(HostFiles.Unreadable) in
            KeyedLines(try files.text("/proc/meminfo", limit: 8192))
        }
        let hardware = HardwareReader(files: files, processors: processors, memory: memory).read()
        let host = HostOSReader(files: files, processors: processors, memory: memory, product: hardware.product).read()
        return Reading(hardware: hardware, host: host)
    }
}

/// A parsed file, or why there is none.
typealias Parsed = Result<KeyedLines, HostFiles.Unreadable>

extension Result where Failure == HostFiles.Unreadable {
    /// The value, if there is one.
    var value: Success? { try? get() }

    /// Why there is no value.
    var reason: String? {
        guard case .failure(let failure) = self else { return nil }
        return failure.reason
    }
}
