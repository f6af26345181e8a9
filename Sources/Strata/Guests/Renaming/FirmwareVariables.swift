internal import FoundationEssentials
internal import Glibc
internal import LibvirtXML
internal import StrataLayers

/// The file in which a guest's UEFI firmware keeps its variables: boot entries, enrolled keys.
///
/// Unless a definition names another one, libvirt finds it by the guest's name alone.
enum FirmwareVariables {
    /// Where the system's daemon has them.
    static let systemFolder = "/var/lib/libvirt/qemu/nvram"
    /// What stands behind the guest's name.
    static let ending = "_VARS.fd"

    /// Where they are; `nil` where that is not known, or not here.
    static func folder(_ mode: DriverMode) -> String? {
        switch mode {
        case .system: systemFolder
        case .session:
            (Environment["XDG_CONFIG_HOME"] ?? (Environment["HOME"] ?? "/root") + "/.config") + "/libvirt/qemu/nvram"
        case .embedded, .remote, .test: nil
        }
    }

    /// Whether a guest of that definition has some.
    static func areKept(by definition: DomainDocument) -> Bool {
        let root = definition.document.root
        return root.value("os/@firmware") == "efi" || root.first("os/nvram") != nil
    }

    /// What an earlier guest of that name has left: the next one would silently start with it.
    static func left(by guest: String, _ mode: DriverMode) -> String? {
        folder(mode).map { "\($0)/\(guest)\(ending)" }.flatMap { access($0, F_OK) == 0 ? $0 : nil }
    }

    /// Why nobody can be called so where an earlier guest's variables still are.
    static func taken(_ path: String, by guest: String) -> Failure {
        Failure(
            .nameTaken, "guest '\(guest)'",
            "the firmware variables of an earlier guest of this name are still there: \(path)",
            hint: "strata orphans shows whether anybody needs them; remove them, or choose another name")
    }
}
