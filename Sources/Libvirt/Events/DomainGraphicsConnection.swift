internal import CLibvirt

/// A viewer that connects to a guest's screen, authenticates, or goes.
public struct DomainGraphicsConnection: Hashable, Sendable {
    /// How far it is.
    public var phase: DomainGraphicsPhase
    /// The guest's end.
    public var local: Address
    /// The viewer's end.
    public var remote: Address
    /// How the viewer authenticates, such as `none` or `sasl`.
    public var authentication: String
    /// Who the viewer is, once it has authenticated.
    public var identities: [Identity]

    /// One end of the connection.
    public struct Address: Hashable, Sendable {
        /// What kind of address it is.
        public var type: DomainGraphicsAddressType
        /// The IP address, or the path of the socket.
        public var node: String
        /// The port; empty for a socket in the file system.
        public var service: String
    }

    /// One name under which a viewer is known.
    public struct Identity: Hashable, Sendable {
        /// What kind of name it is, such as `x509dname` or `saslUsername`.
        public var type: String
        /// The name.
        public var name: String
    }
}

extension DomainEventKind where Change == DomainGraphicsConnection {
    /// A viewer connected to the guest's screen, authenticated, or went.
    ///
    /// libvirt:
    /// [`virConnectDomainEventGraphicsCallback`](https://libvirt.org/html/libvirt-libvirt-domain.html#virConnectDomainEventGraphicsCallback)
    public static var graphics: DomainEventKind {
        DomainEventKind(.graphics, calling: viewerChanged as virConnectDomainEventGraphicsCallback)
    }
}

private func viewerChanged(
    _: OpaquePointer?, domain: OpaquePointer?, phase: Int32, local: UnsafePointer<virDomainEventGraphicsAddress>?,
    remote: UnsafePointer<virDomainEventGraphicsAddress>?, authentication: UnsafePointer<CChar>?,
    subject: UnsafePointer<virDomainEventGraphicsSubject>?, opaque: UnsafeMutableRawPointer?
) {
    let change = DomainGraphicsConnection(
        phase: DomainGraphicsPhase(rawValue: phase), local: DomainGraphicsConnection.Address(local),
        remote: DomainGraphicsConnection.Address(remote), authentication: String(borrowing: authentication),
        identities: identities(of: subject))
    DomainEventKind.deliver(domain, change, to: opaque)
}

private func identities(
    of subject: UnsafePointer<virDomainEventGraphicsSubject>?
) -> [DomainGraphicsConnection.Identity] {
    guard let subject = subject?.pointee, let first = subject.identities else { return [] }
    return UnsafeBufferPointer(start: first, count: Int(subject.nidentity)).map {
        DomainGraphicsConnection.Identity(type: String(borrowing: $0.type), name: String(borrowing: $0.name))
    }
}

extension DomainGraphicsConnection.Address {
    fileprivate init(_ address: UnsafePointer<virDomainEventGraphicsAddress>?) {
        type = DomainGraphicsAddressType(rawValue: address?.pointee.family ?? -1)
        node = String(borrowing: address?.pointee.node)
        service = String(borrowing: address?.pointee.service)
    }
}
