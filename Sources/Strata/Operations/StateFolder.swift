internal import FoundationEssentials
internal import Glibc

/// Where strata keeps what must outlive its processes.
enum StateFolder {
    /// `$XDG_STATE_HOME/strata`; without that, root's own folder or one in the user's home.
    static var path: String {
        if let state = Environment["XDG_STATE_HOME"], state.hasPrefix("/") { return state + "/strata" }
        if geteuid() == 0 { return "/var/lib/strata" }
        return (Environment["HOME"] ?? "/tmp") + "/.local/state/strata"
    }

    /// A folder in it that only we can read, made when it is missing.
    ///
    /// - Throws: ``Failure`` with kind `noPermission`.
    static func make(_ name: String) throws -> String {
        let folder = path + "/" + name
        do {
            // Others must find their way through the outer one: QEMU's own user, to what the embedded driver keeps there.
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            return folder
        } catch {
            throw Failure(
                .noPermission, folder, "cannot be made, and nothing is done without being written down first",
                hint: "set XDG_STATE_HOME to a folder that can be written")
        }
    }
}
