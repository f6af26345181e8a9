import Testing

@testable import LibvirtXML

@Suite("Differences of random definitions") struct DifferencePropertyTests {
    @Test(arguments: UInt64(1)...120) func aDisguisedCopyIsNotDifferent(seed: UInt64) throws {
        var generator = RandomDomain(seed: seed)
        let original = try XMLDocument(xml: generator.document())
        let copy = try XMLDocument(xml: generator.disguised(original))
        #expect(original.changes(to: copy).map(\.description) == [])
        #expect(copy.changes(to: original).map(\.description) == [])
    }

    /// What nobody would call spelling, and never a key of something else.
    static let edits: [(path: String, value: String)] = [
        ("name", "other"), ("memory", "7777777"), ("vcpu", "31"), ("os/type/@machine", "microvm"),
        ("os/boot/@dev", "network"), ("cpu/model", "EPYC"), ("cpu/feature/@policy", "force"),
        ("clock/@offset", "variable"),
        ("cputune/shares", "9999"), ("cputune/vcpupin/@cpuset", "7"), ("memtune/hard_limit", "1"),
        ("features/hyperv/spinlocks/@retries", "4096"), ("devices/disk/driver/@type", "vmdk"),
        ("devices/disk/source/@file", "/elsewhere"), ("devices/disk/target/@dev", "vdz"),
        ("devices/disk/driver/@io", "native"), ("devices/disk/serial", "0"),
        ("devices/interface/mac/@address", "52:54:00:ff:ff:ff"), ("devices/interface/model/@type", "rtl8139"),
        ("devices/interface/source/@network", "third"), ("devices/interface/link/@state", "down"),
        ("devices/controller/driver/@queues", "8"), ("devices/graphics/@port", "5999"),
        ("devices/video/model/@type", "vga"), ("devices/sound/@model", "ac97"), ("devices/rng/rate/@bytes", "77"),
        ("devices/tpm/backend/@version", "1.2"), ("devices/watchdog/@action", "reset"),
        ("devices/hostdev/source/address/@slot", "0x1f"), ("devices/filesystem/source/@dir", "/other"),
        ("devices/memballoon/stats/@period", "9"), ("devices/memballoon/@model", "none"),
        ("devices/channel/target/@name", "other.0"), ("metadata/x:a", "n"),
    ]

    @Test(arguments: edits.map(\.path)) func oneRealChangeInADisguisedCopyIsReportedOnce(path: String) throws {
        let value = try #require(Self.edits.first { $0.path == path }?.value)
        var seen = 0
        for seed in UInt64(1)...25 {
            var generator = RandomDomain(seed: seed)
            let original = try DomainDocument(xml: generator.document())
            let place = ValuePath(path)
            guard let element = original.node.first(place.elements) else { continue }
            seen += 1
            var edited = original
            if let attribute = place.attribute {
                edited.document.setAttribute(attribute, to: value, of: element.id)
            } else {
                edited.document.setText(value, of: element.id)
            }
            let copy = try XMLDocument(xml: generator.disguised(edited.document))
            let changes = original.document.changes(to: copy)
            #expect(changes.count == 1, "seed \(seed): \(changes)")
            let name = path.split(separator: "/").last.map(String.init) ?? ""
            #expect(changes.first?.path.contains(name) == true)
        }
        // `link` is in no random definition; every other place is in many.
        #expect(seen > 3 || path.contains("link"))
    }

    @Test(arguments: UInt64(1)...60) func aRemovedDeviceIsReportedOnceAndAnAddedOneToo(seed: UInt64) throws {
        var generator = RandomDomain(seed: seed)
        let original = try DomainDocument(xml: generator.document())
        let silent: Set<String> = ["memballoon"]
        let devices = original.devices.filter { !silent.contains($0.kind) }
        guard !devices.isEmpty else { return }
        let device = generator.pick(devices)
        var less = original
        less.document.remove(device.id)
        let copy = try XMLDocument(xml: generator.disguised(less.document))
        // libvirt gives a guest with a screen a video device, and numbers ports that say nothing.
        if device.kind == "video" || device.kind == "serial" { return }
        let (gone, come) = (original.document.changes(to: copy), copy.changes(to: original.document))
        #expect(gone.map(\.kind) == [.removed], "\(gone.map(\.description))")
        #expect(come.map(\.kind) == [.added], "\(come.map(\.description))")
    }

    @Test(arguments: UInt64(1)...60) func changesSurviveJSON(seed: UInt64) throws {
        var generator = RandomDomain(seed: seed)
        let (first, second) = (try XMLDocument(xml: generator.document()), try XMLDocument(xml: generator.document()))
        let changes = first.changes(to: second)
        #expect(Set(changes).count == changes.count)
        #expect(first.changes(to: first).isEmpty)
        #expect(changes.isEmpty == second.changes(to: first).isEmpty)
    }

    @Test(arguments: UInt64(1)...60) func anyTwoDocumentsCanBeCompared(seed: UInt64) throws {
        var generator = RandomXML(seed: seed), other = RandomXML(seed: seed + 1000)
        let (first, second) = (try XMLDocument(xml: generator.document()), try XMLDocument(xml: other.document()))
        #expect(first.changes(to: first).isEmpty)
        #expect(first.changes(to: second).isEmpty == second.changes(to: first).isEmpty)
    }

    @Test func manyEqualNamesTakeNoTimeToSpeakOf() throws {
        let many = (0..<3000).map { "<disk a='\($0)'><b><c x='\($0)'/><c x='\($0 + 1)'/></b></disk>" }
        let first = try XMLDocument(xml: "<domain><devices>\(many.joined())</devices></domain>")
        let second = try XMLDocument(
            xml: "<domain><devices>\(many.reversed().joined().replacing("x='1", with: "x='2"))</devices></domain>")
        #expect(!first.changes(to: second).isEmpty)
    }
}
