/// Reads the network adapters of the machine from `/sys/class/net`.
struct NetworkAdapterReader {
    let files: HostFiles

    private let folder = "/sys/class/net"

    init(files: HostFiles) { self.files = files }

    func read(into layer: inout HardwareLayer) {
        guard files.exists(folder) else {
            layer.unavailable["networkAdapters"] = "there is no \(folder)"
            return
        }
        for name in files.names(in: folder) {
            // A plain file (bonding_masters) is no link; a device of software stands under `virtual`.
            guard let target = files.link("\(folder)/\(name)"), !target.contains("/virtual/") else { continue }
            let adapter = read(name)
            if adapter.driver == nil { layer.unavailable["networkAdapters.\(name).driver"] = "no driver is linked" }
            if adapter.megabitsPerSecond == nil {
                layer.unavailable["networkAdapters.\(name).megabitsPerSecond"] =
                    "no link, or its driver does not tell"
            }
            layer.networkAdapters.append(adapter)
        }
    }

    private func read(_ name: String) -> NetworkAdapter {
        let driver = files.link("\(folder)/\(name)/device/driver")?.split(separator: "/").last
        // The kernel writes -1 for a speed that is not known.
        let speed = files.number("\(folder)/\(name)/speed").flatMap { $0 > 0 ? $0 : nil }
        return NetworkAdapter(
            name: name, driver: driver.map(String.init), megabitsPerSecond: speed,
            address: files.word("\(folder)/\(name)/address"))
    }
}
