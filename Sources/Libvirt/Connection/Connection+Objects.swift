// Every object leads back to the connection that it came through: the same one, so that closing it closes it for all.

extension ConnectionReference {
    fileprivate init(_ registrations: Registrations) { self.init(registrations.connection, registrations) }
}

extension DomainReference {
    /// The connection that the domain came through.
    public var connection: ConnectionReference<Mode> { ConnectionReference(registrations) }
}

extension DomainSnapshotReference {
    /// The connection that the snapshot came through.
    public var connection: ConnectionReference<Mode> { ConnectionReference(registrations) }
}

extension DomainCheckpointReference {
    /// The connection that the checkpoint came through.
    public var connection: ConnectionReference<Mode> { ConnectionReference(registrations) }
}

extension NetworkReference {
    /// The connection that the network came through.
    public var connection: ConnectionReference<Mode> { ConnectionReference(registrations) }
}

extension NetworkPortReference {
    /// The connection that the port came through.
    public var connection: ConnectionReference<Mode> { ConnectionReference(registrations) }
}

extension StoragePoolReference {
    /// The connection that the pool came through.
    public var connection: ConnectionReference<Mode> { ConnectionReference(registrations) }
}

extension StorageVolumeReference {
    /// The connection that the volume came through.
    public var connection: ConnectionReference<Mode> { ConnectionReference(registrations) }
}

extension NodeDeviceReference {
    /// The connection that the device came through.
    public var connection: ConnectionReference<Mode> { ConnectionReference(registrations) }
}

extension HostInterfaceReference {
    /// The connection that the interface came through.
    public var connection: ConnectionReference<Mode> { ConnectionReference(registrations) }
}

extension SecretReference {
    /// The connection that the secret came through.
    public var connection: ConnectionReference<Mode> { ConnectionReference(registrations) }
}

extension NWFilterReference {
    /// The connection that the filter came through.
    public var connection: ConnectionReference<Mode> { ConnectionReference(registrations) }
}

extension NWFilterBindingReference {
    /// The connection that the binding came through.
    public var connection: ConnectionReference<Mode> { ConnectionReference(registrations) }
}
