internal import CLibvirt

/// How many clients a server inside a daemon has and takes.
public struct AdminClientLimits: Hashable, Sendable {
    /// How many it takes at once; later ones wait.
    public var maximum: Int
    /// How many it has.
    public var current: Int
    /// How many may be there that have not said yet who they are.
    public var maximumUnauthenticated: Int
    /// How many there are that have not said yet who they are.
    public var currentUnauthenticated: Int
}

extension AdminServer {
    /// How many clients the server has and takes.
    ///
    /// libvirt: [`virAdmServerGetClientLimits`](https://libvirt.org/html/libvirt-libvirt-admin.html#virAdmServerGetClientLimits)
    public func clientLimits() async throws -> AdminClientLimits {
        let parameters = try await parameters("virAdmServerGetClientLimits") {
            virAdmServerGetClientLimits($0, $1, $2, 0)
        }
        return AdminClientLimits(
            maximum: parameters.number(.serverClientsMax), current: parameters.number(.serverClientsCurrent),
            maximumUnauthenticated: parameters.number(.serverUnauthenticatedClientsMax),
            currentUnauthenticated: parameters.number(.serverUnauthenticatedClientsCurrent))
    }

    /// Changes how many clients the server takes, until the daemon is started anew; what is `nil` stays as it is.
    ///
    /// Clients that are there stay, also when they are too many now.
    /// - Parameters:
    ///   - maximum: How many at once.
    ///   - maximumUnauthenticated: How many that have not said yet who they are; not above the maximum.
    /// - Throws: ``LibvirtError`` with code `invalidArgument` where the two contradict each other; nothing is changed
    ///   then.
    ///
    /// libvirt: [`virAdmServerSetClientLimits`](https://libvirt.org/html/libvirt-libvirt-admin.html#virAdmServerSetClientLimits)
    public func setClientLimits(maximum: Int? = nil, maximumUnauthenticated: Int? = nil) async throws {
        try await set(
            "virAdmServerSetClientLimits",
            [.serverClientsMax: maximum, .serverUnauthenticatedClientsMax: maximumUnauthenticated]
        ) { virAdmServerSetClientLimits($0, $1, $2, 0) }
    }
}
