import Glibc

/// Where libvirt's schemas are.
enum SchemaFolder {
    /// The setting that names another folder.
    static let variable = "STRATA_SCHEMA_DIR"

    private static let usual = [
        "/usr/share/libvirt/schemas", "/usr/local/share/libvirt/schemas", "/opt/libvirt/share/libvirt/schemas",
    ]

    /// The file of that name in the given folder, else in the one of the environment, else in the usual places.
    static func file(_ name: String, in folder: String?) throws(XMLError) -> String {
        let named = folder ?? getenv(variable).map { String(cString: $0) }
        let candidates = (named.map { [$0] } ?? usual).map { $0 + "/" + name }
        if let found = candidates.first(where: { access($0, R_OK) == 0 }) { return found }
        throw XMLError(
            .schemaNotFound, "libvirt's schema \(name) is not there", file: candidates.first,
            hint: named == nil
                ? "libvirt's own packages bring it (libvirt0 on Debian 12); \(variable) names another folder"
                : "name the folder that has libvirt's \(name)")
    }
}
