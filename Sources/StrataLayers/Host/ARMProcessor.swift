/// An ARM processor, of which the kernel shows numbers instead of names.
struct ARMProcessor {
    let vendor: String
    let model: String

    /// Reads the numbers of a `/proc/cpuinfo` entry; `nil` for other architectures.
    init?(_ lines: KeyedLines) {
        guard let implementer = lines["CPU implementer"], let part = lines["CPU part"] else { return nil }
        vendor = Self.vendors[implementer] ?? "implementer \(implementer)"
        let name = implementer == "0x41" ? Self.armParts[part] : nil
        model = name ?? "\(vendor) part \(part)"
    }

    private static let vendors = [
        "0x41": "ARM", "0x42": "Broadcom", "0x43": "Cavium", "0x46": "Fujitsu", "0x48": "HiSilicon", "0x4e": "NVIDIA",
        "0x51": "Qualcomm", "0x61": "Apple", "0x6d": "Microsoft", "0xc0": "Ampere",
    ]

    private static let armParts = [
        "0xd03": "Cortex-A53", "0xd04": "Cortex-A35", "0xd05": "Cortex-A55", "0xd07": "Cortex-A57",
        "0xd08": "Cortex-A72", "0xd09": "Cortex-A73", "0xd0a": "Cortex-A75", "0xd0b": "Cortex-A76",
        "0xd0c": "Neoverse-N1", "0xd40": "Neoverse-V1", "0xd49": "Neoverse-N2", "0xd4f": "Neoverse-V2",
    ]
}
