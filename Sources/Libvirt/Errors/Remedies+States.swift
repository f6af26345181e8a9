extension Remedy {
    /// The guest, or its past, stands in the way.
    static let states = [
        Remedy(.operationInvalid, "already running", "it runs already; stop it first if it is to start anew"),
        Remedy(.operationInvalid, "domain '…' is already active", "stop … first, or change it as it runs"),
        Remedy(.operationInvalid, "is not running", "start it first: strata start NAME"),
        Remedy(
            .operationInvalid, "domain with name '…' already exists",
            "choose another name; strata info … shows the guest that has this one"),
        Remedy(
            .operationInvalid, "managed saved state can't be renamed",
            "let it go on from there, and stop it: strata restore NAME, then strata stop NAME"),
        Remedy(
            .operationInvalid, "managed save image exists",
            "take the saved state along: strata undefine --managed-save NAME"),
        Remedy(
            .operationInvalid, "cannot undefine domain with nvram",
            "take the firmware's variables along: strata undefine --nvram NAME"),
        Remedy(
            .operationInvalid, "cannot delete inactive domain with * snapshots",
            "take the snapshots' metadata along: strata undefine --snapshots NAME"),
        Remedy(
            .operationInvalid, "cannot delete inactive domain with * checkpoints",
            "take the checkpoints' metadata along: strata undefine --checkpoints NAME"),
        Remedy(.operationInvalid, "transient", "a transient guest has no definition to change: define it first"),
        Remedy(
            .operationTimeout, "cannot acquire state change lock",
            "another job keeps the guest busy; wait for it, or end it with: virsh domjobabort NAME"),
        Remedy(.operationFailed, "console session", "somebody else is connected; throw them out with --force"),
        Remedy(
            .operationInvalid, "no screens to take screenshot from",
            "give the guest a screen: <graphics type='vnc'/> and <video>"),
        Remedy(
            .operationInvalid, "no such screen ID",
            "screens are numbered from 0: leave --screen out for the first; strata info NAME"),
        Remedy(
            .internalError, "cannot find character device",
            "leave --device out for its first console; where it has none, give it one: <serial type='pty'/>"),
        Remedy(
            .operationUnsupported, "deleting external snapshot that has internal snapshot as parent",
            "merge the images with virsh blockcommit, then delete it with --metadata; do not mix the two kinds"),
        Remedy(
            .operationUnsupported, "for internal snapshot '…' is not the same as disk image currently used",
            "external snapshots stand above …: merge them first (virsh blockcommit); do not mix the two kinds"),
        Remedy(
            .configUnsupported, "disk snapshots not supported",
            "internal and external snapshots are mixed, or others stand on it: delete the children first, one by one"),
        Remedy(
            .configUnsupported, "deletion of external disk snapshots with children not supported",
            "delete the children first, one by one"),
        Remedy(
            .configUnsupported, "revert to external snapshot not supported yet",
            "start a copy of the definition on the snapshot's own images, or take internal snapshots; newer libvirt can"
        ),
        Remedy(
            .operationUnsupported, "internal snapshots of a VM with pflash based firmware are not supported",
            "a guest with UEFI takes external snapshots: virsh snapshot-create-as --disk-only"),
        Remedy(
            .configUnsupported, "internal snapshot for disk * unsupported for storage type …",
            "internal snapshots need qcow2, not …: convert the image (qemu-img convert), or take an external one"),
        Remedy(
            .configUnsupported, "require all disks to be selected for snapshot",
            "give the guest a disk that can hold snapshots (qcow2), or take an external one"),
        Remedy(
            .migrateUnsafe, "",
            "share the storage of the two hosts, copy it along (--copy-storage-all), or set cache='none'"),
    ]

    /// The agent, and what is plugged or changed while the guest runs.
    static let devices = [
        Remedy(
            .agentUnresponsive, "",
            "start qemu-guest-agent in the guest, and wait until the guest has booted"),
        Remedy(
            .argumentUnsupported, "QEMU guest agent is not configured",
            "give the guest the channel org.qemu.guest_agent.0, and install qemu-guest-agent in it"),
        Remedy(
            .internalError, "No more available PCI slots",
            "add PCI controllers (<controller type='pci' model='pcie-root-port'/>) while the guest is off"),
        Remedy(
            .internalError, "does not support hotplugging",
            "the bus has no room for it while the guest runs: add controllers while the guest is off"),
        Remedy(
            .operationUnsupported, "cannot be hotplugged",
            "only some buses take devices while the guest runs: use virtio, scsi or usb, or plug it in while it is off"),
        Remedy(.deviceMissing, "", "name a device that the guest has: strata info NAME"),
        Remedy(
            .operationInvalid, "PCI device * is in use by driver",
            "another guest has the device: stop it, or take the device from it"),
        Remedy(
            .invalidArgument, "cannot set memory higher than max memory",
            "raise the limit (<memory>) while the guest is off, or plug memory in"),
        Remedy(
            .operationInvalid, "cannot resize the maximum memory on an active domain",
            "change the definition for the next start, or plug memory in"),
        Remedy(
            .operationInvalid, "without the balloon device",
            "give the guest a balloon (<memballoon model='virtio'/>) and its driver"),
        Remedy(
            .invalidArgument, "requested vcpus is greater than max allowable vcpus",
            "raise the limit (<vcpu>) while the guest is off"),
    ]
}
