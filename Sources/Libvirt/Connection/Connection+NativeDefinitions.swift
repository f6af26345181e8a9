internal import CLibvirt

/// A form in which a hypervisor itself describes guests.
public struct NativeFormat: RawRepresentable, Hashable, Sendable, ExpressibleByStringLiteral {
    /// libvirt's name of it.
    public let rawValue: String

    /// The form that libvirt calls so.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The form that libvirt calls so.
    public init(stringLiteral name: String) { self.init(rawValue: name) }

    /// QEMU's command line.
    public static let qemuArguments: Self = "qemu-argv"
    /// The configuration of Xen's xl.
    public static let xenXL: Self = "xen-xl"
    /// The configuration of Xen's xm.
    public static let xenXM: Self = "xen-xm"
    /// The configuration of an LXC container.
    public static let lxc: Self = "lxc-tools"
    /// VMware's configuration.
    public static let vmware: Self = "vmware-vmx"
    /// The command line of FreeBSD's bhyve.
    public static let bhyveArguments: Self = "bhyve-argv"
}

extension ConnectionReference where Mode == ReadWrite {
    /// Translates a hypervisor's own description of a guest into a `<domain>` document, without defining it.
    ///
    /// - Parameters:
    ///   - native: The description.
    ///   - format: Its form.
    /// - Returns: The `<domain>` document.
    /// - Throws: ``LibvirtError`` with code `noSupport` or `invalidArgument` for a form that the driver does not read;
    ///   QEMU's reads none any more.
    ///
    /// libvirt: [`virConnectDomainXMLFromNative`](https://libvirt.org/html/libvirt-libvirt-domain.html#virConnectDomainXMLFromNative)
    public func domainXML(from native: String, _ format: NativeFormat) async throws -> String {
        try await handle.string("virConnectDomainXMLFromNative") { connection in
            try format.rawValue.withCheckedCString { format in
                try native.withCheckedCString { virConnectDomainXMLFromNative(connection, format, $0, 0) }
            }
        }
    }

    /// Translates a `<domain>` document into the hypervisor's own form, such as the command line of QEMU.
    ///
    /// - Parameters:
    ///   - xml: The whole document.
    ///   - format: The form.
    /// - Returns: The text in that form.
    /// - Throws: ``LibvirtError`` with code `noSupport` or `invalidArgument` for a form that the driver does not write,
    ///   and as for defining the document.
    ///
    /// libvirt: [`virConnectDomainXMLToNative`](https://libvirt.org/html/libvirt-libvirt-domain.html#virConnectDomainXMLToNative)
    public func nativeDefinition(from xml: String, _ format: NativeFormat) async throws -> String {
        try await handle.string("virConnectDomainXMLToNative") { connection in
            try format.rawValue.withCheckedCString { format in
                try xml.withCheckedCString { virConnectDomainXMLToNative(connection, format, $0, 0) }
            }
        }
    }
}
