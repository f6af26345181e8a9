import LibvirtXML
import Testing

@testable import Strata

/// The plan for every way in which a file, the kept definition and the running one can be there, equal or different.
@Suite("Three-way comparison") struct ThreeWayTests {
    /// One of the three: not there, as the file has it, or as it was before.
    enum Form: CaseIterable { case absent, same, old }

    struct Row: Sendable {
        let file: Bool, persistent: Form, live: Form
        /// What it comes to where the difference can wait only, and where it can be changed in a running guest.
        let waiting: PlannedAction, possible: PlannedAction
        /// Whether the kept definition lacks something, and the running one.
        var stored = false, running = false
    }

    static let table: [Row] = [
        Row(file: false, persistent: .absent, live: .absent, waiting: .nothing, possible: .nothing),
        Row(file: false, persistent: .absent, live: .old, waiting: .nothing, possible: .nothing),
        Row(file: false, persistent: .old, live: .absent, waiting: .nothing, possible: .nothing),
        Row(file: false, persistent: .old, live: .old, waiting: .nothing, possible: .nothing),
        Row(file: true, persistent: .absent, live: .absent, waiting: .create, possible: .create),
        Row(file: true, persistent: .absent, live: .same, waiting: .create, possible: .create),
        Row(file: true, persistent: .absent, live: .old, waiting: .create, possible: .create, running: true),
        Row(file: true, persistent: .same, live: .absent, waiting: .nothing, possible: .nothing),
        Row(file: true, persistent: .same, live: .same, waiting: .nothing, possible: .nothing),
        Row(
            file: true, persistent: .same, live: .old, waiting: .changeAtNextBoot, possible: .changeLive,
            running: true),
        Row(
            file: true, persistent: .old, live: .absent, waiting: .changeAtNextBoot, possible: .changeAtNextBoot,
            stored: true),
        Row(
            file: true, persistent: .old, live: .same, waiting: .changeAtNextBoot, possible: .changeAtNextBoot,
            stored: true),
        Row(
            file: true, persistent: .old, live: .old, waiting: .changeAtNextBoot, possible: .changeLive,
            stored: true, running: true),
    ]

    private static func definition(memory: Int = 64, current: Int = 64, uuid: Bool = true) throws -> XMLDocument {
        try XMLDocument(
            xml: """
                <domain type='test'><name>web</name>
                \(uuid ? "<uuid>c7a5fdbd-cdaf-9455-926a-d65c16db1809</uuid>" : "")
                <memory unit='MiB'>\(memory)</memory><currentMemory unit='MiB'>\(current)</currentMemory>
                <os><type>hvm</type></os></domain>
                """)
    }

    private func document(_ form: Form, old: XMLDocument) throws -> XMLDocument? {
        switch form {
        case .absent: nil
        case .same: try Self.definition()
        case .old: old
        }
    }

    @Test func theTableIsComplete() {
        // Without a file nothing can be the same as it.
        #expect(Set(Self.table.map { "\($0.file) \($0.persistent) \($0.live)" }).count == 4 + 9)
    }

    @Test(arguments: table.indices) func everyCombinationHasItsAction(index: Int) throws {
        let row = Self.table[index]
        let waiting = try Self.definition(memory: 32, current: 32), possible = try Self.definition(current: 32)
        for (old, action) in [(waiting, row.waiting), (possible, row.possible)] {
            let verdict = ThreeWay(
                file: row.file ? try Self.definition(uuid: false) : nil,
                persistent: try document(row.persistent, old: old), live: try document(row.live, old: old)
            ).verdict
            #expect(verdict.action == action)
            #expect(verdict.stored.isEmpty == !row.stored)
            #expect(verdict.waitsForBoot == row.running)
            #expect(verdict.changes.isEmpty == !(row.stored || row.running))
            #expect(verdict.possibleNow.isEmpty == !(row.running && old == possible))
        }
    }

    @Test(arguments: [Form.old, .absent]) func whatStrataPutThereIsRemovedWhenItsFileIsGone(live: Form) throws {
        let old = try Self.definition(memory: 32)
        let forms = ThreeWay(persistent: old, live: try document(live, old: old), isOurs: true)
        #expect(forms.verdict.action == .remove)
        #expect(ThreeWay(live: old, isOurs: true).verdict.action == .nothing)
    }

    @Test func anotherNameOrUUIDCannotBeHadByAChange() throws {
        let other = try XMLDocument(xml: Self.definition().xml.replacing("c7a5", with: "c7a6"))
        #expect(ThreeWay(file: try Self.definition(), persistent: other).verdict.action == .recreate)
        let renamed = try XMLDocument(xml: Self.definition().xml.replacing("web", with: "db"))
        #expect(ThreeWay(file: try Self.definition(), persistent: renamed).verdict.action == .recreate)
    }

    @Test func aTextForPeopleIsNoReasonToDisturbARunningGuest() throws {
        let titled = try XMLDocument(
            xml: Self.definition().xml.replacing("<memory", with: "<title>The web</title><memory"))
        let verdict = ThreeWay(file: titled, persistent: titled, live: try Self.definition()).verdict
        #expect(verdict.action == .nothing)
    }

    @Test func notesOfOthersAndPasswordsAreTheHostsOwn() throws {
        let plain =
            "<domain type='kvm'><name>web</name><memory>65536</memory><devices>"
            + "<graphics type='vnc'/></devices></domain>"
        let file = try XMLDocument(xml: plain)
        let host = try XMLDocument(
            xml: plain.replacing("<devices>", with: "<metadata><x:y xmlns:x='urn:x'>z</x:y></metadata><devices>")
                .replacing("type='vnc'", with: "type='vnc' passwd='secret'"))
        let forms = ThreeWay(file: file, persistent: host)
        #expect(forms.verdict.action == .nothing)
        #expect(forms.wanted?.xml.contains("secret") == true)
        let other = try XMLDocument(xml: plain.replacing("type='vnc'", with: "type='vnc' passwd='other'"))
        #expect(ThreeWay(file: other, persistent: host).verdict.changes.map(\.path.suffixOfPath) == ["@passwd"])
    }

    @Test(
        arguments: [
            ("/domain/currentMemory", "1 GiB", LiveChange.memory(1 << 20)),
            ("/domain/vcpu/@current", "4", .processors(4)), ("/domain/vcpu/@current", "1", nil),
            ("/domain/memory", "1 GiB", nil), ("/domain/cputune/shares", "9", nil),
        ] as [(String, String, LiveChange?)]) func onlySomeThingsCanBeChangedWhileAGuestRuns(
            path: String, after: String, live: LiveChange?
        )
    {
        let change = Change(path: path, kind: .changed, before: "2", after: after, effect: .now)
        #expect(LiveChange(change) == live)
        let waiting = Change(path: path, kind: .changed, before: "2", after: after, effect: .nextBoot)
        #expect(LiveChange(waiting) == nil)
    }
}

extension String {
    fileprivate var suffixOfPath: String { split(separator: "/").last.map(String.init) ?? "" }
}
