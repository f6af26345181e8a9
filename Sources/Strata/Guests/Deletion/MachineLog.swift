internal import FoundationEssentials
internal import Glibc
public import Libvirt
internal import StrataLayers

/// The logs that libvirt keeps of a guest's QEMU.
enum MachineLog {
    /// What they are logs of.
    static let place = "QEMU"

    /// The log, and the older ones that it followed.
    static func files(of guest: String, in folder: String) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { name in
            guard name.hasPrefix(guest + ".log") else { return false }
            let rest = name.dropFirst(guest.count + ".log".count)
            return rest.isEmpty || rest.first == "." && Int(rest.dropFirst()) != nil
        }.sorted().map { folder + "/" + $0 }
    }

    /// Where they are; `nil` where that is not known, or not here.
    static func folder(_ mode: DriverMode, _ uri: String) -> String? {
        switch mode {
        case .system: "/var/log/libvirt/qemu"
        case .session:
            (Environment["XDG_CACHE_HOME"] ?? (Environment["HOME"] ?? "/tmp") + "/.cache") + "/libvirt/qemu/log"
        case .embedded: uri.split(separator: "root=").last.map { "\($0)/log/qemu" }
        case .remote, .test: nil
        }
    }
}

extension DomainReference where Mode == ReadWrite {
    /// Gives the guest another name, and with it the logs of its QEMU: they are deleted by the guest's name.
    ///
    /// - Parameters:
    ///   - newName: The name.
    ///   - host: Where it is.
    /// - Throws: `LibvirtError` when it is not off, or the name is taken.
    public func rename(to newName: String, on host: HostConnection) async throws {
        let old = name
        try await rename(to: newName)
        guard let folder = MachineLog.folder(DriverMode(connection: host.uri), host.uri) else { return }
        for file in MachineLog.files(of: old, in: folder) {
            // Whoever may not rename them can do without.
            _ = Glibc.rename(file, "\(folder)/\(newName)\(file.dropFirst(folder.count + 1 + old.count))")
        }
    }
}
