internal import CLibvirt

extension DomainReference where Mode == ReadWrite {
    /// Opens the namespaces of a running container.
    ///
    /// The daemon must be on this machine.
    /// - Returns: The namespaces, to be entered with ``ContainerNamespaces/run(as:_:)``.
    /// - Throws: ``LibvirtError`` with code `operationInvalid` when the container does not run, `noSupport` on other
    ///   drivers than LXC's.
    ///
    /// libvirt: [`virDomainLxcOpenNamespace`](https://libvirt.org/html/libvirt-libvirt-lxc.html#virDomainLxcOpenNamespace)
    public func openNamespaces() async throws -> ContainerNamespaces {
        let container = self
        return try await handle.call { domain in
            var array: UnsafeMutablePointer<Int32>?
            let count = try check(
                virDomainLxcOpenNamespace(domain, &array, 0), "virDomainLxcOpenNamespace", DomainKind.describe(domain))
            return ContainerNamespaces(OwnedDescriptor.adopt(array, count: Int(count)), of: container)
        }
    }

    /// Puts this whole process, for good, under the container's limits of processor time, memory and disk traffic.
    ///
    /// For small programs that go on to enter the container. libvirt takes the domain's number for a process of the
    /// host, which is true of containers only, so that this library refuses any other domain.
    /// - Throws: ``LibvirtError`` with code `noSupport` on other drivers than LXC's, `systemError` where the kernel
    ///   refuses.
    ///
    /// libvirt: [`virDomainLxcEnterCGroup`](https://libvirt.org/html/libvirt-libvirt-lxc.html#virDomainLxcEnterCGroup)
    public func enterControlGroup() async throws {
        try await handle.status("virDomainLxcEnterCGroup") { domain in
            // The connection stays the domain's.
            guard String(borrowing: virConnectGetType(virDomainGetConnect(domain))) == "LXC" else {
                throw LibvirtError(
                    code: .noSupport, message: "the domain is no container of libvirt's LXC driver",
                    call: "virDomainLxcEnterCGroup", subject: DomainKind.describe(domain),
                    hint: "only the processes of containers are known by the number of their domain")
            }
            return virDomainLxcEnterCGroup(domain, 0)
        }
    }
}
