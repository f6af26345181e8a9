import LibvirtXML
import Testing
import TestSupport

@testable import Strata

@Suite("Wishes for new guests") struct SpecTests {
    @Test(arguments: [
        ("default", AdapterDescription(.network, "default")),
        ("network=lab,model=e1000", AdapterDescription(.network, "lab", model: "e1000")),
        ("bridge=br0,mac=52:54:00:AA:00:01", AdapterDescription(.bridge, "br0", mac: "52:54:00:aa:00:01")),
        ("direct=eth0", AdapterDescription(.direct, "eth0")), ("user", AdapterDescription(.user)),
        ("user,model=rtl8139", AdapterDescription(.user, model: "rtl8139")),
    ])
    func anAdapterIsReadAsItIsWritten(text: String, expected: AdapterDescription) throws {
        #expect(try AdapterDescription(text) == expected)
    }

    @Test(arguments: [
        "", "user=yes,bridge=br0", "bridge=", "default,model=e100", "default,mac=52:54:00:aa:00", "default,mac=x",
        "default,mac=01:00:5e:00:00:01", "default,speed=10", "model=e1000", "default,model=e1000,model=virtio",
    ])
    func anAdapterThatCannotBeIsRefused(text: String) {
        #expect(throws: InvalidValue.self) { try AdapterDescription(text) }
    }

    @Test func guestsOnOneAdapterOfTheHostSeeEachOther() throws {
        var document = try DomainDocument(xml: "<domain/>")
        document.interfaces.append(AdapterDescription(.direct, "eth0").element(model: "virtio"))
        #expect(document.interfaces.first?.details.mode == "bridge")
    }

    private func failure(_ source: GuestSpec.Source = .kernel("/k"), _ change: (inout GuestSpec) -> Void) -> Failure? {
        var spec = GuestSpec("web", from: source)
        change(&spec)
        do {
            try spec.check()
            return nil
        } catch {
            return error as? Failure
        }
    }

    @Test(arguments: [
        "", "a/b", "../x", "a\nb", "a b", "-x", ".x", "a\u{7}b", String(repeating: "x", count: 201),
    ])
    func aNameThatCannotBeIsRefused(name: String) {
        let failure = failure { $0.name = name }
        #expect(failure?.kind == .wrongValue)
        #expect(failure?.hint != nil)
        // The message itself is one line.
        #expect(failure?.what.contains("\n") == false)
    }

    @Test(arguments: ["web", "web-1", "Größe", "a.b_c", "1"]) func aNameThatCanBeIsTaken(name: String) {
        #expect(failure { $0.name = name } == nil)
    }

    @Test func whatContradictsItselfIsRefused() {
        let key = "ssh-ed25519 AAAAC3 me"
        #expect(failure { $0.cpus = 0 } != nil)
        #expect(failure { $0.memory = .bytes(512) } != nil)
        #expect(failure(.disk("/d")) { $0.diskSize = .gibibytes(1) } != nil)
        #expect(failure(.image("/i")) { $0.diskSize = .zero } != nil)
        #expect(failure(.network) { $0.adapters = [] } != nil)
        #expect(failure { $0.firstBoot.keys = [key] } != nil)
        #expect(failure(.image("/i")) { $0.firstBoot.keys = [key] } == nil)
        #expect(failure(.image("/i")) { $0.firstBoot.keys = ["-----BEGIN OPENSSH PRIVATE KEY-----"] } != nil)
        #expect(failure(.image("/i")) { $0.firstBoot.user = "Root" } != nil)
        #expect(failure(.definition("/x")) { $0.adapters = [AdapterDescription(.user)] } != nil)
        #expect(
            failure {
                $0.style = .emulated
                $0.firmware = .secureUEFI
            } != nil)
        let twin = AdapterDescription(.user, mac: "52:54:00:00:00:01")
        #expect(failure { $0.adapters = [twin, twin] } != nil)
    }
}

@Suite("Where adapters can be connected") struct AdapterOfferTests {
    @Test func networksComeFirstAndWhatNeedsNothingLast() async throws {
        try await withTemporaryFolder { folder in
            let host = try await HostConnection.open(try testHostURI(in: folder, domains: []))
            _ = try await host.connection.defineNetwork(
                """
                <network><name>lab</name><forward mode='nat'/><bridge name='virbr7'/>
                <ip address='10.99.7.1' netmask='255.255.255.0'/></network>
                """)
            _ = try await host.connection.defineNetwork("<network><name>alone</name><bridge name='virbr8'/></network>")
            let offers = try await AdapterOffer.all(on: host)
            #expect(offers.prefix(2).map(\.option) == ["alone", "lab"])
            #expect(offers.first?.reach == "guests and host among each other, nobody else")
            #expect(offers.dropFirst().first?.what == "a network of libvirt's, nat, on virbr7")
            #expect(offers.last?.option == "user")
            // What is offered can be written.
            for offer in offers { _ = try AdapterDescription(offer.option) }
            await host.connection.close()
        }
    }
}
