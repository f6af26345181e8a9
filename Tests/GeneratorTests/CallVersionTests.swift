import Testing

@testable import generate_libvirt

@Suite("Versions of calls") struct CallVersionTests {
    @Test func everyCallAfterTheFirstVersionsHasItsOwn() throws {
        let lines = CallVersionWriter.lines(of: try Installed.description().functions)
        #expect(lines.contains("        \"virDomainFDAssociate\": \"9.0.0\","))
        #expect(lines.contains("        \"virDomainLxcEnterCGroup\": \"2.0.0\","))
        #expect(lines.contains("        \"virAdmConnectSetDaemonTimeout\": \"8.6.0\","))
        #expect(!lines.contains { $0.contains("\"virDomainSuspend\"") })
        #expect(lines.count > 150)
    }

    @Test func versionsAreComparedByNumbers() {
        let functions = [("virA", [0, 10, 2]), ("virB", [1, 0, 0]), ("virC", [1, 0, 1]), ("virD", [10, 0, 0])].map {
            Function(name: $0, version: $1, header: "")
        }
        let lines = CallVersionWriter.lines(of: functions).filter { $0.contains("\"vir") }
        #expect(lines == ["        \"virC\": \"1.0.1\",", "        \"virD\": \"10.0.0\","])
    }
}
