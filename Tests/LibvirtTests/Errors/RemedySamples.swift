@testable import Libvirt

/// What libvirt 9.0 says in the situations that the remedies are for, and a piece of what is to be advised.
///
/// Most of it was recorded from libvirt; what could not be provoked is put together from its own messages.
enum RemedySamples {
    typealias Sample = (code: LibvirtError.Code, message: String, advice: String)

    static let all = connecting + objects + definitions + starting + states + devices + storage

    private static let connecting: [Sample] = [
        (.systemError, "Failed to connect socket to '/run/libvirt/libvirt-sock': Permission denied", "adduser"),
        (
            .systemError, "Failed to connect socket to '/var/run/libvirt/virtqemud-sock': No such file or directory",
            "systemctl enable --now virtqemud.socket"
        ),
        (
            .systemError, "Failed to connect socket to '/run/libvirt/libvirt-sock': No such file or directory",
            "systemctl start libvirtd"
        ),
        (.systemError, "unable to connect to server at '10.0.0.1:16509': Connection refused", "virtproxyd"),
        (
            .systemError, "Unable to resolve address 'far.example' service '16509': Name or service not known",
            "getent hosts far.example"
        ),
        (.systemError, "Cannot read CA certificate '/etc/pki/CA/cacert.pem': No such file or directory", "pkipath"),
        (.authFailed, "authentication failed: Failed to verify peer's certificate", "as its certificate does"),
        (.systemError, "Cannot recv data: Host key verification failed.: Connection reset by peer", "known_hosts"),
        (
            .systemError, "Cannot recv data: mary@far: Permission denied (publickey).: Connection reset by peer",
            "ssh-copy-id"
        ),
        (
            .systemError,
            "Cannot recv data: ssh: Could not resolve hostname far: Name or service not known: Input/output error",
            "name in the URI"
        ),
        (
            .systemError, "Cannot recv data: ssh: connect to host far port 22: Connection refused: Input/output error",
            "sshd"
        ),
        (.systemError, "Cannot recv data: sh: 1: nc: not found: Connection reset by peer", "virt-ssh-helper"),
        (
            .ssh, "SSH transport error: !!! SSH HOST KEY VERIFICATION FAILED !!!: Identity of host 'a:22'",
            "ssh-keygen -R"
        ),
        (.libssh, "SSH transport error: !!! SSH HOST KEY VERIFICATION FAILED !!!: Identity of host", "ssh-keygen -R"),
        (
            .authFailed,
            "authentication failed: All provided authentication methods with credentials were rejected by the server",
            "keyfile"
        ),
        (.authFailed, "authentication failed: no SASL mechanisms are available", "qemu+tls"),
        (
            .internalError,
            "internal error: Unable to get system bus connection: Could not connect: No such file or directory",
            "start dbus"
        ),
        (
            .authUnavailable,
            "authentication unavailable: no polkit agent available to authenticate action 'org.libvirt.unix.manage'",
            "pkttyagent"
        ),
        (.authCancelled, "authentication cancelled: user cancelled authentication process", "answer the question"),
        (.authFailed, "authentication failed: access denied by policy", "adduser"),
        (.accessDenied, "access denied: 'QEMU' denied access", "administrator"),
        (.operationDenied, "operation forbidden: read only access prevents virDomainCreate", "not a read-only one"),
        (.noConnection, "no connection driver available for hugo:///x", "the URI hugo:///x,"),
        (.systemError, "Cannot write data: Broken pipe", "try it by itself"),
        (.noConnection, "no connection driver available", "strata version"),
        (
            .internalError, "internal error: unexpected qemu URI path '/nonsense', try qemu:///system",
            "qemu:///session or"
        ),
        (.invalidArgument, "invalid argument: Driver does not support embedded mode", "connect to a daemon"),
        (
            .systemError, "Failed to acquire pid file '/e/run/qemu/driver.pid': Resource temporarily unavailable",
            "one at a time"
        ),
        (.internalError, "internal error: client socket is closed", "connect again"),
    ]

    private static let objects: [Sample] = [
        (.noDomain, "Domain not found: no domain with matching name 'nope'", "strata list"),
        (.noNetwork, "Network not found: no network with matching name 'nope'", "net-list"),
        (.noStoragePool, "Storage pool not found: no storage pool with matching name 'nope'", "pool-list"),
        (.noStorageVolume, "Storage volume not found: no storage vol with matching path '/nope'", "outside all pools"),
        (.noStorageVolume, "Storage volume not found: no storage vol with matching name 'w'", "vol-list"),
        (.noSecret, "Secret not found: no secret with matching usage 'x'", "secret-list"),
        (.noNWFilter, "Network filter not found: no nwfilter with matching name 'nope'", "nwfilter-list"),
        (.noNodeDevice, "Node device not found: no node device with matching name 'nope'", "nodedev-list"),
        (.noDomainSnapshot, "Domain snapshot not found: the domain does not have a current snapshot", "none is"),
        (.noDomainSnapshot, "Domain snapshot not found: no domain snapshot with matching name 'zz'", "snapshot-list"),
        (
            .noDomainCheckpoint, "Domain checkpoint not found: no domain checkpoint with matching name 'z'",
            "checkpoint-list"
        ),
    ]

    private static let definitions: [Sample] = [
        (.xmlError, "XML error: No PCI buses available", "machine type"),
        (.xmlError, "XML error: target 'vda' duplicated for disk sources '/a' and '/b'", "has vda already"),
        (.xmlError, "XML error: missing domain name", "strata validate"),
        (.xmlDetail, "can't add memory backend as guest has no NUMA nodes configured", "NUMA node"),
        (.xmlDetail, "(domain_definition):1: Start tag expected, '<' not found", "strata validate"),
        (.noName, "missing name information", "<name>"),
        (.xmlInvalidSchema, "XML document failed to validate against schema: x", "strata validate"),
        (
            .configUnsupported,
            "unsupported configuration: Emulator '/usr/bin/qemu' does not support machine type 'pc-q35-99.9'",
            "pc-q35-99.9 is no machine type"
        ),
        (
            .configUnsupported, "unsupported configuration: Emulator '/usr/bin/qemu' does not support virt type 'xen'",
            "cannot do xen"
        ),
        (.configUnsupported, "unsupported configuration: No emulator found for arch 'sparc64'", "emulator for sparc64"),
        (
            .invalidArgument, "invalid argument: could not find capabilities for domaintype=kvm arch=x86_64",
            "has no KVM"
        ),
        (.invalidArgument, "invalid argument: could not find capabilities for arch=sparc", "qemu-system"),
        (
            .configUnsupported,
            "unsupported configuration: Domain requires KVM, but it is not available. Check that virtualization is",
            "kvm module"
        ),
        (
            .configUnsupported,
            "unsupported configuration: CPU mode 'host-passthrough' for x86_64 qemu domain on x86_64 host is not supported "
                + "by hypervisor", "mode='maximum'"
        ),
        (.internalError, "internal error: Unknown CPU model Hugo9", "cpu-models"),
        (.cpuIncompatible, "the CPU is incompatible with host CPU: missing features: x", "host-model"),
        (
            .operationFailed, "operation failed: guest CPU doesn't match specification: missing features: vme,pcid",
            "missing features"
        ),
        (.operationFailed, "operation failed: domain 'a' already exists with uuid 1", "another name,"),
        (.operationFailed, "operation failed: domain 'a' is already defined with uuid 1", "another UUID"),
        (.operationFailed, "operation failed: domain moment i1 already exists", "name or UUID"),
        (.operationFailed, "operation failed: network is already active as 'x'", "stop the other one"),
        (.operationFailed, "operation failed: Unable to find any firmware to satisfy 'efi'", "ovmf"),
    ]

    private static let starting: [Sample] = [
        (
            .operationInvalid, "Requested operation is not valid: network 'default' is not active",
            "virsh net-start default (and virsh net-autostart default"
        ),
        (
            .operationInvalid,
            "Requested operation is not valid: storage pool 'p' containing volume 'v' is not active", "pool-start p "
        ),
        (.operationInvalid, "Requested operation is not valid: storage pool 'p' is not active", "pool-start p "),
        (.systemError, "Cannot get interface MTU on 'nobr0': No such device", "bridge nobr0 does"),
        (.systemError, "Unable to get index for interface nodev0: No such device", "interface nodev0 does"),
        (
            .systemError,
            "Cannot access backing file '/a' of storage file '/b' (as uid:64055, gid:64055): Permission denied",
            "chmod o+x"
        ),
        (
            .systemError,
            "Cannot access backing file '/a' of storage file '/b' (as uid:64055, gid:64055): No such file or directory",
            "/a is what the image stands on"
        ),
        (
            .systemError, "Cannot access storage file '/a' (as uid:64055, gid:64055): No such file or directory",
            "the path /a"
        ),
        (.systemError, "Cannot access storage file '/a' (as uid:64055, gid:64055): Permission denied", "chmod o+x"),
        (.systemError, "Cannot check QEMU binary /nope/qemu: No such file or directory", "no /nope/qemu:"),
        (
            .internalError,
            "internal error: qemu unexpectedly closed the monitor: Failed to get \"write\" lock\n"
                + "Is another process using the image [/a.qcow2]?", "shareable"
        ),
        (.internalError, "internal error: Could not access KVM kernel module: Permission denied", "group kvm"),
        (
            .internalError, "internal error: cannot set up guest memory 'pc.ram': Cannot allocate memory", "<memory>"
        ),
        (
            .internalError,
            "internal error: hugetlbfs filesystem is not mounted or disabled by administrator config", "/dev/hugepages"
        ),
        (
            .internalError, "internal error: qemu unexpectedly closed the monitor: qemu: invalid kernel header",
            "no Linux kernel"
        ),
        (
            .internalError, "internal error: qemu unexpectedly closed the monitor: qemu: the moon is full",
            "/var/log/libvirt/qemu"
        ),
        (.internalError, "internal error: Could not open '/a': Permission denied", "chmod o+x"),
        (.internalError, "internal error: Could not open '/a': No such file or directory", "strata render"),
        (.internalError, "internal error: bridge name 'virbr0' already in use.", "bridge virbr0:"),
        (.internalError, "internal error: Network is already in use by interface virbr0", "interface virbr0 has"),
        (
            .internalError, "internal error: Unable to find an unused port in range 'VNC' (5900-65535)", "all ports"
        ),
        (.systemError, "Unable to find 'swtpm' binary in $PATH: No such file or directory", "swtpm-tools"),
        (.configUnsupported, "unsupported configuration: TPM version '2.0' is not supported", "swtpm-tools"),
        (.configUnsupported, "unsupported configuration: unable to open vhost-vsock device", "modprobe"),
        (
            .configUnsupported, "unsupported configuration: host doesn't support passthrough of host PCI devices",
            "IOMMU"
        ),
    ]

    private static let states: [Sample] = [
        (.operationInvalid, "Requested operation is not valid: domain is already running", "it runs already"),
        (.operationInvalid, "Requested operation is not valid: domain 'web' is already active", "stop web first"),
        (.operationInvalid, "Requested operation is not valid: domain is not running", "strata start"),
        (
            .operationInvalid,
            "Requested operation is not valid: Refusing to undefine while domain managed save image exists",
            "--managed-save"
        ),
        (.operationInvalid, "Requested operation is not valid: cannot undefine domain with nvram", "--nvram"),
        (
            .operationInvalid, "Requested operation is not valid: cannot delete inactive domain with 3 snapshots",
            "--snapshots"
        ),
        (
            .operationInvalid, "Requested operation is not valid: cannot delete inactive domain with 3 checkpoints",
            "--checkpoints"
        ),
        (.operationInvalid, "Requested operation is not valid: cannot undefine transient domain", "define it first"),
        (
            .operationTimeout,
            "Timed out during operation: cannot acquire state change lock (held by monitor=remoteDispatchDomainSave)",
            "domjobabort"
        ),
        (.operationFailed, "operation failed: Active console session exists for this domain", "--force"),
        (
            .operationInvalid, "Requested operation is not valid: no screens to take screenshot from", "<graphics"
        ),
        (.operationInvalid, "Requested operation is not valid: no such screen ID", "leave --screen out"),
        (.operationInvalid, "Requested operation is not valid: domain with name 'www' already exists", "info www "),
        (
            .operationInvalid, "Requested operation is not valid: domain with a managed saved state can't be renamed",
            "strata restore"
        ),
        (.internalError, "internal error: cannot find character device <null>", "<serial"),
        (.internalError, "internal error: cannot find character device serial7", "leave --device out"),
        (
            .operationUnsupported,
            "Operation not supported: deleting external snapshot that has internal snapshot as parent not supported",
            "two kinds"
        ),
        (
            .operationUnsupported,
            "Operation not supported: disk image 'vda' for internal snapshot 'i1' is not the same as disk image currently "
                + "used by VM", "above i1:"
        ),
        (
            .configUnsupported,
            "unsupported configuration: deletion of external children disk snapshots not supported", "one by one"
        ),
        (
            .configUnsupported,
            "unsupported configuration: deletion of external disk snapshots with children not supported", "one by one"
        ),
        (
            .configUnsupported, "unsupported configuration: revert to external snapshot not supported yet",
            "newer libvirt"
        ),
        (
            .operationUnsupported,
            "Operation not supported: internal snapshots of a VM with pflash based firmware are not supported",
            "UEFI takes"
        ),
        (
            .configUnsupported,
            "unsupported configuration: internal snapshot for disk vda unsupported for storage type raw", "not raw:"
        ),
        (
            .configUnsupported,
            "unsupported configuration: internal and full system snapshots require all disks to be selected for snapshot",
            "hold snapshots"
        ),
        (.migrateUnsafe, "Unsafe migration: Migration without shared storage is unsafe", "--copy-storage-all"),
    ]

    private static let devices: [Sample] = [
        (
            .agentUnresponsive, "Guest agent is not responding: QEMU guest agent is not connected",
            "start qemu-guest-agent"
        ),
        (.argumentUnsupported, "argument unsupported: QEMU guest agent is not configured", "org.qemu.guest_agent.0"),
        (.internalError, "internal error: No more available PCI slots", "pcie-root-port"),
        (
            .internalError,
            "internal error: unable to execute QEMU command 'device_add': Bus 'pci.0' does not support hotplugging",
            "no room"
        ),
        (.operationUnsupported, "Operation not supported: disk bus 'ide' cannot be hotplugged.", "only some buses"),
        (.deviceMissing, "device not found: disk vdb not found", "strata info"),
        (
            .operationInvalid,
            "Requested operation is not valid: PCI device 0000:00:02.0 is in use by driver QEMU, domain web",
            "take the device"
        ),
        (.invalidArgument, "invalid argument: cannot set memory higher than max memory", "<memory>"),
        (
            .operationInvalid,
            "Requested operation is not valid: cannot resize the maximum memory on an active domain", "next start"
        ),
        (
            .operationInvalid,
            "Requested operation is not valid: Unable to change memory of active domain without the balloon device and "
                + "guest OS balloon driver", "<memballoon"
        ),
        (
            .invalidArgument,
            "invalid argument: requested vcpus is greater than max allowable vcpus for the live domain: 9 > 1", "<vcpu>"
        ),
    ]

    private static let storage: [Sample] = [
        (.operationInvalid, "Requested operation is not valid: storage pool 'p' is still active", "pool-destroy p "),
        (.operationInvalid, "Requested operation is not valid: storage pool 'p' is already active", "started already"),
        (.storageVolumeExists, "storage volume 'v' exists already", "choose another name"),
        (
            .operationInvalid, "Requested operation is not valid: volume target path '/p/v.qcow2' already exists",
            "pool-refresh"
        ),
        (.operationInvalid, "Requested operation is not valid: volume 'v' is still in use.", "writes v:"),
        (.operationInvalid, "Requested operation is not valid: volume 'v' is still being allocated.", "being made"),
        (.operationFailed, "operation failed: Storage source conflict with pool: 'p'", "the pool p has"),
        (.operationFailed, "operation failed: Not enough free space in pool for volume 'v'", "allocation"),
        (.systemError, "cannot open directory '/nope': No such file or directory", "mkdir /nope"),
        (.systemError, "cannot extend file '/p/big': File too large", "/p/big is full"),
        (.operationInvalid, "Requested operation is not valid: interface is not active", "start it first"),
        (.invalidArgument, "unsupported flags (0x80) in function testDomainCreateWithFlags", "leave the options out"),
    ]
}
