import FoundationEssentials
import Testing

@testable import generate_libvirt

/// The API descriptions of the libvirt that is installed.
enum Installed {
    static let folder = ProcessInfo.processInfo.environment["LIBVIRT_API_FOLDER"] ?? "/usr/share/libvirt/api"

    static let paths = ["libvirt", "libvirt-qemu", "libvirt-lxc", "libvirt-admin"].map { "\(folder)/\($0)-api.xml" }

    static func description() throws -> APIDescription {
        try DescriptionReader.read(paths: paths)
    }
}

/// Runs `body` with a folder of its own and removes it afterwards.
func withTemporaryFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "generator-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body(folder)
}
