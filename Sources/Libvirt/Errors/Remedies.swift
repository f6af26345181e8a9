/// One situation that users run into, and what they can do about it.
struct Remedy: Sendable {
    let code: LibvirtError.Code
    /// A piece of libvirt's message; libvirt uses a few of its codes for many situations.
    let words: String
    let hint: String

    init(_ code: LibvirtError.Code, _ words: String = "", _ hint: String) {
        self.code = code
        self.words = words
        self.hint = hint
    }
}

extension LibvirtError {
    /// What the user can do about it, for the situations that users of libvirt run into most.
    var remedy: String? {
        if code == .noSupport { return missingCall }
        return Remedy.all.first { $0.code == code && ($0.words.isEmpty || message.contains($0.words)) }?.hint
    }

    /// What it takes for the other side to have the call.
    private var missingCall: String {
        let needed = call.flatMap { CallVersions.introduced[$0] }.map { "libvirt \($0) or newer" }
        // libvirt's words where the daemon does not know the call at all, whatever its drivers could do.
        if message.contains("unknown procedure") {
            return "the daemon on the other side is too old: the call needs \(needed ?? "a newer libvirt")"
        }
        return "this hypervisor's driver has no such function"
            + (needed.map { "; where one has, it takes \($0)" } ?? "")
    }
}

extension Remedy {
    // The first one that fits counts: particular ones stand before general ones.
    static let all: [Remedy] = connection + definition + start + state

    private static let connection = [
        Remedy(
            .systemError, "Failed to connect socket to",
            "start the daemon (systemctl start libvirtd, or virtqemud where the daemons are modular), or use the "
                + "embedded driver, which needs none: --connect 'qemu:///embed?root=FOLDER'"),
        Remedy(
            .internalError, "system bus connection",
            "the daemon asks polkit about users other than root, and the system bus does not run: start dbus and "
                + "polkit, join the group libvirt, or use qemu:///session"),
        Remedy(
            .authFailed, "", "join the group libvirt (adduser USER libvirt, then log in anew), or use qemu:///session"),
        Remedy(.accessDenied, "", "ask the host's administrator for the right, or use qemu:///session"),
        Remedy(.noConnection, "", "check the connection URI; strata version shows the one in use"),
        Remedy(
            .internalError, "Failed to acquire pid file",
            "another strata process uses the embedded driver, which serves one at a time; wait for it to end, or start "
                + "libvirtd to let several work side by side"),
        Remedy(.internalError, "client socket is closed", "the daemon ended; guests go on running; connect again"),
    ]

    private static let definition = [
        Remedy(.xmlError, "", "check the file with: strata validate FILE"),
        Remedy(.xmlDetail, "", "check the file with: strata validate FILE"),
        Remedy(.xmlInvalidSchema, "", "check the file with: strata validate FILE"),
        Remedy(
            .configUnsupported, "does not support machine type",
            "list the machine types of this host with: qemu-system-x86_64 -machine help"),
        Remedy(
            .invalidArgument, "unsupported flags",
            "leave the options out: this hypervisor's driver, or the version of its daemon, does not know them"),
        Remedy(
            .invalidArgument, "could not find capabilities for domaintype=kvm",
            "this host has no KVM: load the kernel's kvm module, switch virtualization on in the firmware, or use "
                + "--accel tcg for emulation"),
        Remedy(
            .invalidArgument, "could not find capabilities for",
            "install the emulator for that architecture, such as the package qemu-system-x86"),
        Remedy(.operationFailed, "already exists with uuid", "choose another name, or undefine the other guest first"),
        Remedy(.operationFailed, "already exists", "choose another name or UUID, or undefine the other guest first"),
        Remedy(
            .operationFailed, "is already defined with uuid", "choose another name, or undefine the other guest first"),
        Remedy(.operationFailed, "already active", "choose another name, or stop the other guest first"),
        Remedy(
            .operationFailed, "Unable to find any firmware",
            "install UEFI firmware for guests: apt install ovmf"),
        Remedy(.noDomain, "", "strata list --all shows the guests of this connection"),
    ]

    private static let start = [
        Remedy(
            .operationInvalid, "network 'default' is not active",
            "start it with: virsh net-start default (and virsh net-autostart default to keep it)"),
        Remedy(.operationInvalid, "is not active", "start it first"),
        Remedy(.noNetwork, "", "define the network, or name one of: virsh net-list --all"),
        Remedy(
            .systemError, "Cannot get interface MTU",
            "the bridge does not exist on this host: make it, or name another"),
        Remedy(
            .systemError, "Cannot access storage file",
            "let the user libvirt-qemu read the file and search every folder above it (chmod o+x FOLDER), or keep "
                + "images in /var/lib/libvirt/images"),
        Remedy(
            .internalError, "Permission denied",
            "let the user libvirt-qemu read the file and search every folder above it (chmod o+x FOLDER), or keep "
                + "images in /var/lib/libvirt/images"),
        Remedy(
            .internalError, "Could not access KVM kernel module",
            "let the daemon's user open /dev/kvm (group kvm), or use --accel tcg for emulation"),
        Remedy(.internalError, "No such file or directory", "check the paths of the definition: strata render FILE"),
        Remedy(.internalError, "Failed to get \"write\" lock", "another guest or tool uses the disk: stop it first"),
        Remedy(.internalError, "Unable to find 'swtpm", "install the TPM emulator: apt install swtpm swtpm-tools"),
        Remedy(
            .configUnsupported, "Unable to find 'swtpm", "install the TPM emulator: apt install swtpm swtpm-tools"),
    ]

    private static let state = [
        Remedy(.operationInvalid, "already running", "it runs already; stop it first if it is to start anew"),
        Remedy(.operationInvalid, "domain is not running", "start it first: strata start NAME"),
        Remedy(
            .operationInvalid, "managed save", "take the saved state along: strata undefine --managed-save NAME"),
        Remedy(.operationInvalid, "nvram", "take the firmware's variables along: strata undefine --nvram NAME"),
        Remedy(.operationInvalid, "snapshots", "take the snapshots' metadata along: strata undefine --snapshots NAME"),
        Remedy(
            .operationInvalid, "checkpoints",
            "take the checkpoints' metadata along: strata undefine --checkpoints NAME"),
        Remedy(.operationInvalid, "transient", "a transient guest has no definition to change: define it first"),
        Remedy(
            .operationTimeout, "cannot acquire state change lock",
            "another job keeps the guest busy; wait for it, or end it with: virsh domjobabort NAME"),
        Remedy(.agentUnresponsive, "", "start qemu-guest-agent in the guest, and give it the channel for it"),
        Remedy(.operationFailed, "console session", "somebody else is connected; throw them out with --force"),
    ]
}
