public import Quantities

/// What guests hold of a VMM.
public struct GuestShare: Codable, Sendable, Equatable {
    /// All guests, running or not.
    public var guests = 0
    /// Guests that run or are paused: those that hold memory.
    public var running = 0
    /// Virtual processors of the running guests.
    public var processors = 0
    /// Memory promised to the running guests.
    public var memory = ByteCount.zero
}

/// Where the libvirt driver runs that a connection speaks to.
public enum DriverMode: String, Codable, Sendable {
    /// In the system's daemon.
    case system
    /// In the user's own daemon.
    case session
    /// In the calling program.
    case embedded
    /// On another host.
    case remote
    /// Nowhere: libvirt's test driver, whose guests are imaginary.
    case test

    /// Reads the mode from a connection's URI.
    ///
    /// A URI that names a host is remote; one that names neither host nor path is the system's.
    public init(connection: String) {
        let scheme = connection.prefix { $0 != ":" }
        let driver = scheme.prefix { $0 != "+" }
        let rest = connection.dropFirst(scheme.count).drop { $0 == ":" }
        let authority = rest.hasPrefix("//") ? rest.dropFirst(2).prefix { $0 != "/" && $0 != "?" } : ""
        let path = rest.dropFirst(rest.hasPrefix("//") ? 2 + authority.count : 0).prefix { $0 != "?" }
        if !authority.isEmpty {
            self = .remote
        } else if driver == "test" {
            self = .test
        } else {
            switch path {
            case "/embed": self = .embedded
            case "/session": self = .session
            default: self = .system
            }
        }
    }
}
