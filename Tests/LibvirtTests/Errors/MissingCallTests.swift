import Testing
import TestSupport

@testable import Libvirt

@Suite("Calls that the other side lacks") struct MissingCallTests {
    private func hint(_ message: String, _ call: String?) -> String? {
        LibvirtError(code: .noSupport, message: message, call: call).remedy
    }

    @Test func anOlderDaemonIsToldTheVersionThatItNeeds() {
        // So libvirt's client puts what a daemon answers to a number of its protocol that it does not know.
        let hint = hint("unknown procedure: 442", "virDomainAbortJobFlags")
        #expect(hint?.contains("needs libvirt 8.5.0 or newer") == true)
        #expect(self.hint("unknown procedure: 442", "virDomainX")?.hasSuffix("needs a newer libvirt") == true)
    }

    @Test func aDriverWithoutACallIsNamedWithTheFirstVersionOfTheCall() async throws {
        try await withTestHost(domains: [.running("web")]) { host in
            let web = try await host.domain(named: "web")
            let lending = await #expect(throws: LibvirtError.self) { try await web.lendFiles([0], as: "files") }
            #expect(lending?.code == .noSupport)
            #expect(lending?.hint?.contains("driver has no such function") == true)
            #expect(lending?.hint?.hasSuffix("libvirt 9.0.0 or newer") == true)
        }
    }

    @Test func callsThatEveryDaemonHasNeedNoVersion() {
        #expect(hint("this function is not supported", "virDomainSuspend")?.contains(where: \.isNumber) == false)
        #expect(hint("this function is not supported", nil)?.contains(where: \.isNumber) == false)
    }

    @Test func optionsThatTheDriverDoesNotKnowAreNamedAsTheReason() async throws {
        try await withTestHost(domains: [.running("web")]) { host in
            let web = try await host.domain(named: "web")
            let error = await #expect(throws: LibvirtError.self) { try await web.forceOff(.init(rawValue: 1 << 30)) }
            #expect(error?.code == .invalidArgument)
            #expect(error?.hint?.hasPrefix("leave the options out") == true)
        }
    }
}
