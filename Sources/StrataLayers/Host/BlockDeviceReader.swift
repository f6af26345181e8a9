internal import Quantities

/// Reads the disks of the machine from `/sys/block`.
struct BlockDeviceReader {
    let files: HostFiles

    private let folder = "/sys/block"

    init(files: HostFiles) { self.files = files }

    func read(into layer: inout HardwareLayer) {
        guard files.exists(folder) else {
            layer.unavailable["blockDevices"] = "there is no \(folder)"
            return
        }
        for name in files.names(in: folder) where isHardware(name) {
            let device = read(name)
            if device.size == nil { layer.unavailable["blockDevices.\(name).size"] = "no medium" }
            if device.model == nil { layer.unavailable["blockDevices.\(name).model"] = "its driver names none" }
            layer.blockDevices.append(device)
        }
    }

    private func read(_ name: String) -> BlockDevice {
        // /sys counts in sectors of 512 bytes, whatever the disk's own sectors are.
        let sectors = files.number("\(folder)/\(name)/size").flatMap { UInt64(exactly: $0) } ?? 0
        let (bytes, overflow) = sectors.multipliedReportingOverflow(by: 512)
        return BlockDevice(
            name: name, size: sectors == 0 || overflow ? nil : .bytes(bytes),
            model: files.word("\(folder)/\(name)/device/model"),
            isRotational: files.number("\(folder)/\(name)/queue/rotational").map { $0 != 0 })
    }

    /// Whether the device is a disk of the machine.
    ///
    /// Loop, RAM, device-mapper and MD devices are made of software and stand under `virtual`. So do NVMe disks that
    /// have several paths, which are hardware, while each single path (`nvme0c1n1`) is not a disk of its own.
    private func isHardware(_ name: String) -> Bool {
        guard let target = files.link("\(folder)/\(name)") else { return false }
        if name.hasPrefix("nvme"), name.dropFirst(4).contains("c") { return false }
        return !target.contains("/virtual/") || target.contains("/virtual/nvme-subsystem/")
    }
}
