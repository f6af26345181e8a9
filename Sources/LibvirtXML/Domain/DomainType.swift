/// What runs a guest.
public struct DomainType: XMLToken {
    /// The word in the definition.
    public var rawValue: String
    /// The type of that name, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// QEMU with the processor's help, through the kernel's KVM.
    public static let kvm: Self = "kvm"
    /// QEMU in pure emulation.
    public static let qemu: Self = "qemu"
    /// A Linux container.
    public static let lxc: Self = "lxc"
    /// Xen.
    public static let xen: Self = "xen"
    /// Microsoft's hypervisor.
    public static let hyperv: Self = "hyperv"
    /// bhyve, on FreeBSD.
    public static let bhyve: Self = "bhyve"
    /// libvirt's test driver.
    public static let test: Self = "test"
}
