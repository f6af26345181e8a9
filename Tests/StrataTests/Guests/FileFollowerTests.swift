import Foundation
import Testing
import TestSupport

@testable import Strata

@Suite("Following a file") struct FileFollowerTests {
    private func append(_ text: String, to path: String) throws {
        let handle = try #require(FileHandle(forWritingAtPath: path))
        try handle.seekToEnd()
        try handle.write(contentsOf: Data(text.utf8))
        try handle.close()
    }

    @Test func whatIsThereComesFirstThenWhatIsWritten() async throws {
        try await withTemporaryFolder { folder in
            let path = try folder.file("console.log", "old\n")
            var pieces = FileFollower.follow(path, fromStart: true).makeAsyncIterator()
            #expect(await pieces.next() == Array("old\n".utf8))
            try append("new\n", to: path)
            #expect(await pieces.next() == Array("new\n".utf8))
        }
    }

    /// Of a log that holds several boots, no piece must end with the first of them.
    @Test func whatIsThereComesInOnePiece() async throws {
        try await withTemporaryFolder { folder in
            let text = String(repeating: "a line of a boot\n", count: 20_000)
            var pieces = FileFollower.follow(try folder.file("console.log", text), fromStart: true).makeAsyncIterator()
            #expect(await pieces.next()?.count == text.utf8.count)
        }
    }

    @Test func theOldCanBeLeftOutAndAnEmptiedFileIsReadAnew() async throws {
        try await withTemporaryFolder { folder in
            let path = try folder.file("console.log", "a boot long ago\n")
            var pieces = FileFollower.follow(path, fromStart: false).makeAsyncIterator()
            try append("later\n", to: path)
            #expect(await pieces.next() == Array("later\n".utf8))
            try Data("anew\n".utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
            #expect(await pieces.next() == Array("anew\n".utf8))
        }
    }

    @Test func aFileThatIsYetToBeMadeIsWaitedFor() async throws {
        try await withTemporaryFolder { folder in
            let path = folder.appending(path: "console.log").path
            var pieces = FileFollower.follow(path, fromStart: true).makeAsyncIterator()
            try Data("first\n".utf8).write(to: URL(fileURLWithPath: path))
            #expect(await pieces.next() == Array("first\n".utf8))
        }
    }

    @Test func aFolderThatIsNotThereEndsIt() async {
        var pieces = FileFollower.follow("/nowhere/at-all/console.log", fromStart: true).makeAsyncIterator()
        #expect(await pieces.next() == nil)
    }
}
