/// Which processes of this host are of interest: the hypervisors of guests, and the VMM's own programs.
///
/// A process is looked at closely once; after that it costs only its place in the kernel's list.
struct ProcessTable {
    /// A hypervisor's process as it was found.
    struct Hypervisor: Equatable {
        let id: Int
        let began: Double
        /// The sizes of the memory that the guest was given, as its command line has them.
        let memorySizes: Set<UInt64>
        /// Threads that the kernel runs for it outside of it: vhost before Linux 6.4.
        var kernelThreads: [Int] = []
    }

    let files: HostFiles
    /// The hypervisors by the UUID of their guest.
    private(set) var hypervisors: [String: Hypervisor] = [:]
    /// The VMM's own programs by process.
    private(set) var daemons: [Int: String] = [:]
    private var seen: Set<Int> = []
    private var missing: Set<String> = []
    private var looks = 0

    init(files: HostFiles) { self.files = files }

    /// Looks for processes that came and forgets those that went.
    ///
    /// A process can become a hypervisor after it was seen, for QEMU's begins as one of libvirt's. So while a guest
    /// has none, all are looked at again: when it is new, and then every tenth time.
    mutating func refresh(for guests: Set<String>) {
        let present = Set(files.names(in: "/proc", limit: 1 << 22).compactMap { Int($0) })
        hypervisors = hypervisors.filter { present.contains($0.value.id) }
        daemons = daemons.filter { present.contains($0.key) }
        seen.formIntersection(present)
        looks += 1
        let absent = guests.subtracting(hypervisors.keys)
        if !absent.isEmpty && (absent != missing || looks.isMultiple(of: 10)) { seen = [] }
        for id in present.subtracting(seen).sorted() { look(at: id) }
        seen = present
        missing = guests.subtracting(hypervisors.keys)
    }

    /// Forgets a process that turned out to be another one.
    mutating func forget(_ guest: String) {
        if let gone = hypervisors.removeValue(forKey: guest) { seen.remove(gone.id) }
    }

    private mutating func look(at id: Int) {
        guard let line = try? files.text("/proc/\(id)/stat"), let status = ProcessStatus(line) else { return }
        if Self.daemonNames.contains(status.name) {
            daemons[id] = status.name
        } else if status.name.hasPrefix("vhost-"), let owner = Int(status.name.dropFirst("vhost-".count)) {
            adopt(id, by: owner)
        } else if status.name.hasPrefix("qemu") || status.name.hasPrefix("kvm") {
            guard let text = try? files.text("/proc/\(id)/cmdline", limit: 1 << 17) else { return }
            let line = HypervisorCommandLine(text)
            guard let guest = line.guest else { return }
            if hypervisors[guest]?.id == id, hypervisors[guest]?.began == status.began { return }
            hypervisors[guest] = Hypervisor(id: id, began: status.began, memorySizes: line.memorySizes)
        }
    }

    private mutating func adopt(_ thread: Int, by owner: Int) {
        guard let guest = hypervisors.first(where: { $0.value.id == owner })?.key,
            hypervisors[guest]?.kernelThreads.contains(thread) == false
        else { return }
        hypervisors[guest]?.kernelThreads.append(thread)
    }

    /// The kernel keeps 15 characters of a name.
    private static let daemonNames: Set<String> = [
        "libvirtd", "virtqemud", "virtlxcd", "virtlogd", "virtlockd", "virtproxyd", "virtnetworkd", "virtstoraged",
        "virtsecretd", "virtnodedevd", "virtinterfaced", "virtnwfilterd", "dnsmasq", "radvd", "swtpm", "virtiofsd",
        "passt", "slirp-helper", "qemu-pr-helper", "strata",
    ]
}

/// The command line of a QEMU that libvirt started.
struct HypervisorCommandLine: Equatable {
    /// The guest's UUID.
    private(set) var guest: String?
    /// The sizes of its memory, in bytes.
    private(set) var memorySizes: Set<UInt64> = []

    /// Reads the words, each of which ends with a NUL.
    init(_ text: String) {
        let words = text.split(separator: "\0", omittingEmptySubsequences: false)
        for (option, value) in zip(words, words.dropFirst()) {
            switch option {
            case "-uuid": guest = value.lowercased()
            case "-m": plainSize(value)
            case "-object" where value.contains("memory-backend-"): backendSize(value)
            default: continue
            }
        }
    }

    /// `-m 256` or `-m size=262144k,slots=…`: mebibytes, unless it says otherwise.
    private mutating func plainSize(_ value: Substring) {
        let first = value.prefix { $0 != "," }
        let text = first.hasPrefix("size=") ? first.dropFirst("size=".count) : first
        guard let number = UInt64(text.prefix { $0.isNumber }) else { return }
        let unit: UInt64 =
            switch text.last {
            case "k", "K": 1 << 10
            case "g", "G": 1 << 30
            default: 1 << 20
            }
        add(number, times: unit)
    }

    /// `"size":268435456` in JSON, or `size=268435456`.
    private mutating func backendSize(_ value: Substring) {
        for mark in ["\"size\":", ",size="] {
            guard let place = value.firstRange(of: mark) else { continue }
            if let number = UInt64(value[place.upperBound...].prefix { $0.isNumber }) { add(number, times: 1) }
        }
    }

    private mutating func add(_ number: UInt64, times unit: UInt64) {
        let (bytes, overflow) = number.multipliedReportingOverflow(by: unit)
        if !overflow && bytes > 0 { memorySizes.insert(bytes) }
    }
}
