public import LibvirtXML
internal import Quantities

/// A part of a guest's definition that people read and change by name.
public struct DefinitionField: Sendable {
    /// The name, such as `memory`.
    public let name: String
    /// What it is, in a few words.
    public let summary: String
    let read: @Sendable (DomainDocument) -> [String]
    let write: @Sendable (inout DomainDocument, String) throws -> Void

    /// The field of that name.
    public static func named(_ name: String) -> DefinitionField? { all.first { $0.name == name } }

    /// All fields.
    public static let all: [DefinitionField] = texts + amounts + counts + threads + places + lists

    /// What the definition says, one value of a single field and several of a list.
    public func values(in definition: DomainDocument) -> [String] { read(definition) }

    private static let texts = [
        text("name", "the guest's name", at: "name", mayBeEmpty: false),
        text("title", "a line for people", at: "title"),
        text("description", "a text for people", at: "description"),
        text("machine", "the machine type, such as q35", at: "os/type/@machine", mayBeEmpty: false),
        text("type", "how its code runs: kvm, or qemu for emulation", at: "@type", mayBeEmpty: false),
        text("clock", "what its clock shows at boot: utc, localtime, or a time zone's offset", at: "clock/@offset"),
        text("kernel", "the kernel that is booted directly", at: "os/kernel"),
        text("initrd", "the initial file system of that kernel", at: "os/initrd"),
        text("cmdline", "the command line of that kernel", at: "os/cmdline"),
        DefinitionField(
            name: "cpu", summary: "host-passthrough, host-model, maximum, or a model such as EPYC",
            read: { [$0["cpu/model"] ?? $0["cpu/@mode"]].compactMap(\.self) }, write: setCPU),
    ]

    private static let amounts = [
        DefinitionField(
            name: "memory", summary: "the memory, such as 4GiB",
            read: { [amount("memory", in: $0)].compactMap(\.self) },
            write: setMemory),
        DefinitionField(
            name: "current-memory", summary: "the memory at boot, up to all of it",
            read: { [amount("currentMemory", in: $0) ?? amount("memory", in: $0)].compactMap(\.self) },
            write: { $0.currentMemory = try amount($1, "current-memory") }),
    ]

    private static let counts = [
        DefinitionField(
            name: "vcpus", summary: "the most virtual processors", read: { [$0["vcpu"] ?? "1"] },
            write: { definition, value in
                let count = try count(value, "vcpus")
                definition["vcpu"] = String(count)
                if let current = definition["vcpu/@current"].flatMap({ Int($0) }), current > count {
                    definition["vcpu/@current"] = nil
                }
            }),
        DefinitionField(
            name: "current-vcpus", summary: "the virtual processors at boot",
            read: { [$0["vcpu/@current"] ?? $0["vcpu"] ?? "1"] },
            write: { definition, value in
                if definition["vcpu"] == nil { definition["vcpu"] = "1" }
                definition["vcpu/@current"] = String(try count(value, "current-vcpus"))
            }),
    ]

    private static let threads = [
        DefinitionField(
            name: "iothreads", summary: "the threads that serve disks; 0 for none",
            read: { [$0["iothreads"] ?? "0"] },
            write: { $0["iothreads"] = $1 == "0" ? nil : String(try count($1, "iothreads")) }),
        DefinitionField(
            name: "huge-pages", summary: "whether its memory stands in huge pages: on or off",
            read: { [$0.node.first("memoryBacking/hugepages") == nil ? "off" : "on"] }, write: setHugePages),
    ]

    private static let places = [
        DefinitionField(
            name: "host-processors", summary: "the host's processors that its own may run on, such as 0-3",
            read: { [$0["vcpu/@cpuset"]].compactMap(\.self) }, write: setHostProcessors),
        DefinitionField(
            name: "host-nodes", summary: "the host's NUMA node that its memory should come from, such as 0",
            read: { [$0["numatune/memory/@nodeset"]].compactMap(\.self) }, write: setHostNodes),
    ]

    private static let lists = [
        DefinitionField(
            name: "boot", summary: "what to boot from, in order: hd, cdrom, network, or targets such as vda",
            read: { $0.bootOrder }, write: { try $0.setBootOrder($1) }),
        DefinitionField(
            name: "disks", summary: "the disks' targets",
            read: { $0.node.all("devices/disk").compactMap { $0.value("target/@dev") } }, write: refuse("disks")),
        DefinitionField(
            name: "networks", summary: "what the network adapters are connected to",
            read: { $0.node.all("devices/interface").map(\.connection) }, write: refuse("networks")),
        DefinitionField(
            name: "tags", summary: "the labels that strata keeps in the metadata",
            read: { $0.tags.map { "\($0.name)=\($0.value)" } }, write: refuse("tags")),
    ]

    private static func text(
        _ name: String, _ summary: String, at path: String, mayBeEmpty: Bool = true
    ) -> DefinitionField {
        DefinitionField(
            name: name, summary: summary, read: { [$0[path]].compactMap(\.self) },
            write: { definition, value in
                guard mayBeEmpty || !value.isEmpty else { throw InvalidValue(name, value, "it must not be empty") }
                definition[path] = value.isEmpty ? nil : value
            })
    }

    private static func refuse(_ name: String) -> @Sendable (inout DomainDocument, String) throws -> Void {
        { _, value in throw InvalidValue(name, value, "a list is not set as a whole") }
    }

    static func count(_ value: String, _ field: String) throws -> Int {
        guard let count = Int(value), count > 0, value.allSatisfy(\.isNumber) else {
            throw InvalidValue(field, value, "it must be a number from 1 on")
        }
        return count
    }

    static func amount(_ value: String, _ field: String) throws -> ByteCount {
        // A plain number means bytes nowhere on the command line; virt-install means MiB by it, virsh KiB.
        guard let amount = ByteCount(value), amount > .zero, value.contains(where: \.isLetter) else {
            throw InvalidValue(field, value, "it must be an amount with a unit, such as 512MiB or 4GiB")
        }
        return amount
    }
}

/// A value that a field or a part of one cannot have.
public struct InvalidValue: Error, Hashable, Sendable, CustomStringConvertible {
    /// The field's name, such as `memory`.
    public var field: String
    /// The value that was given.
    public var value: String
    /// Why it cannot be.
    public var why: String

    /// Whether what the edit would change is not there, and may be in another form of the guest.
    var isAbsence = false

    init(_ field: String, _ value: String, _ why: String, isAbsence: Bool = false) {
        (self.field, self.value, self.why, self.isAbsence) = (field, value, why, isAbsence)
    }

    /// The field, the value and the reason in one line.
    public var description: String { "--\(field) '\(value)': \(why)" }
}
