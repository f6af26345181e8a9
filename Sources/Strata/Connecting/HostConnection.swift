public import Libvirt
internal import FoundationEssentials
internal import Glibc

/// A connection together with how it came to be chosen.
public struct HostConnection: Sendable {
    /// The connection.
    public let connection: Connection
    /// Where it leads.
    public let uri: String
    /// Why it was this one, in words for the user.
    public let reason: String

    /// Opens the connection that the user named, or else the best one there is.
    ///
    /// When none is named: what libvirt's own environment and client configuration name; else the system daemon if it
    /// can be reached; else, for an ordinary user, the session daemon; else libvirt's QEMU driver embedded in this
    /// process, with a folder of ours, so that a machine without any daemon still runs guests.
    /// - Throws: ``Failure`` with kind `unreachable` or `noPermission`.
    public static func open(_ named: String? = nil) async throws -> HostConnection {
        if let named {
            return try await HostConnection(named, "named by --connect")
        }
        if let configured = ClientConfiguration.current() {
            return try await HostConnection(configured.uri, "named by \(configured.source)")
        }
        if SystemDaemon.isListening, let system = try? await HostConnection(system, "the system daemon answers") {
            return system
        }
        let system = SystemDaemon.isListening ? "the system daemon does not let this user in" : "no system daemon"
        if geteuid() != 0, let session = try? await HostConnection(session, system + "; the user's own is used") {
            return session
        }
        return try await openEmbedded(system + "; libvirt's driver runs inside strata")
    }

    private static let system = "qemu:///system"
    private static let session = "qemu:///session"

    private init(_ uri: String, _ reason: String) async throws {
        connection = try await Connection.open(uri)
        self.uri = uri
        self.reason = reason
    }

    private static func openEmbedded(_ reason: String) async throws -> HostConnection {
        let root = EmbeddedDriver.folder
        do {
            try EmbeddedDriver.prepare()
            return try await HostConnection("qemu:///embed?root=\(root)", reason)
        } catch let error as LibvirtError where error.message.contains("embedded mode") || error.code == .noConnection {
            throw Failure(
                .unreachable, "libvirt", "no daemon can be reached, and its QEMU driver is not installed",
                hint: "apt install libvirt-daemon-driver-qemu qemu-system-x86, or libvirt-daemon-system for the daemon")
        }
    }
}

/// The sockets on which a system daemon listens, monolithic or modular.
enum SystemDaemon {
    private static let sockets: [String] = ["/run/libvirt/libvirt-sock", "/run/libvirt/virtqemud-sock"]

    static var isListening: Bool {
        sockets.contains { access($0, F_OK) == 0 }
    }
}

/// libvirt's QEMU driver inside this process.
enum EmbeddedDriver {
    /// Where it keeps its state: root's guests run as another user, who must be able to search the way there.
    static var folder: String {
        if geteuid() == 0 { return "/var/lib/strata/qemu" }
        let state = Environment["XDG_STATE_HOME"] ?? (Environment["HOME"] ?? "/tmp") + "/.local/state"
        return state + "/strata/qemu"
    }

    /// Makes the folder and tells the driver in it to do without the daemon that otherwise keeps the guests' logs.
    static func prepare() throws {
        do {
            try FileManager.default.createDirectory(atPath: folder + "/etc", withIntermediateDirectories: true)
            try FileManager.default.createDirectory(atPath: folder + "/log", withIntermediateDirectories: true)
            let settings = folder + "/etc/qemu.conf"
            if access(settings, F_OK) != 0 {
                try Data("stdio_handler = \"file\"\n".utf8).write(to: URL(filePath: settings), options: .atomic)
            }
        } catch {
            throw Failure(.noPermission, folder, "cannot make the folder of the embedded driver", hint: "\(error)")
        }
        // The driver's remarks would stand between the lines of ours. Read by libvirt when it is first used.
        setenv("LIBVIRT_LOG_OUTPUTS", "3:file:\(folder)/log/libvirt.log", 0)
    }
}
