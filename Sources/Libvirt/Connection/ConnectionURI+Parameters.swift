extension ConnectionURI {
    /// Which of the daemons on the other side is meant.
    public struct DaemonMode: RawRepresentable, Hashable, Sendable {
        /// The name as libvirt spells it.
        public let rawValue: String
        /// A mode that libvirt calls so.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// Whichever there is.
        public static let automatic = Self(rawValue: "auto")
        /// A daemon per driver, such as virtqemud.
        public static let direct = Self(rawValue: "direct")
        /// The one daemon libvirtd.
        public static let legacy = Self(rawValue: "legacy")
    }

    /// The program on the other side of an SSH connection that speaks to the daemon.
    public struct Proxy: RawRepresentable, Hashable, Sendable {
        /// The name as libvirt spells it.
        public let rawValue: String
        /// A program that libvirt calls so.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// libvirt's own where it is installed, else netcat.
        public static let automatic = Self(rawValue: "auto")
        /// Netcat.
        public static let netcat = Self(rawValue: "netcat")
        /// libvirt's own.
        public static let native = Self(rawValue: "native")
    }

    /// What to do about the key of a host that is not known yet.
    public struct KnownHostsVerification: RawRepresentable, Hashable, Sendable {
        /// The name as libvirt spells it.
        public let rawValue: String
        /// A way that libvirt calls so.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// Ask.
        public static let normal = Self(rawValue: "normal")
        /// Take it; a known host's key is still checked.
        public static let automatic = Self(rawValue: "auto")
        /// Take it, and a known host's changed key too.
        public static let ignore = Self(rawValue: "ignore")
    }

    /// The first parameter of that name; assigning replaces it, adds it, or with `nil` removes all of that name.
    public subscript(parameter name: String) -> String? {
        get { parameters.first { $0.name == name }?.value }
        set {
            guard let newValue else { return parameters.removeAll { $0.name == name } }
            if let index = parameters.firstIndex(where: { $0.name == name }) {
                parameters[index].value = newValue
            } else {
                parameters.append(Parameter(name: name, value: newValue))
            }
        }
    }

    /// The URI that the daemon opens, where it is not this one without its remote parts (`name`).
    public var remoteName: String? {
        get { self[parameter: "name"] }
        set { self[parameter: "name"] = newValue }
    }

    /// The folder with the client's certificates (`pkipath`).
    public var certificatesFolder: String? {
        get { self[parameter: "pkipath"] }
        set { self[parameter: "pkipath"] = newValue }
    }

    /// GnuTLS' priority string (`tls_priority`).
    public var tlsPriority: String? {
        get { self[parameter: "tls_priority"] }
        set { self[parameter: "tls_priority"] = newValue }
    }

    /// Whether the other side's certificate, or an unknown host's key, is taken unseen (`no_verify`).
    public var skipsVerification: Bool {
        get { isOn("no_verify") }
        set { set("no_verify", newValue) }
    }

    /// Whether `ssh` must not ask for a password on the terminal (`no_tty`).
    public var isSilent: Bool {
        get { isOn("no_tty") }
        set { set("no_tty", newValue) }
    }

    /// The daemon's socket (`socket`).
    public var socket: String? {
        get { self[parameter: "socket"] }
        set { self[parameter: "socket"] = newValue }
    }

    /// The private key for SSH (`keyfile`).
    public var keyFile: String? {
        get { self[parameter: "keyfile"] }
        set { self[parameter: "keyfile"] = newValue }
    }

    /// The file with the known hosts' keys (`known_hosts`).
    public var knownHostsFile: String? {
        get { self[parameter: "known_hosts"] }
        set { self[parameter: "known_hosts"] = newValue }
    }

    /// What to do about the key of a host that is not known yet (`known_hosts_verify`).
    public var knownHostsVerification: KnownHostsVerification? {
        get { self[parameter: "known_hosts_verify"].map(KnownHostsVerification.init(rawValue:)) }
        set { self[parameter: "known_hosts_verify"] = newValue?.rawValue }
    }

    /// The ways to log in by SSH, in the order in which they are tried, such as `agent` and `privkey` (`sshauth`).
    public var sshAuthentication: [String] {
        get { self[parameter: "sshauth"]?.split(separator: ",").map(String.init) ?? [] }
        set { self[parameter: "sshauth"] = newValue.isEmpty ? nil : newValue.joined(separator: ",") }
    }

    /// The program to run: another `ssh`, or the one of the transport ``Transport/external`` (`command`).
    public var command: String? {
        get { self[parameter: "command"] }
        set { self[parameter: "command"] = newValue }
    }

    /// Netcat's name on the other side (`netcat`).
    public var netcat: String? {
        get { self[parameter: "netcat"] }
        set { self[parameter: "netcat"] = newValue }
    }

    /// Which of the daemons on the other side is meant (`mode`).
    public var mode: DaemonMode? {
        get { self[parameter: "mode"].map(DaemonMode.init(rawValue:)) }
        set { self[parameter: "mode"] = newValue?.rawValue }
    }

    /// The program on the other side of an SSH connection that speaks to the daemon (`proxy`).
    public var proxy: Proxy? {
        get { self[parameter: "proxy"].map(Proxy.init(rawValue:)) }
        set { self[parameter: "proxy"] = newValue?.rawValue }
    }

    /// The file with user names and passwords (`authfile`).
    public var credentialsFile: String? {
        get { self[parameter: "authfile"] }
        set { self[parameter: "authfile"] = newValue }
    }

    /// The folder of the driver that is embedded in this process, with the path `/embed` (`root`).
    public var embeddedRoot: String? {
        get { self[parameter: "root"] }
        set { self[parameter: "root"] = newValue }
    }

    /// libvirt reads a number, and anything but 0 is yes.
    private func isOn(_ name: String) -> Bool { self[parameter: name].flatMap { Int($0) } ?? 0 != 0 }

    private mutating func set(_ name: String, _ isOn: Bool) { self[parameter: name] = isOn ? "1" : nil }
}
