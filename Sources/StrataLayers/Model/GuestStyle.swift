/// The way a guest's code runs.
public enum GuestStyle: String, Codable, Sendable {
    /// A whole machine, its code run by the processor under the kernel's KVM.
    case kvm
    /// A whole machine, its code run by the processor under another hypervisor.
    case hardwareAssisted
    /// A whole machine, its code translated by the VMM.
    case emulation
    /// A machine without emulated hardware, its kernel made for the hypervisor (Xen).
    case paravirtual
    /// An environment on the host's own kernel.
    case container

    /// Reads the style from libvirt's domain type and operating-system type.
    ///
    /// Types that say nothing about it, such as those of the test driver, give `nil`.
    /// - Parameters:
    ///   - domainType: The `type` of a `domain` element, such as `kvm`.
    ///   - osType: The content of its `os/type`, such as `hvm`, `linux` (older Xen) or `exe`.
    public init?(domainType: String, osType: String? = nil) {
        switch (domainType, osType) {
        case (_, "exe"), ("lxc", _), ("openvz", _), ("vz", "exe"): self = .container
        case ("xen", "linux"), ("xen", "xen"): self = .paravirtual
        case ("kvm", _): self = .kvm
        case ("hvf", _), ("xen", _), ("vmware", _), ("hyperv", _), ("bhyve", _), ("vz", _), ("vbox", _):
            self = .hardwareAssisted
        case ("qemu", _): self = .emulation
        default: return nil
        }
    }
}

/// The way a guest starts.
public enum BootPath: String, Codable, Sendable {
    /// Through a PC's BIOS.
    case bios
    /// Through UEFI firmware.
    case uefi
    /// The VMM loads the kernel itself.
    case directKernel
    /// A container starts its first program.
    case program
}
