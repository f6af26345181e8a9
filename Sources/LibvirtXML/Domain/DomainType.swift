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
    /// macOS's hypervisor framework.
    public static let hvf: Self = "hvf"
    /// VMware.
    public static let vmware: Self = "vmware"
    /// VirtualBox.
    public static let virtualBox: Self = "vbox"
    /// Virtuozzo.
    public static let virtuozzo: Self = "vz"
    /// OpenVZ.
    public static let openVZ: Self = "openvz"
    /// IBM POWER's own hypervisor.
    public static let phyp: Self = "phyp"
    /// User-mode Linux.
    public static let userMode: Self = "uml"
    /// An old accelerator of QEMU's.
    public static let kqemu: Self = "kqemu"
}
