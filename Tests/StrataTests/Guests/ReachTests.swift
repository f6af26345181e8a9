import Testing

@testable import Strata

@Suite("Reaching guests") struct ReachTests {
    @Test(
        arguments: [
            ("ctrl+alt+f1", [29, 56, 59]), ("CTRL+Alt+Delete", [29, 56, 111]), ("a", [30]), ("KEY_ENTER", [28]),
            ("shift+1", [42, 2]), ("f12", [88]), ("plus", [78]), ("super+l", [125, 38]), ("pageup", [104]), ("m", [50]),
        ] as [(String, [UInt32])])
    func keysHaveTheNumbersThatLinuxGivesThem(combination: String, codes: [UInt32]) throws {
        #expect(try KeyNames.codes(combination) == codes)
    }

    @Test(arguments: ["", "ctrl+", "hyper", "ctrl alt", "+"]) func whatIsNoKeyIsRefused(combination: String) {
        let failure = #expect(throws: Failure.self) { _ = try KeyNames.codes(combination) }
        #expect(failure?.hint?.contains("ctrl") == true)
    }

    @Test func onlyWhatLooksLikeAKeyIsTakenFromAGuest() {
        #expect(SSHAccess.hostKey(in: "ssh-ed25519 AAAAC3Nz root@web\n") == "ssh-ed25519 AAAAC3Nz")
        #expect(SSHAccess.hostKey(in: "ecdsa-sha2-nistp256 AAAA/b+=") == "ecdsa-sha2-nistp256 AAAA/b+=")
        #expect(SSHAccess.hostKey(in: "") == nil)
        #expect(SSHAccess.hostKey(in: "* ssh-ed25519 AAAA") == nil)
        #expect(SSHAccess.hostKey(in: "ssh-ed25519 \u{1B}[2J") == nil)
        #expect(SSHAccess.hostKey(in: "@cert-authority * ssh-rsa AAAA") == nil)
    }

    @Test func aHostThatIsReachedOverSSHIsTheWay() {
        #expect(SSHAccess.jumpHost(of: "qemu+ssh://root@far:2222/system") == "root@far:2222")
        #expect(SSHAccess.jumpHost(of: "qemu:///system") == nil)
        #expect(SSHAccess.jumpHost(of: "qemu+tls://far/system") == nil)
    }

    private func place(_ graphics: String, host: String? = nil) throws -> DisplayPlace? {
        let document = try DomainDocument(xml: "<domain><devices>\(graphics)</devices></domain>")
        return document.graphics.first.flatMap { DisplayPlace($0, host: host, guest: "web") }
    }

    @Test func aScreenOnThisHostIsToldWithAWayToIt() throws {
        let local = try place(
            "<graphics type='vnc' port='5901'><listen type='address' address='127.0.0.1'/></graphics>")
        #expect(local?.uri == "vnc://127.0.0.1:5901")
        #expect(local?.isLocalOnly == true)
        #expect(local?.advice?.contains("ssh -L 5901:127.0.0.1:5901") == true)
    }

    @Test func aScreenThatIsOpenToEverybodyIsWarnedOf() throws {
        let open = try place("<graphics type='spice' port='5902' listen='0.0.0.0'/>")
        #expect(open?.uri == "spice://127.0.0.1:5902")
        #expect(open?.isLocalOnly == false)
        #expect(open?.advice?.contains("without a password") == true)
        let locked = try place("<graphics type='vnc' port='5902' listen='10.0.0.1' passwd='x'/>")
        #expect(locked?.needsPassword == true)
        #expect(locked?.advice?.contains("short password") == true)
    }

    @Test func aScreenOnASocketOrNowhere() throws {
        let socket = try place("<graphics type='vnc' socket='/run/web.sock'/>")
        #expect(socket?.uri == "vnc+unix:///run/web.sock")
        #expect(try place("<graphics type='vnc' port='-1'/>") == nil)
        #expect(try place("<graphics type='sdl'/>") == nil)
    }

    @Test func theLogOfAConsoleIsFoundByItsPort() throws {
        let document = try DomainDocument(
            xml: """
                <domain><devices><serial type='pty'><alias name='serial0'/></serial><serial type='pty'>
                <log file='/l/b.log' append='on'/><alias name='serial1'/></serial></devices></domain>
                """)
        #expect(KeptConsoleLog(of: document)?.path == "/l/b.log")
        #expect(KeptConsoleLog(of: document)?.holdsEarlierBoots == true)
        #expect(KeptConsoleLog(of: document, device: "serial0") == nil)
    }
}
