internal import CLibvirt

/// A two-way line to a guest's serial port or console.
///
/// ```swift
/// let console = try await guest.openConsole()
/// try await console.write("uname -a\n")
/// while let bytes = try await console.next() { print(String(decoding: bytes, as: UTF8.self), terminator: "") }
/// ```
/// One task at a time reads; any task may write. Output that nobody reads waits, and the guest with it once 1 MiB
/// waits. The line ends when ``close()`` is called, the last reference goes, or the guest is off.
public final class Console: AsyncSequence, AsyncIteratorProtocol, Sendable {
    private let pump: StreamPump

    init(_ stream: Handle<StreamKind>) async throws {
        pump = StreamPump(stream)
        let pump = pump
        try await BlockingExecutor.run { try pump.start() }
    }

    deinit {
        let pump = pump
        BlockingExecutor.later { pump.stop() }
    }

    /// What the guest has written since the last call; waits until there is something.
    ///
    /// - Returns: `nil` when the line has ended or the task was cancelled.
    /// - Throws: ``LibvirtError`` when the line broke.
    public func next() async throws -> [UInt8]? { try await pump.next() }

    /// The console itself.
    public func makeAsyncIterator() -> Console { self }

    /// Types `bytes` on the guest's keyboard side; returns when they are on their way.
    ///
    /// - Throws: ``LibvirtError`` when the line has ended.
    public func write(_ bytes: some Sequence<UInt8> & Sendable) async throws {
        let pump = pump
        let bytes = Array(bytes)
        try await BlockingExecutor.run { try pump.write(bytes) }
    }

    /// Types `text` on the guest's keyboard side; returns when it is on its way.
    ///
    /// - Throws: ``LibvirtError`` when the line has ended.
    public func write(_ text: String) async throws { try await write(text.utf8) }

    /// Hangs up; the guest goes on.
    ///
    /// What it has written so far can still be read.
    public func close() async {
        let pump = pump
        _ = try? await BlockingExecutor.run { pump.stop() }
    }
}

extension DomainReference where Mode == ReadWrite {
    /// Opens a line to the guest's console or serial port.
    ///
    /// The domain must run or stand suspended, and have such a device backed by a pseudo-terminal. Opened while it is
    /// suspended, nothing of its output is missed.
    /// - Parameters:
    ///   - device: The device's alias, such as `serial0`; `nil` for the first.
    ///   - options: Whether to throw out somebody who is connected already.
    /// - Returns: The open line, for one reader.
    /// - Throws: ``LibvirtError`` with code `operationInvalid` when the domain does not run, `internalError` when it
    ///   has no such device, `operationFailed` when somebody else is connected and `.force` was not given.
    ///
    /// libvirt: [`virDomainOpenConsole`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainOpenConsole)
    public func openConsole(_ device: String? = nil, _ options: DomainOpenConsoleOptions = []) async throws -> Console {
        let connection = registrations.connection
        let stream = try await handle.call { domain in
            // Non-blocking: a console is read from libvirt's event loop, for no call could be interrupted.
            let stream: Handle<StreamKind> = try connection.withUnsafePointer {
                Handle(adopting: try check(virStreamNew($0, UInt32(VIR_STREAM_NONBLOCK.rawValue)), "virStreamNew"))
            }
            try stream.withUnsafePointer { pointer in
                let result = try device.withCheckedCString {
                    virDomainOpenConsole(domain, $0, pointer, options.rawValue)
                }
                try check(result, "virDomainOpenConsole", DomainKind.describe(domain))
            }
            return stream
        }
        return try await Console(stream)
    }
}
