import Glibc
import Testing

@testable import LibvirtXML

@Suite("Files that libvirt installs") struct InstalledFilesTests {
    @Test(arguments: ["schemas", "nwfilter", "cpu_map"])
    func everyOneIsReadWithoutLoss(folder: String) throws {
        let folder = "/usr/share/libvirt/" + folder
        let names = TestDocuments.names(in: folder).filter { $0.hasSuffix(".rng") || $0.hasSuffix(".xml") }
        // Filters come with another package; the other two with the library itself.
        #expect(!names.isEmpty || folder.hasSuffix("nwfilter"))
        for name in names {
            let text = try FileReading.bytes(of: folder + "/" + name, limit: 1 << 24)
            var document = try XMLDocument(bytes: text)
            #expect(document.bytes == text)
            for index in document.nodes.indices where document.nodes[index].kind == .element {
                document.markEdited(Int32(index), .tagEdited)
            }
            #expect(document.bytes == text)
        }
    }
}
