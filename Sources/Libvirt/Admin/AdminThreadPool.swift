internal import CLibvirt

/// The threads of a server inside a daemon.
public struct AdminThreadPool: Hashable, Sendable {
    /// How many it has at least.
    public var minimum: Int
    /// How many it has at most.
    public var maximum: Int
    /// How many it has.
    public var current: Int
    /// How many of them have nothing to do.
    public var free: Int
    /// How many more are kept for calls that never wait, such as ending a guest whose hypervisor hangs.
    public var priority: Int
    /// How many calls wait for a thread.
    public var waitingCalls: Int
}

extension AdminServer {
    /// The server's threads.
    ///
    /// libvirt: [`virAdmServerGetThreadPoolParameters`](https://libvirt.org/html/libvirt-libvirt-admin.html#virAdmServerGetThreadPoolParameters)
    public func threadPool() async throws -> AdminThreadPool {
        let parameters = try await parameters("virAdmServerGetThreadPoolParameters") {
            virAdmServerGetThreadPoolParameters($0, $1, $2, 0)
        }
        return AdminThreadPool(
            minimum: parameters.number(.threadPoolWorkersMin), maximum: parameters.number(.threadPoolWorkersMax),
            current: parameters.number(.threadPoolWorkersCurrent), free: parameters.number(.threadPoolWorkersFree),
            priority: parameters.number(.threadPoolWorkersPriority),
            waitingCalls: parameters.number(.threadPoolJobQueueDepth))
    }

    /// Changes how many threads the server has, until the daemon is started anew; what is `nil` stays as it is.
    ///
    /// - Parameters:
    ///   - minimum: How many at least; not above the maximum.
    ///   - maximum: How many at most.
    ///   - priority: How many more for calls that never wait.
    /// - Throws: ``LibvirtError`` with code `invalidArgument` or `internalError` where minimum and maximum contradict
    ///   each other; nothing is changed then.
    ///
    /// libvirt: [`virAdmServerSetThreadPoolParameters`](https://libvirt.org/html/libvirt-libvirt-admin.html#virAdmServerSetThreadPoolParameters)
    public func setThreadPool(minimum: Int? = nil, maximum: Int? = nil, priority: Int? = nil) async throws {
        try await set(
            "virAdmServerSetThreadPoolParameters",
            [.threadPoolWorkersMin: minimum, .threadPoolWorkersMax: maximum, .threadPoolWorkersPriority: priority]
        ) { virAdmServerSetThreadPoolParameters($0, $1, $2, 0) }
    }

    func parameters(
        _ name: StaticString,
        _ body:
            @escaping @Sendable (
                OpaquePointer, UnsafeMutablePointer<virTypedParameterPtr?>, UnsafeMutablePointer<Int32>
            ) -> Int32
    ) async throws -> TypedParameters {
        try await handle.call { try TypedParameters(of: $0, AdminServerKind.self, name, body) }
    }

    func set(
        _ name: StaticString, _ numbers: [TypedParameterName: Int?],
        _ body: @escaping @Sendable (OpaquePointer, virTypedParameterPtr?, Int32) -> Int32
    ) async throws {
        var parameters: TypedParameters = [:]
        for (name, number) in numbers {
            guard let number else { continue }
            parameters[name] = .unsigned(UInt32(try Int32(checking: number, "count")))
        }
        guard !parameters.elements.isEmpty else { return }
        try await handle.status(name) { [parameters] server in
            try parameters.withUnsafeParameters { body(server, $0, $1) }
        }
    }
}

extension TypedParameters {
    /// Makes one of the calls that answer an array of their own making.
    init<Kind: HandleKind>(
        of pointer: OpaquePointer, _ kind: Kind.Type, _ name: StaticString,
        _ body: (
            OpaquePointer, UnsafeMutablePointer<virTypedParameterPtr?>, UnsafeMutablePointer<Int32>
        ) -> Int32
    ) throws {
        var parameters: virTypedParameterPtr?
        var count: Int32 = 0
        try check(body(pointer, &parameters, &count), name, Kind.describe(pointer))
        self.init(adopting: parameters, count: Int(count))
    }

    /// The number of that name; 0 where it is not there.
    func number(_ name: TypedParameterName) -> Int { Int(clamping: self[name]?.count ?? 0) }
}
