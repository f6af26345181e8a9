internal import CLibvirt

/// How a connection finds out that the other side is gone although nobody said so: by asking it now and then.
public struct KeepAlive: Hashable, Sendable {
    /// How long the connection may be silent before the other side is asked; whole seconds, 0 for never.
    public var interval: Duration
    /// How many questions may stay without an answer before the connection counts as broken.
    public var count: Int

    /// Asks after `interval` of silence, and gives up after `count` questions without an answer.
    public init(interval: Duration, count: Int) {
        self.interval = interval
        self.count = count
    }

    /// Five questions, five seconds apart: a dead host is noticed after half a minute.
    public static let standard = KeepAlive(interval: .seconds(5), count: 5)
    /// Never asks.
    public static let off = KeepAlive(interval: .zero, count: 0)

    /// Sets it on a connection that is being opened, and says nothing where there is nobody to ask.
    ///
    /// - Parameters:
    ///   - keepAlive: What to set; `nil` sets the standard on connections that lead to another host.
    ///   - connection: The connection.
    /// - Throws: ``LibvirtError`` when the connection broke meanwhile, or for a number that does not fit.
    static func begin(_ keepAlive: KeepAlive?, on connection: OpaquePointer) throws {
        guard keepAlive != nil || leadsElsewhere(connection) else { return }
        let keepAlive = keepAlive ?? .standard
        do {
            try keepAlive.set(on: connection)
        } catch let error as LibvirtError where error.code == .noSupport {
            // Drivers that work inside this process.
        }
    }

    /// Answers whether the other side takes part.
    @discardableResult
    fileprivate func set(on connection: OpaquePointer) throws -> Bool {
        let seconds = try Int32(checking: Int(clamping: interval.components.seconds), "count of seconds")
        let questions = try UInt32(Int32(checking: count, "count of questions"))
        return try check(virConnectSetKeepAlive(connection, seconds, questions), "virConnectSetKeepAlive") == 0
    }

    /// libvirt has resolved aliases and defaults by then.
    private static func leadsElsewhere(_ connection: OpaquePointer) -> Bool {
        guard let text = virConnectGetURI(connection) else { return false }
        return (try? ConnectionURI(String(adopting: text)))?.host != nil
    }
}

extension ConnectionReference {
    /// Changes how the connection finds out that the other side is gone.
    ///
    /// A connection to another host begins with ``KeepAlive/standard``. When the other side does not answer, calls that
    /// wait throw and subscriptions end with an error.
    /// - Parameter keepAlive: When to ask.
    /// - Returns: Whether the other side takes part; a daemon from before 2011 does not.
    /// - Throws: ``LibvirtError`` with code `noSupport` on drivers that work inside this process, `invalidArgument` for
    ///   a negative number.
    ///
    /// libvirt: [`virConnectSetKeepAlive`](https://libvirt.org/html/libvirt-libvirt-host.html#virConnectSetKeepAlive)
    @discardableResult
    public func setKeepAlive(_ keepAlive: KeepAlive) async throws -> Bool {
        try await handle.call { try keepAlive.set(on: $0) }
    }
}
