/// Where a connection leads, taken apart.
///
/// libvirt's form is `driver[+transport]://[user@][host][:port]/[path][?parameters]`. Parsing and writing are inverse
/// to each other, and both quote (`%20`) what must be quoted.
///
/// ```swift
/// var uri = try ConnectionURI("qemu+ssh://root@[2001:db8::7]:2222/system?keyfile=/root/id")
/// uri.knownHostsFile = "/root/known hosts"
/// print(uri)  // qemu+ssh://root@[2001:db8::7]:2222/system?keyfile=/root/id&known_hosts=/root/known%20hosts
/// ```
public struct ConnectionURI: Hashable, Sendable {
    /// The driver, such as `qemu`, `xen`, `lxc`, `ch`, `esx` or `test`; `remote` lets the other side choose.
    public var driver: String
    /// How the daemon is reached; `nil` is TLS with a host, and the local daemon without one.
    public var transport: Transport?
    /// The user on the other machine.
    public var user: String?
    /// The other machine's name or address, an IPv6 address without its brackets; `nil` for this machine.
    public var host: String?
    /// The port on the other machine; `nil` for the transport's own.
    public var port: UInt16?
    /// What to open there, such as `/system`, `/session`, `/embed` or a file of the test driver; `/` or empty for none.
    public var path: String {
        didSet { path = Self.absolute(path) }
    }
    /// The parameters behind the question mark, in order.
    ///
    /// Those that libvirt documents are properties too, such as ``keyFile``.
    public var parameters: [Parameter]

    /// How the daemon is reached.
    public struct Transport: RawRepresentable, Hashable, Sendable {
        /// The name as libvirt spells it.
        public let rawValue: String
        /// A transport that libvirt calls so.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// An encrypted connection with certificates, to port 16514.
        public static let tls = Self(rawValue: "tls")
        /// The local daemon's socket.
        public static let unix = Self(rawValue: "unix")
        /// The program `ssh`.
        public static let ssh = Self(rawValue: "ssh")
        /// SSH by libssh, inside this process.
        public static let libssh = Self(rawValue: "libssh")
        /// SSH by libssh2, inside this process.
        public static let libssh2 = Self(rawValue: "libssh2")
        /// A program of the user's, see ``ConnectionURI/command``.
        public static let external = Self(rawValue: "ext")
        /// An open connection without encryption, to port 16509.
        public static let tcp = Self(rawValue: "tcp")
    }

    /// A parameter behind the question mark.
    public struct Parameter: Hashable, Sendable {
        /// Its name, such as `keyfile`.
        public var name: String
        /// Its value; empty where there is none.
        public var value: String

        /// A parameter.
        public init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }

    /// A URI from its parts.
    public init(
        driver: String, transport: Transport? = nil, user: String? = nil, host: String? = nil, port: UInt16? = nil,
        path: String = "/system", parameters: [Parameter] = []
    ) {
        self.driver = driver
        self.transport = transport
        self.user = user
        self.host = host
        self.port = port
        self.path = Self.absolute(path)
        self.parameters = parameters
    }

    private static func absolute(_ path: String) -> String {
        path.isEmpty || path.hasPrefix("/") ? path : "/" + path
    }
}

extension ConnectionURI: CustomStringConvertible {
    /// The URI as libvirt reads it.
    public var description: String {
        var text = driver
        if let transport { text += "+" + transport.rawValue }
        text += "://"
        if let user { text += user.percentEncoded(keeping: Self.inNames) + "@" }
        if let host {
            text +=
                host.contains(":")
                ? "[" + host.percentEncoded(keeping: Self.inNames + ":") + "]"
                : host.percentEncoded(keeping: Self.inNames)
        }
        if let port { text += ":\(port)" }
        text += path.percentEncoded(keeping: Self.inNames + "/:@")
        for (index, parameter) in parameters.enumerated() {
            text += index == 0 ? "?" : "&"
            text += parameter.name.percentEncoded(keeping: Self.inParameters) + "="
            text += parameter.value.percentEncoded(keeping: Self.inParameters)
        }
        return text
    }

    private static let inNames = "!$&'()*+,;="
    /// libvirt parts parameters at `&` and `;`.
    private static let inParameters = "!$'()*,/:@?"
}
