import Libvirt
import Testing
import TestSupport

@Suite("QEMU's and LXC's own calls elsewhere") struct QEMURefusalTests {
    private func refusal(of body: () async throws -> Void) async -> LibvirtError? {
        await #expect(throws: LibvirtError.self) { try await body() }
    }

    @Test func otherDriversHaveNoMonitorAndNoNamespaces() async throws {
        try await withTestHost(domains: [.running("web")]) { host in
            let web = try await host.domain(named: "web")
            let refusals: [(String, LibvirtError?)] = [
                ("virDomainQemuMonitorCommand", await refusal { _ = try await web.qemuMonitorCommand("{}") }),
                (
                    "virDomainQemuMonitorCommandWithFiles",
                    await refusal { _ = try await web.qemuMonitorCommand("{}", files: []) }
                ),
                ("virDomainQemuAgentCommand", await refusal { _ = try await web.qemuAgentCommand("{}") }),
                ("virDomainQemuAttach", await refusal { _ = try await host.attachToQEMU(processID: 1) }),
                (
                    "virConnectDomainQemuMonitorEventRegister",
                    await refusal { _ = try await host.qemuMonitorEvents().subscribe() }
                ),
                ("virDomainLxcOpenNamespace", await refusal { _ = try await web.openNamespaces() }),
                // Refused before libvirt would take the domain's number for that of a process.
                ("virDomainLxcEnterCGroup", await refusal { try await web.enterControlGroup() }),
            ]
            for (call, error) in refusals {
                #expect(error?.code == .noSupport, "\(call)")
                #expect(error?.call == call)
            }
            #expect(host.subscriptionCount == 0)
        }
    }
}
