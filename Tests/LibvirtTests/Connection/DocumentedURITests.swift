import Libvirt
import Testing

/// The forms of libvirt's own documentation: https://libvirt.org/uri.html, and the pages of its drivers.
@Suite("Documented URIs") struct DocumentedURITests {
    static let texts = [
        // Drivers of this machine.
        "qemu:///system", "qemu:///session", "qemu+unix:///system", "qemu+unix:///session",
        "qemu:///embed?root=/some/dir", "qemu:///system?mode=direct", "xen:///system", "lxc:///system",
        "vbox:///session",
        "openvz:///system", "vz:///system", "ch:///session", "bhyve:///system", "vmwareplayer:///session",
        "vmwarews:///session", "vmwarefusion:///session", "test:///default", "test:///path/to/driver/config.xml",
        "interface:///system", "network:///system", "nodedev:///session", "nwfilter:///system", "secret:///system",
        "storage:///session", "storage:///embed?root=/some/dir",
        // Transports.
        "qemu://server.example.com/system", "qemu+tls://server.example.com/system?no_verify=1",
        "qemu+ssh://root@example.com/system", "qemu+ssh://root@example.com:2222/system?netcat=/opt/netcat/bin/nc",
        "qemu+ssh://example.com/system?proxy=native&mode=legacy", "qemu+ssh://root@[2001:db8::1]/system",
        "qemu+libssh2://user@host/system?known_hosts=/home/user/.ssh/known_hosts&known_hosts_verify=ignore",
        "qemu+libssh://user@host/system?sshauth=privkey,agent&keyfile=/root/id", "test+tcp://localhost:5000/default",
        "qemu+unix:///system?socket=/opt/libvirt/run/libvirt/libvirt-sock", "remote+ssh://host/?name=qemu:///system",
        "qemu+ext:///system?command=/opt/tunnel",
        "xen+tls://towada/system?pkipath=/tmp/pki/client&authfile=/root/auth.conf",
        "xen+ssh://towada/system?command=/opt/openssh/bin/ssh&no_tty=1",
        "qemu+tls://h/system?tls_priority=NORMAL:-VERS-SSL3.0",
        // Hypervisors that libvirt speaks to without a daemon there.
        "esx://example.com/?no_verify=1", "esx://root@example.com/?auto_answer=1&transport=https",
        "esx://example.com/?vcenter=example-vcenter.com", "esx://example.com/?proxy=socks5://example-proxy.com:23456",
        "vpx://example-vcenter.com/dc1/srv1", "vpx://example-vcenter.com/folder1/dc1/folder2/cluster1/srv1",
        "gsx://example.com", "hyperv://example.com/?transport=http", "vbox+tcp://user@host.example.com/session",
        // Daemons that are administered.
        "libvirtd:///system", "virtqemud:///session", "libvirtd+unix:///system?socket=/run/libvirt/libvirt-admin-sock",
    ]

    @Test(arguments: texts) func aFormReadsAndWrites(text: String) throws {
        let uri = try ConnectionURI(text)
        #expect(uri.description == text)
        #expect(try ConnectionURI(uri.description) == uri)
    }

    @Test func theDocumentationsNamesAreTheProperties() throws {
        let uri = try ConnectionURI("xen+ssh://mary@towada:23/system?command=/bin/ssh&no_tty=1&name=xen:///")
        #expect(uri.driver == "xen" && uri.transport == .ssh && uri.user == "mary" && uri.host == "towada")
        #expect(uri.port == 23 && uri.path == "/system" && uri.command == "/bin/ssh" && uri.isSilent)
        #expect(uri.remoteName == "xen:///")
    }

    /// libvirt resolves what it opens, and says what it made of it.
    @Test func libvirtReadsWhatIsWritten() async throws {
        let uri = ConnectionURI(driver: "test", path: "/default")
        let host = try await ReadOnlyConnection.open(uri)
        #expect(try await ConnectionURI(host.uri) == uri)
        await host.close()
    }
}
