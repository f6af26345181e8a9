import CBaseline
import Foundation
import Strata

/// Documents against libxml2 in C, and the checking of many files against the programs that people use for it.
struct DefinitionRaces {
    let strata: String
    let folder: URL

    private let schema = "/usr/share/libvirt/schemas/domain.rng"
    private let files = 500

    func run() async throws -> [Race.Result] {
        let text = Definition.text()
        return [
            try await edit(text).run(), try await validate(text).run(), try await against(virtXMLValidate: 3).run(),
            try await against(xmllint: 11).run(),
        ]
    }

    private func edit(_ text: String) -> Race {
        let count = 100
        return Race(
            title: "parse, edit and serialise \(lines(of: text)) lines, \(count) times, processor time", bar: 1.5,
            rounds: 31,
            contenders: [
                .init(name: "libxml2 in C") {
                    await processorTime {
                        for _ in 0..<count { blackHole(text.withCString { baseline_edit($0, text.utf8.count) }, 0) }
                    }
                },
                .init(name: "LibvirtXML") {
                    try await processorTime {
                        for _ in 0..<count {
                            var document = try DomainDocument(xml: text)
                            document.memory = .gibibytes(4)
                            document.vcpus = 8
                            document.disks[0].cache = .writeBack
                            document.watchdogs.append { $0.model = .i6300esb }
                            blackHole(document.xml.utf8.count, 0)
                        }
                    }
                },
            ])
    }

    /// Parse and verdict, with a schema that is read already.
    private func validate(_ text: String) throws -> Race {
        let count = 20
        let ours = try Schema(.domain)
        guard let theirs = baseline_schema(schema), baseline_validate(theirs, text, text.utf8.count) == 0,
            ours.validate(try XMLDocument(xml: text)).isEmpty
        else { throw Failed(program: Program(schema, [])) }
        return Race(
            title: "parse and validate \(lines(of: text)) lines, \(count) times, processor time", bar: 1.2, rounds: 31,
            contenders: [
                .init(name: "libxml2 in C") {
                    await processorTime {
                        for _ in 0..<count {
                            blackHole(text.withCString { baseline_validate(theirs, $0, text.utf8.count) }, 0)
                        }
                    }
                },
                .init(name: "LibvirtXML") {
                    try await processorTime {
                        for _ in 0..<count { blackHole(ours.validate(try XMLDocument(xml: text)).count, 0) }
                    }
                },
            ])
    }

    /// The program that comes with libvirt takes one file.
    private func against(virtXMLValidate rounds: Int) throws -> Race {
        let names = try written()
        let each = "for file; do virt-xml-validate \"$file\" domain || exit 1; done"
        let loop = Program("/bin/sh", ["-c", each, "-"] + names)
        return race("a loop of virt-xml-validate", loop, names, bar: 0.05, rounds: rounds)
    }

    private func against(xmllint rounds: Int) throws -> Race {
        let names = try written()
        let xmllint = Program("/usr/bin/xmllint", ["--noout", "--relaxng", schema] + names)
        return race("one xmllint", xmllint, names, bar: 1.5, rounds: rounds)
    }

    private func race(_ name: String, _ peer: Program, _ names: [String], bar: Double, rounds: Int) -> Race {
        let strata = Program(strata, ["validate"] + names)
        return Race(
            title: "validate \(files) files", bar: bar, rounds: rounds,
            contenders: [
                .init(name: name) { try peer.timeToEnd() }, .init(name: "strata validate") { try strata.timeToEnd() },
            ])
    }

    private func written() throws -> [String] {
        try (0..<files).map { index in
            let file = folder.appending(path: "definition-\(index).xml")
            try Data(Definition.text(name: "bench-\(index)").utf8).write(to: file)
            return file.path
        }
    }

    private func lines(of text: String) -> Int { text.split(separator: "\n").count }
}
