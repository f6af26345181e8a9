internal import FoundationEssentials
internal import Glibc
internal import Libvirt
internal import StrataLayers

/// The host that is examined, as far as it could be reached.
struct Patient: Sendable {
    /// The connection; `nil` where none could be opened.
    var host: HostConnection?
    /// Why none could be opened.
    var failure: Failure?
    /// The URI that the user named.
    var named: String?

    /// Where libvirt's driver runs; the system's daemon is what is missed where nothing answers.
    var mode: DriverMode { (host?.uri ?? named).map { DriverMode(connection: $0) } ?? .system }

    var isOnThisHost: Bool { mode.isOnThisHost }

    static func examine(_ uri: String?) async -> Patient {
        do {
            return Patient(host: try await HostConnection.open(uri), failure: nil, named: uri)
        } catch {
            return Patient(host: nil, failure: Failure(error), named: uri)
        }
    }
}

/// The user that the system daemon runs guests as.
struct HypervisorUser: Sendable {
    var name: String
    var id: uid_t
    var groups: Set<gid_t>

    /// The user in qemu.conf, where we may read it, or the one that Debian and others make.
    static func find(settings: String = "/etc/libvirt/qemu.conf") -> HypervisorUser? {
        let configured = SmallFile.read(settings).flatMap(userSetting)
        return ([configured].compactMap(\.self) + ["libvirt-qemu", "qemu"]).lazy.compactMap(named).first
    }

    /// The value of `user = "…"`; a number has a plus in front.
    static func userSetting(_ text: String) -> String? {
        for line in text.split(separator: "\n") {
            let words = line.split(separator: "=", maxSplits: 1).map { $0.split { " \t\"".contains($0) }.joined() }
            if words.count == 2, words[0] == "user", !words[1].isEmpty { return words[1] }
        }
        return nil
    }

    static func named(_ name: String) -> HypervisorUser? {
        let number = name.hasPrefix("+") ? uid_t(name.dropFirst()) : uid_t(name)
        guard let entry = number.flatMap({ getpwuid($0) }) ?? getpwnam(name) else {
            return number.map { HypervisorUser(name: name, id: $0, groups: []) }
        }
        var count: Int32 = 64
        var groups = [gid_t](repeating: 0, count: Int(count))
        let found = getgrouplist(entry.pointee.pw_name, entry.pointee.pw_gid, &groups, &count)
        return HypervisorUser(
            name: String(cString: entry.pointee.pw_name), id: entry.pointee.pw_uid,
            groups: Set(found < 0 ? [entry.pointee.pw_gid] : Array(groups.prefix(Int(count)))))
    }

    /// The first folder on the way to a place that the user cannot search; `nil` when the way is open.
    func closedFolder(onTheWayTo path: String) -> String? {
        guard id != 0 else { return nil }
        let names = path.split(separator: "/").map(String.init)
        let folders = ["/"] + names.indices.map { "/" + names[...$0].joined(separator: "/") }
        return folders.first { !canSearch($0) }
    }

    private static func hasAccessList(_ folder: String) -> Bool {
        let key = FileAttributeKey(rawValue: "NSFileExtendedAttributes")
        let attributes = (try? FileManager.default.attributesOfItem(atPath: folder))?[key] as? [String: Data]
        return attributes?["system.posix_acl_access"] != nil
    }

    private func canSearch(_ folder: String) -> Bool {
        var status = stat()
        // What is missing, or hidden from ourselves, is another question's business.
        guard stat(folder, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { return true }
        // A list of further rights may let them in.
        if Self.hasAccessList(folder) { return true }
        if status.st_uid == id { return status.st_mode & S_IXUSR != 0 }
        if groups.contains(status.st_gid) { return status.st_mode & S_IXGRP != 0 }
        return status.st_mode & S_IXOTH != 0
    }
}
