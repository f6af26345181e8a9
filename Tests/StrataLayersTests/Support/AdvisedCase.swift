import LibvirtXML
import Quantities
import Testing

@testable import StrataLayers

/// A case in which a rule fires: what is different from the example, of which no rule has anything to say.
struct AdvisedCase: Sendable, CustomTestStringConvertible {
    let rule: AdviceRule
    /// Pieces of the definition, and what stands in their place.
    var definition: [String: String] = [:]
    /// What the host is, and what was measured.
    var seen: @Sendable (inout AdvisedGuest, inout AdvisedHost) -> Void = { _, _ in }
    /// How many such guests there are.
    var guests = 1

    var testDescription: String { rule.name }

    /// The definition before anything is done.
    var xml: String { definition.reduce(AdvisedExample.definition) { $0.replacing($1.key, with: $1.value) } }

    /// What the rule says of a guest with that definition, and of all that was seen.
    func findings(_ xml: String) throws -> [Suggestion] {
        var host = AdvisedExample.host
        let kept = try DomainDocument(xml: xml)
        let guests = try (0..<guests).map { _ in
            var guest = try AdvisedExample.guest(definition, drivers: true)
            seen(&guest, &host)
            guest.kept = kept
            return guest
        }
        return rule.findings(in: AdviceEvidence(host: host, guests: guests))
    }

    /// One for each rule.
    static let all: [AdvisedCase] = devices + machines + hosts

    private static let windows = ["http://debian.org/debian/12": "http://microsoft.com/win/11"]

    private static let devices = [
        AdvisedCase(rule: .emulatedDisk, definition: ["dev='vda' bus='virtio'": "dev='hda' bus='ide'"]),
        AdvisedCase(rule: .emulatedAdapter, definition: ["<model type='virtio'/>": "<model type='e1000'/>"]),
        AdvisedCase(rule: .unsafeCache, definition: ["type='qcow2'/>": "type='qcow2' cache='unsafe'/>"]),
        AdvisedCase(rule: .slowCache, definition: ["type='qcow2'/>": "type='qcow2' cache='directsync'/>"]) { guest, _ in
            guest.usage?.disks[0].bytesWritten = 0x1p20
        },
        AdvisedCase(rule: .noIOThread) { guest, _ in guest.usage?.disks[0].requests = 2000 },
        AdvisedCase(rule: .deepChain, definition: ["<source file='/a.qcow2'/>": "<source file='/a.qcow2'/>" + chain]),
    ]

    private static let chain = (1...3).reduce("<backingStore/>") { inner, number in
        "<backingStore type='file'><format type='qcow2'/><source file='/\(number).qcow2'/>\(inner)</backingStore>"
    }

    private static let machines = [
        AdvisedCase(rule: .noAcceleration, definition: ["type='kvm'": "type='qemu'"]),
        AdvisedCase(rule: .waitingProcessors) { guest, _ in
            guest.usage?.cpu?.total = 0.4
            guest.usage?.cpu?.waiting = 0.25
        },
        AdvisedCase(rule: .swappedGuest) { guest, _ in
            guest.usage?.memory.swappedInside = .gibibytes(1)
            guest.usage?.memory.usedInside = .mebibytes(3900)
        },
        AdvisedCase(rule: .unusedMemory) { guest, _ in guest.usage?.memory.usedInside = .mebibytes(600) },
        AdvisedCase(rule: .noHugePages) { guest, host in
            var process = ProcessMemory()
            process.guest = .gibibytes(4)
            guest.usage?.memory.process = process
            host.layer.hugePages = [HugePages(size: .mebibytes(2), total: 4096, free: 2048)]
        },
        AdvisedCase(rule: .oldProcessorModel, definition: ["<cpu mode='host-model'/>": ""]),
        AdvisedCase(rule: .wrongClock, definition: windows),
        AdvisedCase(rule: .slowClock, definition: windows),
    ]

    private static let hosts = [
        AdvisedCase(rule: .splitNodes, definition: ["<vcpu>2</vcpu>": "<vcpu>4</vcpu>"]) { _, host in
            host.hardware.numaNodes = [
                NUMANode(id: 0, processors: "0-3", memory: .gibibytes(32)),
                NUMANode(id: 1, processors: "4-7", memory: .gibibytes(32)),
            ]
        },
        AdvisedCase(
            rule: .noPageMerging,
            seen: { _, host in
                host.layer.memory?.available = .gibibytes(4)
                host.layer.pageMerging = PageMerging(isRunning: false, sharedPages: 0, savedPages: 0)
            }, guests: 3),
        AdvisedCase(rule: .noHostAcceleration) { _, host in
            host.accelerator = Accelerator(.emulation, reason: "the processor shows neither vmx nor svm")
        },
    ]
}
