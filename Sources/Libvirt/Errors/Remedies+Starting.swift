extension Remedy {
    private static let access =
        "let the user libvirt-qemu read the file and search every folder above it (chmod o+x FOLDER), or keep images in "
        + "/var/lib/libvirt/images"

    /// What a guest stands on is missing.
    static let starting = [
        Remedy(
            .operationInvalid, "network '…' is not active",
            "start it with: virsh net-start … (and virsh net-autostart … to keep it)"),
        Remedy(
            .operationInvalid, "storage pool '…' containing volume",
            "start it with: virsh pool-start … (and virsh pool-autostart … to keep it)"),
        Remedy(
            .operationInvalid, "storage pool '…' is not active",
            "start it with: virsh pool-start … (and virsh pool-autostart … to keep it)"),
        Remedy(
            .systemError, "Cannot get interface MTU on '…'",
            "the bridge … does not exist on this host: make it, or name another; ip link show type bridge lists them"),
        Remedy(
            .systemError, "Unable to get index for interface …: No such device",
            "the interface … does not exist on this host: name one of: ip link"),
        Remedy(.systemError, "Cannot access backing file '…' of storage file '*'*: Permission denied", access),
        Remedy(
            .systemError, "Cannot access backing file '…' of storage file",
            "… is what the image stands on: bring it back, or name its new place: qemu-img rebase -u -b FILE -F FORMAT"),
        Remedy(.systemError, "Cannot access storage file '…'*: No such file or directory", "check the path …"),
        Remedy(.systemError, "Cannot access storage file '…'", access),
        Remedy(
            .systemError, "Cannot check QEMU binary …: No such file or directory",
            "there is no …: leave <emulator> out to take this host's own"),
        Remedy(
            .internalError, "Is another process using the image",
            "another guest or tool uses the disk: stop it first, or make both <shareable/>"),
        Remedy(
            .internalError, "Could not access KVM kernel module",
            "let the daemon's user open /dev/kvm (group kvm), or use --accel tcg for emulation"),
        Remedy(
            .internalError, "cannot set up guest memory",
            "the host has not so much memory left: give the guest less (<memory>), or stop another one"),
        Remedy(
            .internalError, "hugetlbfs filesystem is not mounted",
            "reserve huge pages and mount them (mount -t hugetlbfs none /dev/hugepages), or leave <hugepages> out"),
        Remedy(
            .internalError, "invalid kernel header",
            "what <kernel> names is no Linux kernel: name a bzImage, such as those in /boot"),
        Remedy(.internalError, "Permission denied", access),
        Remedy(.internalError, "No such file or directory", "check the paths of the definition: strata render FILE"),
        Remedy(
            .internalError, "bridge name '…' already in use",
            "another network has the bridge …: leave <bridge> out to get a name of its own"),
        Remedy(
            .internalError, "Network is already in use by interface …",
            "the interface … has such an address already: choose another subnet in <ip>"),
        Remedy(
            .internalError, "Unable to find an unused port in range",
            "all ports for screens are taken: stop a guest, or widen the range in /etc/libvirt/qemu.conf"),
        Remedy(
            .systemError, "Unable to find 'swtpm*' binary in $PATH",
            "install the TPM emulator: apt install swtpm swtpm-tools"),
        Remedy(
            .configUnsupported, "TPM version '*' is not supported",
            "install the TPM emulator: apt install swtpm swtpm-tools"),
        Remedy(
            .configUnsupported, "unable to open vhost-vsock device",
            "load the kernel's module (modprobe vhost_vsock), or leave <vsock> out"),
        Remedy(
            .configUnsupported, "host doesn't support passthrough of host PCI devices",
            "switch the IOMMU on: in the firmware, and with intel_iommu=on on the kernel's command line"),
        // Whatever else keeps QEMU from starting: its last words may say more than the message.
        Remedy(
            .internalError, "qemu unexpectedly closed the monitor",
            "all that QEMU said stands in the guest's log, in /var/log/libvirt/qemu"),
    ]
}
