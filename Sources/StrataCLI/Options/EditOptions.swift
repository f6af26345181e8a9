internal import ArgumentParser
internal import Strata

/// The fields of a definition, each an option that carries its name.
struct FieldOptions: ParsableArguments {
    @Option(help: "The guest's name.") var name: String?
    @Option(help: "A line for people; empty for none.") var title: String?
    @Option(help: "A text for people; empty for none.") var description: String?
    @Option(help: "The memory, such as 4GiB.") var memory: String?
    @Option(help: "The memory at boot, up to all of it.") var currentMemory: String?
    @Option(help: "The most virtual processors.") var vcpus: String?
    @Option(help: "The virtual processors at boot.") var currentVcpus: String?
    @Option(help: "host-passthrough, host-model, maximum, or a model such as EPYC.") var cpu: String?
    @Option(help: "The machine type, such as q35.") var machine: String?
    @Option(help: "What to boot from, in order: hd,cdrom,network or targets such as vda,vdb.") var boot: String?
    @Option(help: "The kernel that is booted directly; empty for none.") var kernel: String?
    @Option(help: "The initial file system of that kernel; empty for none.") var initrd: String?
    @Option(help: "The command line of that kernel; empty for none.") var cmdline: String?

    @Option(help: "kvm, or qemu for emulation.") var type: String?
    @Option(help: "What its clock shows at boot: utc or localtime.") var clock: String?
    @Option(help: "The threads that serve disks; 0 for none.") var iothreads: String?
    @Option(help: "Whether its memory stands in huge pages: on or off.") var hugePages: String?
    @Option(help: "The host's processors that its own may run on, such as 0-3; empty for all.")
    var hostProcessors: String?
    @Option(help: "The host's NUMA node that its memory should come from, such as 0; empty for any.")
    var hostNodes: String?

    var edits: [DefinitionEdit] {
        let values = [
            ("name", name), ("title", title), ("description", description), ("memory", memory),
            ("current-memory", currentMemory), ("vcpus", vcpus), ("current-vcpus", currentVcpus), ("cpu", cpu),
            ("machine", machine), ("boot", boot), ("kernel", kernel), ("initrd", initrd), ("cmdline", cmdline),
            ("type", type), ("clock", clock), ("iothreads", iothreads), ("huge-pages", hugePages),
            ("host-processors", hostProcessors), ("host-nodes", hostNodes),
        ]
        return values.compactMap { field, value in value.map { .set(field: field, value: $0) } }
    }
}

/// Devices and labels that come, go or change.
struct DeviceEditOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Add a disk: its path, or path=…,format=…,target=…,bus=…,device=…,cache=…,readonly,shareable,serial=….",
            valueName: "disk"))
    var addDisk: [String] = []

    @Option(help: ArgumentHelp("Remove the disk with that target; its image stays.", valueName: "target"))
    var removeDisk: [String] = []

    @Option(help: ArgumentHelp("Move a disk to another bus.", valueName: "target=bus"))
    var diskBus: [String] = []

    @Option(help: ArgumentHelp("How the host caches a disk, such as none or writeback.", valueName: "target=mode"))
    var diskCache: [String] = []

    @Option(help: ArgumentHelp("Which of the I/O threads serves a disk; empty for none.", valueName: "target=number"))
    var diskIothread: [String] = []

    @Option(
        help: ArgumentHelp(
            "Add a network adapter: a network's name, or network=…|bridge=…|user, model=…, mac=….",
            valueName: "network"))
    var addNetwork: [String] = []

    @Option(help: ArgumentHelp("Remove an adapter, by number or hardware address.", valueName: "adapter"))
    var removeNetwork: [String] = []

    @Option(help: ArgumentHelp("Change an adapter's model, by number or hardware address.", valueName: "adapter=model"))
    var networkModel: [String] = []

    @Option(
        help: ArgumentHelp(
            "Whether the guest has a clock, such as hpet=no or hypervclock=yes; empty for as usual.",
            valueName: "clock=yes|no"))
    var timer: [String] = []

    @Option(help: ArgumentHelp("Put a label into the metadata.", valueName: "name=value"))
    var tag: [String] = []

    @Option(help: ArgumentHelp("Take a label out of the metadata.", valueName: "name"))
    var removeTag: [String] = []

    /// The edits, what goes before what comes: a target that is freed can be taken again.
    var edits: [DefinitionEdit] {
        get throws {
            let moved = try diskBus.map { try pair($0, "disk-bus") }.map { DefinitionEdit.diskBus(target: $0, bus: $1) }
            let models = try networkModel.map { try pair($0, "network-model") }
                .map { DefinitionEdit.networkModel(adapter: $0, model: $1) }
            let tags = try tag.map { try pair($0, "tag") }.map { DefinitionEdit.tag(name: $0, value: $1) }
            let drivers = try [("cache", diskCache), ("iothread", diskIothread)].flatMap { option, values in
                try values.map { try pair($0, "disk-\(option)") }
                    .map { DefinitionEdit.diskDriver(target: $0, option: option, value: $1) }
            }
            let timers = try timer.map { try pair($0, "timer") }.map { DefinitionEdit.timer(name: $0, value: $1) }
            return moved + drivers + models + timers + removeDisk.map { .removeDisk(target: $0) }
                + removeNetwork.map { .removeNetwork($0) }
                + addDisk.map { .addDisk($0) } + addNetwork.map { .addNetwork($0) }
                + removeTag.map { .removeTag($0) } + tags
        }
    }

    private func pair(_ text: String, _ option: String) throws -> (String, String) {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2 else { throw ValidationError("--\(option) '\(text)': it must have a = in it") }
        return (parts[0], parts[1])
    }
}
