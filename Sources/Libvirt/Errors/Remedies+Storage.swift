extension Remedy {
    /// Pools and volumes.
    static let storage = [
        Remedy(
            .operationInvalid, "storage pool '…' is still active", "stop it first: virsh pool-destroy … (files stay)"),
        Remedy(.operationInvalid, "storage pool '…' is already active", "it is started already"),
        Remedy(.storageVolumeExists, "", "choose another name, or delete the other one first"),
        Remedy(
            .operationInvalid, "volume target path '…' already exists",
            "the pool does not know that file yet: virsh pool-refresh POOL; then delete it, or choose another name"),
        Remedy(.operationInvalid, "volume '…' is still in use", "somebody reads or writes …: wait for them to end"),
        Remedy(
            .operationInvalid, "volume '…' is still being allocated",
            "… is being made: wait for that to end"),
        Remedy(
            .operationFailed, "Storage source conflict with pool: '…'",
            "the pool … has the same folder or device: use it, or another place"),
        Remedy(
            .operationFailed, "Not enough free space in pool for volume",
            "delete volumes, or make it thin: <allocation>0</allocation>"),
        Remedy(
            .systemError, "cannot open directory '…': No such file or directory",
            "make the folder: virsh pool-build POOL, or mkdir …"),
        Remedy(.systemError, "cannot extend file '…'", "the file system of … is full, or cannot have so large a file"),
    ]

    /// What is left when none of the others fits.
    static let general = [
        Remedy(.operationInvalid, "is not active", "start it first"),
        Remedy(
            .invalidArgument, "unsupported flags",
            "leave the options out: this hypervisor's driver, or the version of its daemon, does not know them"),
    ]
}
