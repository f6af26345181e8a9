internal import CLibvirt

/// A version as libvirt counts: major, minor, release.
public struct Version: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The first number.
    public let major: UInt64
    /// The second number.
    public let minor: UInt64
    /// The third number.
    public let release: UInt64

    /// The version that libvirt writes as one number: major × 1,000,000 + minor × 1,000 + release.
    public init(packed: UInt64) {
        major = packed / 1_000_000
        minor = packed / 1000 % 1000
        release = packed % 1000
    }

    /// The version of the libvirt client library in this process.
    ///
    /// libvirt: [`virGetVersion`](https://libvirt.org/html/libvirt-libvirt-host.html#virGetVersion)
    public static var libvirtClient: Version {
        var packed: UInt = 0
        virGetVersion(&packed, nil, nil)
        return Version(packed: UInt64(packed))
    }

    /// `9.0.0`.
    public var description: String { "\(major).\(minor).\(release)" }

    /// Whether `left` is the older version.
    public static func < (left: Version, right: Version) -> Bool {
        (left.major, left.minor, left.release) < (right.major, right.minor, right.release)
    }
}

extension ConnectionReference {
    /// Where the connection leads, as libvirt completed it.
    ///
    /// Does not leave the process.
    ///
    /// libvirt: [`virConnectGetURI`](https://libvirt.org/html/libvirt-libvirt-host.html#virConnectGetURI)
    public var uri: String {
        get async throws { try await handle.string("virConnectGetURI") { virConnectGetURI($0) } }
    }

    /// The driver's name, such as `QEMU` or `Test`.
    ///
    /// A daemon is asked for it once; after that it does not leave the process.
    ///
    /// libvirt: [`virConnectGetType`](https://libvirt.org/html/libvirt-libvirt-host.html#virConnectGetType)
    public var driverName: String {
        get async throws {
            try await handle.call { String(borrowing: try check(virConnectGetType($0), "virConnectGetType")) }
        }
    }

    /// The host's name, as the hypervisor reports it.
    ///
    /// libvirt: [`virConnectGetHostname`](https://libvirt.org/html/libvirt-libvirt-host.html#virConnectGetHostname)
    public var hostname: String {
        get async throws { try await handle.string("virConnectGetHostname") { virConnectGetHostname($0) } }
    }

    /// The version of libvirt that the daemon runs.
    ///
    /// libvirt: [`virConnectGetLibVersion`](https://libvirt.org/html/libvirt-libvirt-host.html#virConnectGetLibVersion)
    public var libvirtVersion: Version {
        get async throws {
            try await handle.call { pointer in
                var packed: UInt = 0
                try check(virConnectGetLibVersion(pointer, &packed), "virConnectGetLibVersion")
                return Version(packed: UInt64(packed))
            }
        }
    }

    /// The version of the hypervisor, such as QEMU's; the first such question to a daemon makes it probe QEMU.
    ///
    /// libvirt: [`virConnectGetVersion`](https://libvirt.org/html/libvirt-libvirt-host.html#virConnectGetVersion)
    public var hypervisorVersion: Version {
        get async throws {
            try await handle.call { pointer in
                var packed: UInt = 0
                try check(virConnectGetVersion(pointer, &packed), "virConnectGetVersion")
                return Version(packed: UInt64(packed))
            }
        }
    }

    /// Whether the other side is still there.
    ///
    /// libvirt: [`virConnectIsAlive`](https://libvirt.org/html/libvirt-libvirt-host.html#virConnectIsAlive)
    public var isAlive: Bool {
        get async throws { try await handle.status("virConnectIsAlive") { virConnectIsAlive($0) } == 1 }
    }

    /// What the host can run, as libvirt's `<capabilities>` document.
    ///
    /// The first such question to a daemon makes it probe every emulator on the host, which takes seconds.
    ///
    /// libvirt: [`virConnectGetCapabilities`](https://libvirt.org/html/libvirt-libvirt-host.html#virConnectGetCapabilities)
    public var capabilities: String {
        get async throws { try await handle.string("virConnectGetCapabilities") { virConnectGetCapabilities($0) } }
    }
}

extension ConnectionReference where Mode == ReadWrite {
    /// What one kind of guest can have on this host, as libvirt's `<domainCapabilities>` document.
    ///
    /// Probes only the one emulator that it concerns; running it is why libvirt refuses this on connections that only
    /// look.
    /// - Parameters:
    ///   - type: The virtualization type, such as `kvm` or `qemu`; `nil` for the best there is.
    ///   - architecture: Such as `x86_64`; `nil` for the host's own.
    ///   - machine: The machine type; `nil` for the default.
    ///   - emulator: The path of the emulator; `nil` for the default.
    /// - Returns: A `<domainCapabilities>` document.
    /// - Throws: ``LibvirtError`` where the host has no such kind of guest.
    ///
    /// libvirt: [`virConnectGetDomainCapabilities`](https://libvirt.org/html/libvirt-libvirt-domain.html#virConnectGetDomainCapabilities)
    public func domainCapabilities(
        type: String? = nil, architecture: String? = nil, machine: String? = nil, emulator: String? = nil
    ) async throws -> String {
        try await handle.string("virConnectGetDomainCapabilities") { connection in
            try emulator.withCheckedCString { emulator in
                try architecture.withCheckedCString { architecture in
                    try machine.withCheckedCString { machine in
                        try type.withCheckedCString { type in
                            virConnectGetDomainCapabilities(connection, emulator, architecture, machine, type, 0)
                        }
                    }
                }
            }
        }
    }
}
