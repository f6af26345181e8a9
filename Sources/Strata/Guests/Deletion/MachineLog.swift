internal import FoundationEssentials
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
