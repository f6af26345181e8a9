import Glibc
import Testing

@testable import LibvirtXML

@Suite("Writing files") struct WritingTests {
    @Test func aFileIsReplacedAndKeepsItsMode() throws {
        try TestDocuments.withFolder { folder in
            let path = folder + "/web.xml"
            try TestDocuments.save(TestDocuments.web, to: path)
            #expect(chmod(path, 0o640) == 0)
            var document = try DomainDocument(contentsOf: path)
            document.name = "db"
            try document.write(to: path)
            #expect(try DomainDocument(contentsOf: path) == document)
            var status = stat()
            #expect(stat(path, &status) == 0)
            #expect(status.st_mode & 0o7777 == 0o640)
            #expect(TestDocuments.names(in: folder) == ["web.xml"])
        }
    }

    @Test func aNewFileIsMade() throws {
        try TestDocuments.withFolder { folder in
            let document = try DomainDocument(xml: TestDocuments.web)
            try document.write(to: folder + "/new.xml")
            #expect(try DomainDocument(contentsOf: folder + "/new.xml").xml == TestDocuments.web)
        }
    }

    @Test func aSymbolicLinkIsFollowed() throws {
        try TestDocuments.withFolder { folder in
            try TestDocuments.save("<domain/>", to: folder + "/real.xml")
            #expect(symlink("real.xml", folder + "/link.xml") == 0)
            try DomainDocument(xml: TestDocuments.web).write(to: folder + "/link.xml")
            #expect(try DomainDocument(contentsOf: folder + "/real.xml").name == "web")
            var status = stat()
            #expect(lstat(folder + "/link.xml", &status) == 0)
            #expect(status.st_mode & S_IFMT == S_IFLNK)
        }
    }

    @Test func aFailureLeavesNothingBehind() throws {
        try TestDocuments.withFolder { folder in
            let document = try DomainDocument(xml: TestDocuments.web)
            let error = #expect(throws: XMLError.self) { try document.write(to: folder + "/none/x.xml") }
            #expect(error?.code == .unwritable)
            let other = #expect(throws: XMLError.self) { try document.write(to: folder) }
            #expect(other?.code == .notAFile)
            #expect(TestDocuments.names(in: folder).isEmpty)
        }
    }
}
