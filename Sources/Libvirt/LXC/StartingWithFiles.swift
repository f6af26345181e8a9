internal import CLibvirt

extension DomainReference where Mode == ReadWrite {
    /// Boots a container and hands open files to its first program, as its descriptors from 3 on.
    ///
    /// As ``start(_:)``; the daemon must be on this machine, reached through its UNIX socket.
    /// - Parameters:
    ///   - files: The files, in the order of the program's descriptors; they stay the caller's.
    ///   - options: How to start.
    /// - Throws: ``LibvirtError`` with code `noSupport` where the domain is no container, `argumentUnsupported` for a
    ///   daemon that cannot be given files, and as ``start(_:)``.
    ///
    /// libvirt: [`virDomainCreateWithFiles`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainCreateWithFiles)
    public func start(passing files: [OwnedDescriptor], _ options: DomainStartOptions = []) async throws {
        try await handle.status("virDomainCreateWithFiles") { domain in
            files.withNumbers { virDomainCreateWithFiles(domain, $0, $1, options.rawValue) }
        }
    }
}

extension ConnectionReference where Mode == ReadWrite {
    /// Starts a container that the host forgets when it stops, and hands open files to its first program, as its
    /// descriptors from 3 on.
    ///
    /// As ``createTransient(_:_:)``; the daemon must be on this machine, reached through its UNIX socket.
    /// - Parameters:
    ///   - xml: The whole `<domain>` document.
    ///   - files: The files, in the order of the program's descriptors; they stay the caller's.
    ///   - options: How to start it.
    /// - Returns: The container, for as long as it runs.
    /// - Throws: ``LibvirtError`` with code `noSupport` where the driver has no containers, `argumentUnsupported` for a
    ///   daemon that cannot be given files, and as ``createTransient(_:_:)``.
    ///
    /// libvirt: [`virDomainCreateXMLWithFiles`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainCreateXMLWithFiles)
    public func createTransient(
        _ xml: String, passing files: [OwnedDescriptor], _ options: DomainStartOptions = []
    ) async throws -> Domain {
        let handle: Handle<DomainKind> = try await handle.object("virDomainCreateXMLWithFiles") { connection in
            try xml.withCheckedCString { xml in
                files.withNumbers { virDomainCreateXMLWithFiles(connection, xml, $0, $1, options.rawValue) }
            }
        }
        return Domain(handle, registrations)
    }
}
