import Foundation
import Glibc
import Testing
import TestSupport

@testable import Strata

/// What is remembered as being in order, and what never is.
@Suite("Known to be good") struct KnownGoodTests {
    private let texts: [[UInt8]?] = [Array("<domain/>".utf8), nil, Array("<domain id='1'/>".utf8)]

    private func key(_ known: KnownGood, _ texts: [[UInt8]?]) -> KnownGood.Key? {
        known.key(.comparison, texts[0], texts[1], texts[2])
    }

    @Test func everyTextCounts() {
        let known = KnownGood(folder: "/nowhere")
        let key = key(known, texts)
        #expect(key != nil)
        for index in texts.indices {
            var others = texts
            others[index] = others[index].map { $0 + [0] } ?? []
            #expect(self.key(known, others) != key)
        }
        #expect(self.key(known, [texts[2], nil, texts[0]]) != key)
        #expect(known.key(.schema, texts[0], texts[1], texts[2]) != key)
        #expect(self.key(known, texts) == key)
    }

    @Test func whatIsInOrderIsKnownToTheNextProcess() async throws {
        try await withTemporaryFolder { folder in
            let first = KnownGood(folder: folder.path)
            #expect(!first.contains(key(first, texts)))
            first.insert(key(first, texts))
            #expect(first.contains(key(first, texts)))
            first.save()
            let next = KnownGood(folder: folder.path)
            #expect(next.contains(key(next, texts)))
            #expect(!next.contains(key(next, [nil, nil, nil])))
            next.insert(key(next, [nil, nil, nil]))
            next.save()
            let last = KnownGood(folder: folder.path)
            #expect(last.contains(key(last, texts)))
            #expect(last.contains(key(last, [nil, nil, nil])))
            let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            #expect(names == ["good"])
        }
    }

    /// A file that is damaged, or that others could have written, is as good as none.
    @Test(arguments: ["damaged", "short", "empty", "open"]) func whatCannotBeTrustedIsNotKnown(how: String) async throws
    {
        try await withTemporaryFolder { folder in
            let first = KnownGood(folder: folder.path)
            first.insert(key(first, texts))
            first.save()
            let file = folder.appending(path: "good")
            let bytes = try Data(contentsOf: file)
            switch how {
            case "damaged": try Data(repeating: 0, count: bytes.count).write(to: file)
            case "short": try bytes.prefix(20).write(to: file)
            case "empty": try Data().write(to: file)
            default: chmod(file.path, 0o666)
            }
            let next = KnownGood(folder: folder.path)
            #expect(!next.contains(key(next, texts)))
            next.insert(key(next, texts))
            next.save()
            let last = KnownGood(folder: folder.path)
            #expect(last.contains(key(last, texts)))
        }
    }
}
