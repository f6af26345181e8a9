internal import Glibc

/// The connection that libvirt's own environment or client configuration names.
struct ClientConfiguration: Equatable {
    var uri: String
    var source: String

    /// What libvirt itself would take when no URI is given: `LIBVIRT_DEFAULT_URI`, else `uri_default` of libvirt.conf.
    static func current() -> ClientConfiguration? {
        if let uri = Environment["LIBVIRT_DEFAULT_URI"], !uri.isEmpty {
            return ClientConfiguration(uri: uri, source: "LIBVIRT_DEFAULT_URI")
        }
        guard let text = SmallFile.read(path), let uri = defaultURI(in: text) else { return nil }
        return ClientConfiguration(uri: uri, source: path)
    }

    private static var path: String {
        if geteuid() == 0 { return "/etc/libvirt/libvirt.conf" }
        let folder = Environment["XDG_CONFIG_HOME"] ?? (Environment["HOME"] ?? "") + "/.config"
        return folder + "/libvirt/libvirt.conf"
    }

    /// The value of `uri_default = "…"`, the last one if there are several.
    static func defaultURI(in text: String) -> String? {
        text.split(whereSeparator: \.isNewline).compactMap { line -> String? in
            let parts = line.split(separator: "=", maxSplits: 1)
            guard parts.count == 2, parts[0].trimmed == "uri_default" else { return nil }
            let value = parts[1].trimmed
            guard let quote = value.first, quote == "\"" || quote == "'" else { return nil }
            return String(value.dropFirst().prefix { $0 != quote })
        }.last
    }
}

extension Substring {
    fileprivate var trimmed: Substring {
        let start = drop { $0.isWhitespace }
        guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return start }
        return start[...last]
    }
}
