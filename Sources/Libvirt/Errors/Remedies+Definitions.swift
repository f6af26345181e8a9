extension Remedy {
    /// There is no such object.
    static let objects = [
        Remedy(.noDomain, "", "strata list --all shows the guests of this connection"),
        Remedy(.noNetwork, "", "define the network, or name one of: virsh net-list --all"),
        Remedy(.noStoragePool, "", "define the pool, or name one of: virsh pool-list --all"),
        Remedy(
            .noStorageVolume, "matching path",
            "refresh the pool that has it (virsh pool-refresh POOL); a file outside all pools is no volume"),
        Remedy(
            .noStorageVolume, "", "refresh the pool (virsh pool-refresh POOL), then name one of: virsh vol-list POOL"),
        Remedy(.noSecret, "", "define the secret and set its value; there are: virsh secret-list"),
        Remedy(.noNWFilter, "", "name one of: virsh nwfilter-list"),
        Remedy(.noNodeDevice, "", "name one of: virsh nodedev-list"),
        Remedy(.noDomainSnapshot, "current snapshot", "name the snapshot; none is the current one"),
        Remedy(.noDomainSnapshot, "", "name one of: virsh snapshot-list GUEST"),
        Remedy(.noDomainCheckpoint, "", "name one of: virsh checkpoint-list GUEST"),
    ]

    /// The definition is wrong, cannot be had on this host, or collides with another.
    static let definitions = [
        Remedy(
            .xmlError, "No PCI buses available",
            "name a machine type of this architecture that has PCI: qemu-system-x86_64 -machine help"),
        Remedy(.xmlError, "target '…' duplicated", "the guest has … already: take the next name"),
        Remedy(.xmlError, "", "check the file with: strata validate FILE"),
        Remedy(
            .xmlDetail, "guest has no NUMA nodes configured",
            "give the guest a NUMA node (<numa> in <cpu>) and <maxMemory> to plug memory into"),
        Remedy(.xmlDetail, "", "check the file with: strata validate FILE"),
        Remedy(.noName, "", "give it a name: <name>"),
        Remedy(.xmlInvalidSchema, "", "check the file with: strata validate FILE"),
        Remedy(
            .configUnsupported, "does not support machine type '…'",
            "… is no machine type of this host; list them with: qemu-system-x86_64 -machine help"),
        Remedy(
            .configUnsupported, "does not support virt type '…'",
            "QEMU's emulator cannot do …: take <domain type='kvm'> or, for emulation, type='qemu'"),
        Remedy(
            .configUnsupported, "No emulator found for arch '…'",
            "install the emulator for …: apt install qemu-system"),
        Remedy(
            .invalidArgument, "could not find capabilities for *domaintype=kvm",
            "this host has no KVM: load the kernel's kvm module, switch virtualization on in the firmware, or use "
                + "--accel tcg for emulation"),
        Remedy(
            .invalidArgument, "could not find capabilities for",
            "install the emulator for that architecture, such as the package qemu-system-x86"),
        Remedy(
            .configUnsupported, "Domain requires KVM, but it is not available",
            "load the kernel's kvm module, switch virtualization on in the firmware, or use --accel tcg for emulation"),
        Remedy(
            .configUnsupported, "CPU mode '*' for * domain on * host is not supported by hypervisor",
            "that CPU mode needs KVM: leave <cpu> out, or use mode='maximum' for emulation"),
        Remedy(.internalError, "Unknown CPU model …", "name one of: virsh cpu-models x86_64"),
        Remedy(
            .cpuIncompatible, "", "take mode='host-model', or a CPU model that this host can run: virsh domcapabilities"
        ),
        Remedy(
            .operationFailed, "guest CPU doesn't match specification",
            "take a CPU model without the missing features, or check='partial'"),
        Remedy(.operationFailed, "already exists with uuid", "choose another name, or undefine the other one first"),
        Remedy(
            .operationFailed, "is already defined with uuid", "choose another UUID, or undefine the other one first"),
        Remedy(.operationFailed, "already exists", "choose another name or UUID, or undefine the other one first"),
        Remedy(.operationFailed, "already active", "choose another name, or stop the other one first"),
        Remedy(
            .operationFailed, "Unable to find any firmware",
            "install UEFI firmware for guests: apt install ovmf"),
    ]
}
