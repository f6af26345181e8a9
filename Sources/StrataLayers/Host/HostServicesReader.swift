/// Reads which services of the host protect guests, know its users, and keep backups.
struct HostServicesReader {
    let files: HostFiles

    func read(into layer: inout HostLayer) {
        layer.services.securityModules = securityModules()
        if layer.services.securityModules == nil {
            layer.unavailable["services.securityModules"] =
                "securityfs is not mounted, and neither AppArmor nor SELinux shows itself"
        }
        layer.services.directorySources = directorySources()
        if layer.services.directorySources == nil {
            layer.unavailable["services.directorySources"] = "/etc/nsswitch.conf has no passwd line"
        }
        layer.services.backupPrograms = backupPrograms()
    }

    private func securityModules() -> [String]? {
        if let list = files.word("/sys/kernel/security/lsm") { return list.split(separator: ",").map(String.init) }
        var modules: [String] = []
        if files.word("/sys/module/apparmor/parameters/enabled") == "Y" { modules.append("apparmor") }
        if files.exists("/sys/fs/selinux/enforce") { modules.append("selinux") }
        return modules.isEmpty ? nil : modules
    }

    /// The sources of the passwd line; what stands in brackets tells how to go on, and is no source.
    private func directorySources() -> [String]? {
        guard let text = try? files.text("/etc/nsswitch.conf", limit: 16_384) else { return nil }
        let plain = text.split(separator: "\n").map { $0.prefix { $0 != "#" } }.joined(separator: "\n")
        guard let line = KeyedLines(plain)["passwd"] else { return nil }
        var depth = 0
        let kept = line.filter { character in
            if character == "[" { depth += 1 }
            defer { if character == "]" { depth -= 1 } }
            return depth == 0
        }
        return kept.words
    }

    private func backupPrograms() -> [String] {
        ["restic", "borg", "rsnapshot", "duplicity", "bacula-fd", "bareos-fd", "amdump", "virtnbdbackup"].filter {
            name in
            files.exists("/usr/bin/\(name)") || files.exists("/usr/sbin/\(name)")
        }
    }
}
