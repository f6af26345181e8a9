import Foundation
import Libvirt
import Testing

@testable import Strata

/// What is written without the encoder is read by the decoder all the same.
@Suite("Texts of journals") struct JournalTextTests {
    static let nasty = [
        "", "plain", "<a b='c'>\n\t\"d\" & \\e/\r</a>\n", "äöü €  𝄞 \u{7F}\u{80}\u{2028}",
        "\u{1}\u{1F}\u{0}\u{10}\u{B}",
        "\\u0041 \\n", "\"", "\\",
    ]

    /// The encoder's own text, its keys in order: the same for equal values.
    private func canonical(_ change: HostChange) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return String(decoding: try encoder.encode(change), as: UTF8.self)
    }

    @Test(arguments: nasty, nasty) func definitionsAreReadAsTheyWere(name: String, text: String) throws {
        for kind in DefinedKind.allCases {
            for before in [nil, text + "before"] {
                let change = HostChange.define(DefinedName(kind, name), before: before, after: text)
                let read = try JSONDecoder().decode(HostChange.self, from: Data(try change.json))
                #expect(try canonical(read) == canonical(change))
            }
        }
    }

    @Test func otherStepsAreReadAsTheyWere() throws {
        let changes: [HostChange] = [
            .undefine("web", before: "<domain/>"), .activate(DefinedName(.network, "lan")),
            .stop(guest: "web", seconds: 60),
            .start(guest: "web"), .mark(guest: "web", before: "/a", after: "/b"),
        ]
        for change in changes {
            let read = try JSONDecoder().decode(HostChange.self, from: Data(try change.json))
            #expect(try canonical(read) == canonical(change))
        }
    }

    @Test(arguments: nasty) func subjectsAndStepsStandInOneLine(subject: String) throws {
        let steps = [
            HostChange.define(DefinedName(.domain, subject), before: nil, after: subject), .start(guest: subject),
        ]
        let entry = try JournalEntry(Operation(subject, steps))
        #expect(!entry.text.contains(0x0A))
        let read = try JSONDecoder().decode(JournalHead<HostChange>.Entry.self, from: Data(entry.text))
        #expect(read.subject == subject)
        #expect(try read.steps.map(canonical) == steps.map(canonical))
    }

    @Test func aDriverInThisProcessHasNoMoreThanItsProcessors() throws {
        for uri in ["test:///default", "test:///a/file.xml", "qemu:///embed?root=/x"] {
            #expect(try ConnectionURI(uri).usefulWidth == processorCount)
        }
        for uri in ["qemu:///system", "test+unix:///default", "test+tcp://host/default", "qemu+ssh://host/system"] {
            #expect(try ConnectionURI(uri).usefulWidth == daemonWidth)
        }
    }
}
