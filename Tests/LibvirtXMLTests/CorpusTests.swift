import Foundation
import Testing

@testable import LibvirtXML

/// Input that once broke a promise, found by `make fuzz` or by hand, and input that is likely to.
@Suite("Corpus") struct CorpusTests {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Corpus")

    static let files = try? FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()

    @Test(arguments: files ?? []) func noInputBreaksAPromise(file: String) throws {
        let input = Array(try Data(contentsOf: Self.folder.appending(path: file)))
        for (name, property) in Properties.all {
            #expect(throws: Never.self, "\(name)") { try property(input) }
        }
    }

    @Test(arguments: UInt64(1)...60) func noRandomDefinitionBreaksAPromise(seed: UInt64) throws {
        var (domain, fields, xml) = (RandomDomain(seed: seed), RandomFields(seed: seed), RandomXML(seed: seed))
        let texts = [domain.document(), fields.document(), xml.document()].map { Array($0.utf8) }
        for (first, second) in zip(texts, texts.dropFirst() + texts.prefix(1)) {
            for (name, property) in Properties.all {
                #expect(throws: Never.self, "\(name)") { try property(first + [0] + second) }
            }
        }
    }

    @Test func theCorpusIsThere() { #expect((Self.files ?? []).count > 10) }
}
