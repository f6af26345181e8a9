import Libvirt
import Testing
import TestSupport

@Suite("Calls with and without options") struct CallsWithOptionsTests {
    private func call(_ body: () async throws -> Void) async -> String? {
        let error = await #expect(throws: LibvirtError.self) { try await body() }
        return error?.call
    }

    @Test func withoutOptionsItIsTheCallThatOlderDaemonsHave() async throws {
        try await withTestHost(domains: [.running("up"), .shutOff("down")]) { host in
            let up = try await host.domain(named: "up")
            let down = try await host.domain(named: "down")
            let calls: [(String?, String)] = [
                (await call { try await up.start() }, "virDomainCreate"),
                (await call { try await up.start(.paused) }, "virDomainCreateWithFlags"),
                (await call { try await down.forceOff() }, "virDomainDestroy"),
                (await call { try await down.forceOff(.graceful) }, "virDomainDestroyFlags"),
                (await call { try await down.abortJob() }, "virDomainAbortJob"),
                (await call { try await down.abortJob(.postCopy) }, "virDomainAbortJobFlags"),
                (await call { try await down.save(to: "/x") }, "virDomainSave"),
                (await call { try await down.save(to: "/x", .paused) }, "virDomainSaveFlags"),
                (await call { _ = try await host.define("<x/>") }, "virDomainDefineXML"),
                (await call { _ = try await host.define("<x/>", .validate) }, "virDomainDefineXMLFlags"),
                (await call { _ = try await host.defineNetwork("<x/>") }, "virNetworkDefineXML"),
                (await call { _ = try await host.defineNetwork("<x/>", .validate) }, "virNetworkDefineXMLFlags"),
                (await call { _ = try await host.createTransientNetwork("<x/>") }, "virNetworkCreateXML"),
                (
                    await call { _ = try await host.createTransientNetwork("<x/>", .validate) },
                    "virNetworkCreateXMLFlags"
                ),
                (await call { _ = try await host.defineNWFilter("<x/>") }, "virNWFilterDefineXML"),
                (await call { _ = try await host.defineNWFilter("<x/>", .validate) }, "virNWFilterDefineXMLFlags"),
            ]
            for (made, expected) in calls { #expect(made == expected) }
        }
    }
}
