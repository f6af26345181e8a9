internal import CLibvirt

/// What keeps the host's guests apart, such as AppArmor or SELinux.
public struct SecurityModel: Hashable, Sendable {
    /// Its name, such as `apparmor` or `selinux`.
    public var name: String
    /// The domain of interpretation: what the labels mean is agreed on inside it.
    public var domainOfInterpretation: String

    /// A model of that name.
    public init(name: String, domainOfInterpretation: String = "0") {
        self.name = name
        self.domainOfInterpretation = domainOfInterpretation
    }
}

/// What the host's AMD processor offers to guests whose memory it encrypts (SEV).
public struct SEVInfo: Hashable, Sendable {
    /// The platform's Diffie-Hellman key.
    public var diffieHellmanKey: String?
    /// The platform's chain of certificates.
    public var certificateChain: String?
    /// The number of the first processor, by which AMD's server knows its certificate.
    public var processorID: String?
    /// The bit of an address that says whether the page is encrypted.
    public var encryptionBit: Int?
    /// How many bits physical addresses lose in such guests.
    public var reducedAddressBits: Int?
    /// How many such guests the host can run.
    public var maximumGuests: Int?
    /// How many guests with encrypted registers as well (SEV-ES) the host can run.
    public var maximumESGuests: Int?

    init(_ parameters: TypedParameters) {
        diffieHellmanKey = parameters[.nodeSEVPDH]?.text
        certificateChain = parameters[.nodeSEVCertChain]?.text
        processorID = parameters[.nodeSEVCPU0ID]?.text
        encryptionBit = parameters[.nodeSEVCBitPosition]?.count.map { Int(clamping: $0) }
        reducedAddressBits = parameters[.nodeSEVReducedPhysBits]?.count.map { Int(clamping: $0) }
        maximumGuests = parameters[.nodeSEVMaxGuests]?.count.map { Int(clamping: $0) }
        maximumESGuests = parameters[.nodeSEVMaxESGuests]?.count.map { Int(clamping: $0) }
    }
}

extension ConnectionReference {
    /// What the host's firmware says of the host, as libvirt's `<sysinfo>` document.
    ///
    /// Only daemons that run as root can read it.
    ///
    /// libvirt: [`virConnectGetSysinfo`](https://libvirt.org/html/libvirt-libvirt-host.html#virConnectGetSysinfo)
    public var systemInformation: String {
        get async throws { try await handle.string("virConnectGetSysinfo") { virConnectGetSysinfo($0, 0) } }
    }

    /// What keeps the host's guests apart; `nil` where nothing does.
    ///
    /// libvirt: [`virNodeGetSecurityModel`](https://libvirt.org/html/libvirt-libvirt-host.html#virNodeGetSecurityModel)
    public func securityModel() async throws -> SecurityModel? {
        try await handle.call { connection in
            var model = virSecurityModel()
            try check(virNodeGetSecurityModel(connection, &model), "virNodeGetSecurityModel")
            let name = String(characters: model.model)
            return name.isEmpty
                ? nil : SecurityModel(name: name, domainOfInterpretation: String(characters: model.doi))
        }
    }

    /// Whether what goes over the connection is encrypted.
    ///
    /// A UNIX socket is not, and yet ``isSecure``.
    ///
    /// libvirt: [`virConnectIsEncrypted`](https://libvirt.org/html/libvirt-libvirt-host.html#virConnectIsEncrypted)
    public var isEncrypted: Bool {
        get async throws { try await handle.status("virConnectIsEncrypted") { virConnectIsEncrypted($0) } == 1 }
    }

    /// Whether nobody else can listen on the connection: it is encrypted, or does not leave the machine.
    ///
    /// libvirt: [`virConnectIsSecure`](https://libvirt.org/html/libvirt-libvirt-host.html#virConnectIsSecure)
    public var isSecure: Bool {
        get async throws { try await handle.status("virConnectIsSecure") { virConnectIsSecure($0) } == 1 }
    }
}

extension ConnectionReference where Mode == ReadWrite {
    /// What the host's AMD processor offers to guests with encrypted memory.
    ///
    /// libvirt takes the platform's keys for a secret, and refuses it on connections that only look.
    ///
    /// - Throws: ``LibvirtError`` with code `operationUnsupported` where the host has no such processor, `noSupport`
    ///   where the driver cannot tell.
    ///
    /// libvirt: [`virNodeGetSEVInfo`](https://libvirt.org/html/libvirt-libvirt-host.html#virNodeGetSEVInfo)
    public func sevInfo() async throws -> SEVInfo {
        try await handle.call { connection in
            var parameters: virTypedParameterPtr?
            var count: Int32 = 0
            try check(virNodeGetSEVInfo(connection, &parameters, &count, 0), "virNodeGetSEVInfo")
            return SEVInfo(TypedParameters(adopting: parameters, count: Int(count)))
        }
    }
}
