internal import Glibc
internal import Quantities

/// Reads the host-OS layer.
struct HostOSReader {
    let files: HostFiles
    let processors: Parsed
    let memory: Parsed
    let product: String?

    func read() -> HostLayer {
        var layer = HostLayer()
        readIdentity(into: &layer)
        readLoad(into: &layer)
        MemoryReader(files: files, memory: memory).read(into: &layer)
        layer.nesting = NestingReader(files: files, processors: processors, product: product).read()
        if layer.nesting == nil {
            layer.unavailable["nesting"] = "neither processor, DMI nor device tree tells"
        } else if layer.nesting?.isGuest == true && layer.nesting?.hypervisor == nil {
            layer.unavailable["nesting.hypervisor"] = "neither DMI nor a device tree names it"
        }
        layer.kvm = kvm()
        layer.bridges = bridges()
        HostServicesReader(files: files).read(into: &layer)
        return layer
    }

    private func readIdentity(into layer: inout HostLayer) {
        layer.name = files.word("/proc/sys/kernel/hostname")
        layer.kernel = files.word("/proc/sys/kernel/osrelease")
        layer.architecture = files.word("/proc/sys/kernel/arch") ?? (files.isLive ? liveArchitecture() : nil)
        layer.operatingSystem = release()
        let missing: [(String, String?, String)] = [
            ("name", layer.name, "/proc/sys/kernel/hostname is not readable"),
            ("kernel", layer.kernel, "/proc/sys/kernel/osrelease is not readable"),
            ("architecture", layer.architecture, "there is no /proc/sys/kernel/arch (kernels before 6.1)"),
            ("operatingSystem", layer.operatingSystem, "no os-release file names it"),
        ]
        for (key, value, reason) in missing where value == nil { layer.unavailable[key] = reason }
    }

    private func release() -> String? {
        for path in ["/etc/os-release", "/usr/lib/os-release"] {
            guard let text = try? files.text(path, limit: 8192) else { continue }
            let lines = KeyedLines(text, separator: "=")
            let name = lines["PRETTY_NAME"] ?? lines["NAME"]
            return name.map { $0.trimmingQuotes }
        }
        return nil
    }

    private func readLoad(into layer: inout HostLayer) {
        layer.uptimeSeconds = files.word("/proc/uptime")?.words.first.flatMap { Double($0) }
        if layer.uptimeSeconds == nil { layer.unavailable["uptimeSeconds"] = "/proc/uptime is not readable" }
        let averages = files.word("/proc/loadavg")?.words.prefix(3).compactMap { Double($0) } ?? []
        if averages.count == 3 {
            layer.load = LoadAverage(averages[0], averages[1], averages[2])
        } else {
            layer.unavailable["load"] = "/proc/loadavg is not readable"
        }
    }

    /// Opens the device as a VMM would; that is the only sure way to know, and it has no effect.
    private func kvm() -> KVMDevice {
        let descriptor = open(files.root + "/dev/kvm", O_RDWR | O_CLOEXEC | O_NONBLOCK)
        if descriptor >= 0 {
            close(descriptor)
            return KVMDevice(access: .openable)
        }
        let code = errno
        if code == ENOENT || code == ENOTDIR { return KVMDevice(access: .absent, reason: "there is no /dev/kvm") }
        return KVMDevice(access: .refused, reason: String(cString: strerror(code)).lowercased())
    }

    private func bridges() -> [Bridge] {
        let folder = "/sys/class/net"
        return files.names(in: folder).compactMap { name in
            guard files.exists("\(folder)/\(name)/bridge") else { return nil }
            return Bridge(name: name, ports: files.names(in: "\(folder)/\(name)/brif"))
        }
    }

    private func liveArchitecture() -> String? {
        var names = utsname()
        guard uname(&names) == 0 else { return nil }
        return withUnsafeBytes(of: &names.machine) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    }
}

extension String {
    /// The text without one pair of quotes round it, as shell files have them.
    fileprivate var trimmingQuotes: String {
        guard count >= 2, let quote = first, quote == last, quote == "\"" || quote == "'" else { return self }
        return String(dropFirst().dropLast())
    }
}
