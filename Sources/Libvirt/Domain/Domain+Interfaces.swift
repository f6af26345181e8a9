internal import CLibvirt
internal import Glibc
internal import Quantities

/// A network interface of a guest with its addresses.
public struct GuestInterface: Hashable, Sendable {
    /// Its name: the guest's own where the guest's agent was asked, else the host's.
    public var name: String
    /// Its hardware (MAC) address.
    public var hardwareAddress: String?
    /// Its network addresses.
    public var addresses: [Address]

    /// A network address of an interface.
    public struct Address: Hashable, Sendable {
        /// Whether it is of IPv4 or IPv6.
        public var type: IPAddressType
        /// The address in its usual writing.
        public var address: String
        /// How many leading bits name the network.
        public var prefix: Int

        /// An address.
        public init(type: IPAddressType, address: String, prefix: Int) {
            self.type = type
            self.address = address
            self.prefix = prefix
        }
    }

    /// An interface.
    public init(name: String, hardwareAddress: String? = nil, addresses: [Address] = []) {
        self.name = name
        self.hardwareAddress = hardwareAddress
        self.addresses = addresses
    }

    init(_ interface: virDomainInterface) {
        name = String(borrowing: interface.name)
        hardwareAddress = interface.hwaddr.map { String(cString: $0) }
        addresses = UnsafeBufferPointer(start: interface.addrs, count: Int(interface.naddrs)).map { address in
            Address(
                type: IPAddressType(rawValue: address.type), address: String(borrowing: address.addr),
                prefix: Int(address.prefix))
        }
    }
}

extension DomainReference {
    /// The network interfaces of the running domain with the addresses that they have.
    ///
    /// - Parameter source: Whom to ask: the host's DHCP server, its ARP tables, or the guest's agent. The agent is
    ///   only there for a domain that may be changed.
    /// - Returns: None is no error: the one asked may not know.
    /// - Throws: ``LibvirtError`` with code `operationDenied` for the agent of a ``ReadOnlyDomain``,
    ///   `agentUnresponsive` when the agent does not answer, `operationInvalid` when the domain does not run.
    ///
    /// libvirt: [`virDomainInterfaceAddresses`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainInterfaceAddresses)
    public func interfaceAddresses(
        from source: DomainInterfaceAddressSource = .lease
    ) async throws -> [GuestInterface] {
        guard source != .agent || Mode.self != ReadOnly.self else {
            throw LibvirtError(
                code: .operationDenied, message: "the guest's agent may not be asked by somebody who may only look",
                call: "virDomainInterfaceAddresses", subject: handle.subject,
                hint: "ask for leases, or open a connection that may change things")
        }
        return try await handle.call(lane: source == .agent ? .long : .short) { domain in
            var interfaces: UnsafeMutablePointer<virDomainInterfacePtr?>?
            let count = try check(
                virDomainInterfaceAddresses(domain, &interfaces, UInt32(bitPattern: source.rawValue), 0),
                "virDomainInterfaceAddresses", DomainKind.describe(domain))
            guard let interfaces else { return [] }
            defer { free(interfaces) }
            return (0..<Int(count)).compactMap { index in
                defer { virDomainInterfaceFree(interfaces[index]) }
                return interfaces[index].map { GuestInterface($0.pointee) }
            }
        }
    }

    /// What has gone through a network interface of the running domain.
    ///
    /// - Parameter device: The interface's name on the host, such as `vnet0`, or its MAC address.
    /// - Returns: The counts since the domain was started.
    /// - Throws: ``LibvirtError`` with code `invalidArgument` when there is no such interface, `operationInvalid` when
    ///   the domain does not run.
    ///
    /// libvirt: [`virDomainInterfaceStats`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainInterfaceStats)
    public func interfaceStatistics(_ device: String) async throws -> InterfaceStatistics {
        try await handle.call { domain in
            var raw = virDomainInterfaceStatsStruct()
            try device.withCheckedCString { name in
                _ = try check(
                    virDomainInterfaceStats(domain, name, &raw, MemoryLayout.size(ofValue: raw)),
                    "virDomainInterfaceStats", DomainKind.describe(domain))
            }
            // libvirt writes -1 for what the hypervisor did not report.
            return InterfaceStatistics(
                name: device, bytesReceived: UInt64(exactly: raw.rx_bytes).map(ByteCount.bytes),
                packetsReceived: UInt64(exactly: raw.rx_packets), receiveErrors: UInt64(exactly: raw.rx_errs),
                receiveDrops: UInt64(exactly: raw.rx_drop),
                bytesSent: UInt64(exactly: raw.tx_bytes).map(ByteCount.bytes),
                packetsSent: UInt64(exactly: raw.tx_packets), sendErrors: UInt64(exactly: raw.tx_errs),
                sendDrops: UInt64(exactly: raw.tx_drop))
        }
    }
}
