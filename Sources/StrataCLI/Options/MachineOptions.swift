internal import ArgumentParser
internal import Strata

/// What a new guest is made of.
struct MachineOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The operating system, such as debian12, which decides the virtual hardware; `strata os list` has them.",
            valueName: "id"), completion: .systems)
    var os: String?

    @Option(help: "The number of virtual processors.")
    var cpus: String?

    @Option(help: ArgumentHelp("The memory, such as 2GiB.", valueName: "size"))
    var memory: String?

    @Option(help: ArgumentHelp("The size of the first disk, such as 20GiB, or none.", valueName: "size"))
    var diskSize: String?

    @Option(
        help: ArgumentHelp("Another disk: a new one of a size, or one that is there as for --disk.", valueName: "disk"))
    var diskAdd: [String] = []

    @Option(help: ArgumentHelp("The storage pool for new disks.", valueName: "name"))
    var pool = GuestSpec.usualPool

    @Option(
        help: ArgumentHelp(
            "An adapter: a network of libvirt's, bridge=NAME, direct=ADAPTER, user, or none at all.",
            discussion: "Behind it ,model=e1000 and ,mac=52:54:00:… where wanted. Can be said several times, and is "
                + "the network 'default' without it. `strata host nics` shows what there is.",
            valueName: "network"), completion: .networks)
    var network: [String] = []

    @Option(help: ArgumentHelp("bios, uefi or uefi-secure, which starts only what is signed.", valueName: "kind"))
    var firmware: String?

    @Flag(help: "Give it a TPM 2.0.")
    var tpm = false

    @Option(help: ArgumentHelp("The screen: none, vnc or spice, to be seen from the host alone.", valueName: "kind"))
    var graphics: String?

    @Option(help: "auto: KVM where it truly serves, else emulation; kvm and tcg insist.")
    var accel = AcceleratorPreference.auto

    @Option(help: "The devices: paravirtual (made for guests, where the system has drivers) or emulated.")
    var style = StyleArgument.paravirtual

    /// Writes what was said into a spec.
    func fill(_ spec: inout GuestSpec) throws {
        spec.system = os
        spec.cpus = try cpus.map { text in
            guard let count = Int(text), count > 0 else {
                throw Failure(
                    .wrongValue, "--cpus '\(text)'", "it must be a number from 1 on", hint: "such as --cpus 2")
            }
            return count
        }
        spec.memory = try memory.map { try Self.amount($0, "--memory") }
        spec.diskSize = try diskSize.map { $0 == "none" ? .zero : try Self.amount($0, "--disk-size") }
        spec.moreDisks = diskAdd.map { text in
            (try? Self.amount(text, "--disk-add")).map { .new($0) } ?? .existing(text)
        }
        spec.pool = pool
        spec.adapters = try adapters()
        spec.firmware = try firmware.map { try Self.choice($0, "--firmware") }
        spec.display = try graphics.map { try Self.choice($0, "--graphics") }
        spec.hasTPM = tpm ? true : nil
        (spec.accelerator, spec.style) = (accel, style.style)
    }

    private func adapters() throws -> [AdapterDescription]? {
        if network.isEmpty { return nil }
        if network == ["none"] { return [] }
        guard !network.contains("none") else {
            throw Failure(.wrongValue, "--network none", "there are other adapters", hint: "say it alone or not at all")
        }
        return try network.map { text in
            do {
                return try AdapterDescription(text)
            } catch let error as InvalidValue {
                var failure = Failure(error)
                failure.hint = "such as --network default,model=e1000; strata host nics shows what there is"
                throw failure
            }
        }
    }

    private static func amount(_ text: String, _ option: String) throws -> ByteCount {
        guard let amount = ByteCount(text), amount > .zero, text.contains(where: \.isLetter) else {
            throw Failure(
                .wrongValue, "\(option) '\(text)'", "it must be an amount with a unit", hint: "such as \(option) 4GiB")
        }
        return amount
    }

    private static func choice<Choice: RawRepresentable & CaseIterable>(
        _ text: String, _ option: String
    ) throws -> Choice where Choice.RawValue == String {
        if let choice = Choice(rawValue: text) { return choice }
        throw Failure(
            .wrongValue, "\(option) '\(text)'", "there is no such choice",
            hint: "say one of \(Choice.allCases.map(\.rawValue).joined(separator: ", "))")
    }
}
