/// How the code of guests reaches the processor.
public struct Accelerator: Codable, Sendable, Equatable {
    /// The ways there are.
    public enum Kind: String, Codable, Sendable {
        /// The processor runs it, watched by the kernel's KVM.
        case kvm
        /// The VMM translates every instruction (QEMU's TCG).
        case emulation
        /// The host's kernel runs it as any other program: containers.
        case sharedKernel
    }

    /// Which way it is.
    public var kind: Kind
    /// Why it is this way and no faster one.
    public var reason: String?

    /// A way and its reason.
    public init(_ kind: Kind, reason: String? = nil) {
        self.kind = kind
        self.reason = reason
    }

    /// The way that new guests of a host go, and why.
    ///
    /// KVM serves when libvirt offers it **and** the processor shows the flag for it; a KVM without the flag is not
    /// backed by hardware and runs no ordinary kernel. On architectures that show no flag, libvirt's word is enough.
    /// - Parameters:
    ///   - offersKVM: Whether libvirt's capabilities have KVM guests for the host's architecture.
    ///   - hardware: The host's hardware.
    ///   - kvm: The host's KVM device, for the reason why libvirt does not offer it.
    /// - Returns: KVM or emulation; the reason is there for emulation only.
    public static func serving(offersKVM: Bool, hardware: HardwareLayer, kvm: KVMDevice) -> Accelerator {
        if hardware.processor.virtualization == Processor.Virtualization.none {
            let device = kvm.access == .absent ? "" : "; /dev/kvm is not backed by hardware"
            return Accelerator(.emulation, reason: "the processor shows \(hardware.processor.missingFlags)" + device)
        }
        if offersKVM { return Accelerator(.kvm) }
        switch kvm.access {
        case .absent: return Accelerator(.emulation, reason: "there is no /dev/kvm")
        case .refused:
            let reason = kvm.reason.map { ": \($0)" } ?? ""
            return Accelerator(.emulation, reason: "/dev/kvm does not open\(reason)")
        case .openable: return Accelerator(.emulation, reason: "libvirt offers no KVM guests")
        }
    }
}
