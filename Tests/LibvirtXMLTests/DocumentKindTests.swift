import Testing

@testable import LibvirtXML

@Suite("Kinds of documents") struct DocumentKindTests {
    static let kinds: [any LibvirtDocument.Type] = [
        DomainDocument.self, NetworkDocument.self, StoragePoolDocument.self, StorageVolumeDocument.self,
        DomainSnapshotDocument.self, DomainCheckpointDocument.self, DomainBackupDocument.self, InterfaceDocument.self,
        NodeDeviceDocument.self, SecretDocument.self, NWFilterDocument.self, NWFilterBindingDocument.self,
        NetworkPortDocument.self, CapabilitiesDocument.self, DomainCapabilitiesDocument.self,
    ]

    @Test func everyKindReadsItsOwnRootOnly() throws {
        for kind in Self.kinds {
            let xml = "<?xml version='1.0'?>\n<!-- kept -->\n<\(kind.rootName) a = \"1\"/>\n"
            #expect(try kind.init(xml: xml).xml == xml)
            for other in Self.kinds where other.rootName != kind.rootName {
                let error = #expect(throws: XMLError.self) { try other.init(xml: xml) }
                #expect(error?.code == .wrongRoot && error?.line == 3)
            }
        }
    }

    @Test func everyKindIsReadFromAndWrittenToFiles() throws {
        try TestDocuments.withFolder { folder in
            for kind in Self.kinds {
                let (old, new) = (folder + "/old.xml", folder + "/new.xml")
                let xml = "<\(kind.rootName)><!-- x --></\(kind.rootName)>\n"
                try TestDocuments.save(xml, to: old)
                try kind.init(contentsOf: old).write(to: new)
                #expect(try kind.init(contentsOf: new).xml == xml)
            }
        }
    }
}
