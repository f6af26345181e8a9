/// Finds out whether the host is a guest itself.
struct NestingReader {
    let files: HostFiles
    let processors: Parsed
    let product: String?

    /// Processor flag first, then what the machine calls itself; `nil` when nothing tells.
    func read() -> Nesting? {
        let name = hypervisor()
        let flags = processors.value?["flags"]?.words
        if flags?.contains("hypervisor") == true {
            return Nesting(isGuest: true, hypervisor: name, evidence: "the processor shows the hypervisor flag")
        }
        if let name { return Nesting(isGuest: true, hypervisor: name, evidence: evidence()) }
        if flags != nil { return Nesting(isGuest: false, evidence: "the processor shows no hypervisor flag") }
        guard let product else { return nil }
        return Nesting(isGuest: false, evidence: "the machine calls itself \(product)")
    }

    /// What names the hypervisor, when the processor does not.
    private func evidence() -> String {
        if let product { return "the machine calls itself \(product)" }
        return "the kernel names its hypervisor"
    }

    private func hypervisor() -> String? {
        if let product, let match = Self.products.first(where: { product.contains($0.mark) }) { return match.name }
        if let product, product.contains("Amazon EC2"), !product.contains(".metal") { return "Amazon EC2" }
        let type = files.word("/sys/hypervisor/type") ?? files.word("/proc/device-tree/hypervisor/compatible")
        switch type {
        case nil: return nil
        case "xen"?: return files.word("/sys/hypervisor/uuid")?.allSatisfy { "0-".contains($0) } == true ? nil : "Xen"
        case "linux,kvm"?: return "KVM"
        case let other?: return other
        }
    }

    /// What virtual machines call themselves in DMI, as "maker product".
    private static let products: [(mark: String, name: String)] = [
        ("QEMU", "QEMU"), ("KVM", "KVM"), ("VMware", "VMware"), ("VirtualBox", "VirtualBox"), ("Xen", "Xen"),
        ("Microsoft Corporation Virtual Machine", "Hyper-V"), ("Google Compute Engine", "Google Compute Engine"),
        ("OpenStack", "OpenStack"), ("Parallels", "Parallels"), ("BHYVE", "bhyve"), ("Bochs", "Bochs"),
        ("Apple Virtualization", "Apple Virtualization"), ("Firecracker", "Firecracker"),
        ("linux,dummy-virt", "QEMU"),
    ]
}
