import Testing

@testable import LibvirtXML

@Suite("Views of other namespaces") struct NamespaceTests {
    private let qemu = "http://libvirt.org/schemas/domain/qemu/1.0"

    @Test func argumentsAreReadByNamespaceWhateverThePrefix() throws {
        var domain = try DomainDocument(
            xml: """
                <domain xmlns:q='\(qemu)'>
                  <q:commandline>
                    <q:arg value='-S'/>
                  </q:commandline>
                </domain>
                """)
        #expect(domain.qemuArguments == ["-S"])
        domain.qemuArguments.append("-d")
        domain.qemuEnvironment.append { $0.name = "A" }
        #expect(domain.xml.contains("<q:arg value='-S'/>\n    <q:arg value='-d'/>\n    <q:env name='A'/>"))
        #expect(!domain.xml.contains("qemu:"))
    }

    @Test func aMissingNamespaceIsDeclared() throws {
        var domain = try DomainDocument(xml: "<domain>\n  <name>x</name>\n</domain>")
        domain.qemuOverrides.append { device in
            device.alias = "net0"
            device.properties.append { ($0.name, $0.type, $0.value) = ("mtu", .unsigned, "9000") }
        }
        #expect(domain.node.namespace == nil)
        #expect(domain.node.first("qemu:override")?.namespace == qemu)
        #expect(domain.qemuOverrides.first?.properties.first?.value == "9000")
        #expect(try XMLDocument(xml: domain.xml).root.attribute("xmlns:qemu") == qemu)
    }

    @Test func metadataAreFoundAndKeptByNamespace() throws {
        let xml = """
            <domain>
              <name>x</name>
              <metadata>
                <!-- ours -->
                <my:owner xmlns:my='urn:my'>me</my:owner>
                <o:os xmlns:o='urn:os' id='debian'/>
              </metadata>
            </domain>
            """
        var domain = try DomainDocument(xml: xml)
        #expect(domain.metadata["urn:my"]?.text == "me" && domain.metadata["urn:no"] == nil)
        try domain.metadata.set("<x:owner xmlns:x='urn:my'>you</x:owner>")
        #expect(
            domain.xml
                == xml.replacing(
                    "<my:owner xmlns:my='urn:my'>me</my:owner>", with: "<x:owner xmlns:x='urn:my'>you</x:owner>"))
        domain.metadata.remove("urn:my")
        domain.metadata.remove("urn:os")
        try domain.metadata.set("<n:note xmlns:n='urn:n'/>")
        #expect(domain.metadata.elements.map(\.name) == ["n:note"])
        #expect(domain.xml.contains("<!-- ours -->"))
        #expect(throws: XMLError.self) { try domain.metadata.set("no element") }
    }

    @Test func theFirstMetadataMakeTheirElementAndTheLastTakeItAway() throws {
        let xml = "<domain>\n  <name>x</name>\n  <memory>1</memory>\n</domain>\n"
        var domain = try DomainDocument(xml: xml)
        try domain.metadata.set("<n:note xmlns:n='urn:n'/>")
        #expect(domain.xml.contains("</name>\n  <metadata>\n    <n:note xmlns:n='urn:n'/>\n  </metadata>\n  <memory>"))
        domain.metadata.remove("urn:n")
        #expect(domain.xml == xml)
    }
}
