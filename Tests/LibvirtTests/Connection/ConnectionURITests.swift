import Foundation
import Libvirt
import Testing
import TestSupport

@Suite("Connection URIs") struct ConnectionURITests {
    typealias URI = ConnectionURI
    typealias Parameter = ConnectionURI.Parameter

    static let forms: [(text: String, uri: ConnectionURI)] = [
        ("qemu:///system", URI(driver: "qemu")),
        ("qemu:///session", URI(driver: "qemu", path: "/session")),
        ("xen:///", URI(driver: "xen", path: "/")),
        ("vz://", URI(driver: "vz", path: "")),
        ("test:///default", URI(driver: "test", path: "/default")),
        ("test:////srv/hosts/a.xml", URI(driver: "test", path: "//srv/hosts/a.xml")),
        ("xen://towada/system", URI(driver: "xen", host: "towada")),
        ("xen+ssh://rjones@towada/system", URI(driver: "xen", transport: .ssh, user: "rjones", host: "towada")),
        (
            "test+tcp://localhost:5000/default",
            URI(driver: "test", transport: .tcp, host: "localhost", port: 5000, path: "/default")
        ),
        (
            "qemu+tls://[2001:db8::7]:16514/system",
            URI(driver: "qemu", transport: .tls, host: "2001:db8::7", port: 16514)
        ),
        ("qemu://[fe80::1%25eth0]/system", URI(driver: "qemu", host: "fe80::1%eth0")),
        (
            "esx://root@vcenter/dc1/cluster%20a?no_verify=1&auto_answer=1",
            URI(
                driver: "esx", user: "root", host: "vcenter", path: "/dc1/cluster a",
                parameters: [Parameter(name: "no_verify", value: "1"), Parameter(name: "auto_answer", value: "1")])
        ),
        ("qemu+ssh://a%40b@host/system", URI(driver: "qemu", transport: .ssh, user: "a@b", host: "host")),
        (
            "qemu+ext:///system?command=/opt/tunnel%20it",
            URI(driver: "qemu", transport: .external, parameters: [Parameter(name: "command", value: "/opt/tunnel it")])
        ),
        (
            "qemu:///embed?root=/srv/%C3%BCber%3Bx",
            URI(driver: "qemu", path: "/embed", parameters: [Parameter(name: "root", value: "/srv/über;x")])
        ),
        (
            "remote+libssh2://host/?name=qemu:///system",
            URI(
                driver: "remote", transport: .libssh2, host: "host", path: "/",
                parameters: [Parameter(name: "name", value: "qemu:///system")])
        ),
    ]

    @Test(arguments: forms.indices) func everyFormReadsAndWrites(index: Int) throws {
        let (text, uri) = Self.forms[index]
        #expect(try ConnectionURI(text) == uri)
        #expect(uri.description == text)
    }

    @Test(arguments: [
        ("", "no driver"), ("hail", "no driver"), ("qemu:system", "no driver"), ("://host/", "no driver"),
        ("1qemu:///system", "is no driver"), ("qemu+:///system", "is no driver"), ("qe_mu:///x", "is no driver"),
        ("qemu://host:port/system", "is no port"), ("qemu://host:65536/", "is no port"), ("qemu://::1/", "no host"),
        ("qemu://[::1/system", "no closing bracket"), ("qemu://[::1]x/system", "is no host"),
        ("qemu://[]/", "is no host"),
        ("qemu+tcp://:16509/system", "no host"), ("test:///a b", "has the character"),
        ("test:///ä", "has the character"), ("test:///a#b", "has the character"), ("test:///a\0b", "has the character"),
        ("test:///%zz", "wrongly quoted"), ("test:///%4", "wrongly quoted"), ("test:///%00", "wrongly quoted"),
        ("test:///%FF", "wrongly quoted"), ("qemu:///system?=x", "has no name"),
    ]) func whatIsNoURIIsRefusedWithTheReason(text: String, reason: String) throws {
        let error = #expect(throws: LibvirtError.self) { try ConnectionURI(text) }
        #expect(error?.code == .invalidArgument)
        #expect(error?.message.contains(reason) == true, "\(error?.message ?? "")")
        #expect(error?.subject == "connection '\(text)'")
        #expect(error?.hint?.isEmpty == false)
    }

    @Test func everyDocumentedParameterIsAProperty() throws {
        var uri = ConnectionURI(driver: "qemu", transport: .ssh, host: "far")
        uri.remoteName = "qemu:///session"
        uri.certificatesFolder = "/pki"
        uri.tlsPriority = "NORMAL:-VERS-SSL3.0"
        uri.skipsVerification = true
        uri.isSilent = true
        uri.socket = "/run/s"
        uri.keyFile = "/id"
        uri.knownHostsFile = "/hosts"
        uri.knownHostsVerification = .automatic
        uri.sshAuthentication = ["privkey", "agent"]
        uri.command = "/bin/ssh"
        uri.netcat = "nc.openbsd"
        uri.mode = .direct
        uri.proxy = .native
        uri.credentialsFile = "/auth"
        uri.embeddedRoot = "/root"
        let expected = """
            qemu+ssh://far/system?name=qemu:///session&pkipath=/pki&tls_priority=NORMAL:-VERS-SSL3.0&no_verify=1\
            &no_tty=1&socket=/run/s&keyfile=/id&known_hosts=/hosts&known_hosts_verify=auto&sshauth=privkey,agent\
            &command=/bin/ssh&netcat=nc.openbsd&mode=direct&proxy=native&authfile=/auth&root=/root
            """
        #expect(uri.description == expected)
        let read = try ConnectionURI(expected)
        #expect(read == uri)
        #expect(read.remoteName == "qemu:///session" && read.certificatesFolder == "/pki")
        #expect(read.tlsPriority == "NORMAL:-VERS-SSL3.0" && read.skipsVerification && read.isSilent)
        #expect(read.socket == "/run/s" && read.keyFile == "/id" && read.knownHostsFile == "/hosts")
        #expect(read.knownHostsVerification == .automatic && read.sshAuthentication == ["privkey", "agent"])
        #expect(read.command == "/bin/ssh" && read.netcat == "nc.openbsd" && read.mode == .direct)
        #expect(read.proxy == .native && read.credentialsFile == "/auth" && read.embeddedRoot == "/root")
        uri.skipsVerification = false
        uri.sshAuthentication = []
        #expect(uri[parameter: "no_verify"] == nil && uri[parameter: "sshauth"] == nil)
    }

    @Test func parametersPartWhereLibvirtPartsThem() throws {
        let uri = try ConnectionURI("qemu:///system?a=1;b&&c=2;d")
        #expect(
            uri.parameters == [
                Parameter(name: "a", value: "1;b"), Parameter(name: "c", value: "2"), Parameter(name: "d", value: ""),
            ])
        #expect(try ConnectionURI(uri.description) == uri)
        #expect(try ConnectionURI("qemu:///system?no_verify=0").skipsVerification == false)
    }

    @Test func aPathIsAlwaysAbsolute() {
        var uri = ConnectionURI(driver: "qemu", host: "far", path: "system")
        #expect(uri.description == "qemu://far/system")
        uri.path = "session"
        #expect(uri.description == "qemu://far/session")
    }

    @Test func anyTextSurvivesInEveryPart() throws {
        var random = SystemRandomNumberGenerator()
        let characters = Array(" !\"#$%&'()*+,-./09:;<=>?@AZ[\\]^_`az{|}~äß漢😀\u{7F}\u{1}")
        func text() -> String { String((1...12).map { _ in characters.randomElement(using: &random) ?? "x" }) }
        for _ in 0..<500 {
            let uri = ConnectionURI(
                driver: "qemu", transport: .ssh, user: text(), host: text(), port: .random(in: 1...65535),
                path: "/" + text(),
                parameters: [Parameter(name: text(), value: text()), Parameter(name: text(), value: "")])
            #expect(try ConnectionURI(uri.description) == uri, "\(uri)")
        }
    }

    @Test func libvirtReadsWhatIsWritten() async throws {
        try await withTemporaryFolder { folder in
            let plain = try testHostURI(in: folder, domains: [.running("web")])
            let odd = folder.appending(path: "a b%20c;d#e?ü.xml")
            try FileManager.default.copyItem(atPath: String(plain.dropFirst("test://".count)), toPath: odd.path)
            let host = try await Connection.open(ConnectionURI(driver: "test", path: odd.path))
            #expect(try await host.domains().map(\.name) == ["web"])
            #expect(try await ConnectionURI(host.uri).path == odd.path)
            await host.close()
        }
    }

    @Test func aNULInsideIsRefusedBeforeLibvirtSeesIt() async throws {
        let error = await #expect(throws: LibvirtError.self) {
            _ = try await Connection.open(ConnectionURI(driver: "test", path: "/default\0/x"))
        }
        #expect(error?.code == .invalidArgument)
        await #expect(throws: LibvirtError.self) { _ = try await ReadOnlyConnection.open("test:///default\0") }
    }
}
