import FoundationEssentials
import Libvirt
import Testing
import TestSupport

@Suite("Reading domains") struct DomainReadingTests {
    @Test func infoComesInTypedUnits() async throws {
        try await withTestHost(domains: [.running("web")]) { host in
            let info = try await host.domain(named: "web").info()
            #expect(info.memory == .mebibytes(128))
            #expect(info.virtualCPUs == 1)
            #expect(info.state == .running)
        }
    }

    @Test func lookUpsByNameUUIDAndNumberFindTheSameDomain() async throws {
        try await withTestHost(domains: [.running("web")]) { host in
            let web = try await host.domain(named: "web")
            let number = try #require(web.id)
            #expect(try await host.domain(uuid: web.uuid) == web)
            #expect(try await host.domain(id: number) == web)
        }
    }

    @Test func aDomainThatIsOffHasNoNumber() async throws {
        try await withTestHost(domains: [.shutOff("web")]) { host in
            let web = try await host.domain(named: "web")
            #expect(web.id == nil)
        }
    }

    @Test func listingFiltersByState() async throws {
        try await withTestHost(domains: [.running("a"), .shutOff("b"), .running("c")]) { host in
            let all = try await host.domains().map(\.name)
            let active = try await host.domains(.active).map(\.name)
            let inactive = try await host.domains(.inactive).map(\.name)
            #expect(Set(all) == ["a", "b", "c"])
            #expect(Set(active) == ["a", "c"])
            #expect(inactive == ["b"])
        }
    }

    @Test func theDefinitionNamesTheDomain() async throws {
        try await withTestHost(domains: [.running("web")]) { host in
            let xml = try await host.domain(named: "web").xml()
            #expect(xml.contains("<name>web</name>"))
        }
    }

    @Test func bulkStatisticsAgreeWithEachDomainsOwnState() async throws {
        try await withTestHost(domains: [.running("a"), .shutOff("b")]) { host in
            let statistics = try await host.domainStatistics(.state)
            #expect(statistics.count == 2)
            for one in statistics { #expect(one.condition == (try await one.domain.state())) }
        }
    }

    @Test func aNameWithANULInsideIsAnErrorNotATruncation() async throws {
        try await withTestHost(domains: [.running("web")]) { host in
            let error = await #expect(throws: LibvirtError.self) { _ = try await host.domain(named: "web\0x") }
            #expect(error?.code == .invalidArgument)
        }
    }
}
