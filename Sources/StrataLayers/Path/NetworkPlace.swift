/// Finds what of the host's network is where.
struct NetworkPlace {
    let files: HostFiles

    private let folder = "/sys/class/net"

    init(files: HostFiles) { self.files = files }

    /// The bridge that a device hangs on.
    func bridge(of name: String) -> String? {
        files.link("\(folder)/\(name)/master")?.split(separator: "/").last.map(String.init)
    }

    /// The adapters of the machine on a bridge.
    func hardwarePorts(of bridge: String) -> [String] {
        files.names(in: "\(folder)/\(bridge)/brif").filter { files.exists("\(folder)/\($0)/device") }
    }

    /// The device of the default route; of several, the one the kernel takes first.
    var defaultDevice: String? {
        // Iface Destination Gateway Flags RefCnt Use Metric Mask …
        let routes = (try? files.text("/proc/net/route", limit: 1 << 18))?.split(separator: "\n").map(\.words) ?? []
        return routes.filter { $0.count > 7 && $0[1] == "00000000" && $0[7] == "00000000" }
            .min { (Int($0[6]) ?? 0) < (Int($1[6]) ?? 0) }?.first
    }

    /// The driver of an adapter, and the adapter.
    func adapter(_ name: String) -> [RequestPath.Hop] {
        let folder = "\(folder)/\(name)"
        let driver = files.link(folder + "/device/driver")?.split(separator: "/").last.map(String.init)
        let isThere = files.exists(folder)
        var hop = RequestPath.Hop(
            .hostDriver, driver ?? name, by: .hostKernel, details: ["\(name), for all that use it"],
            answer: [.contextSwitch("an interrupt of the adapter, its packets handled on some processor")])
        guard isThere else {
            hop.unavailable = ["name": "there is no \(folder)", "measured": "there is no \(folder)"]
            return [hop]
        }
        hop.counter = .init(.networkDevice, name)
        guard driver != nil else {
            hop.unavailable["name"] = "no driver is linked: an adapter made of software"
            return [hop]
        }
        let speed = files.number(folder + "/speed").flatMap { $0 > 0 ? "\($0) Mbit/s" : nil }
        return [
            hop,
            RequestPath.Hop(
                .hardware, name, by: .hardware,
                details: [files.word(folder + "/address"), speed, "moves data by itself (DMA)"].compactMap(\.self),
                unavailable: ["measured": "it is seen through its driver only"]),
        ]
    }
}
