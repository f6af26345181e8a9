/// The device file of the kernel's virtualization.
public struct KVMDevice: Codable, Sendable, Equatable {
    /// What opening `/dev/kvm` for reading and writing came to.
    public enum Access: String, Codable, Sendable {
        /// There is no such device.
        case absent
        /// It is there, and this process may not open it.
        case refused
        /// It opens.
        case openable
    }

    /// What opening it came to.
    public var access: Access
    /// Why it does not open.
    public var reason: String?

    /// A device file that was tried.
    public init(access: Access, reason: String? = nil) {
        self.access = access
        self.reason = reason
    }
}

/// A network bridge of the host.
public struct Bridge: Codable, Sendable, Equatable {
    /// The bridge's name.
    public var name: String
    /// The devices that hang on it: adapters, and the taps of running guests.
    public var ports: [String]

    /// A bridge and its ports.
    public init(name: String, ports: [String] = []) {
        self.name = name
        self.ports = ports
    }
}

/// Services of the host OS that serve the virtualization host as they serve any other program.
public struct HostServices: Codable, Sendable, Equatable {
    /// The security modules of the kernel, such as `apparmor`.
    public var securityModules: [String]?
    /// Where users are looked up, in order, such as `files` and `sss`.
    public var directorySources: [String]?
    /// Backup programs that are installed; whether they are in use nobody tells.
    public var backupPrograms: [String]?

    /// The modules that libvirt confines guests with.
    public var confiningModules: [String] { (securityModules ?? []).filter { ["apparmor", "selinux"].contains($0) } }

    /// Services with what is known of them.
    public init(
        securityModules: [String]? = nil, directorySources: [String]? = nil, backupPrograms: [String]? = nil
    ) {
        self.securityModules = securityModules
        self.directorySources = directorySources
        self.backupPrograms = backupPrograms
    }
}
