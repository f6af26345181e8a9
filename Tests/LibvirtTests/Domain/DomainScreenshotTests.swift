import Libvirt
import Testing
import TestSupport

@Suite("Screenshots") struct DomainScreenshotTests {
    @Test func thePictureComesWhole() async throws {
        try await withTestHost(domains: [.running("web")]) { host in
            let picture = try await host.domain(named: "web").screenshot()
            #expect(picture.mimeType == "image/png")
            #expect(picture.bytes.starts(with: [0x89] + Array("PNG".utf8)))
            #expect(picture.bytes.suffix(8).starts(with: Array("IEND".utf8)))
        }
    }

    @Test func aPictureBeyondTheLimitIsAnError() async throws {
        try await withTestHost(domains: [.running("web")]) { host in
            let web = try await host.domain(named: "web")
            let error = await #expect(throws: LibvirtError.self) { _ = try await web.screenshot(limit: .bytes(100)) }
            #expect(error?.code == .overflow)
        }
    }

    @Test func aScreenBelowZeroIsAnError() async throws {
        try await withTestHost(domains: [.running("web")]) { host in
            let web = try await host.domain(named: "web")
            let error = await #expect(throws: LibvirtError.self) { _ = try await web.screenshot(screen: -1) }
            #expect(error?.code == .invalidArgument)
        }
    }

    @Test func aCancelledTaskGetsNoPicture() async throws {
        try await withTestHost(domains: [.running("web")]) { host in
            let web = try await host.domain(named: "web")
            let task = Task {
                while !Task.isCancelled { await Task.yield() }
                return try await web.screenshot()
            }
            task.cancel()
            await #expect(throws: CancellationError.self) { _ = try await task.value }
        }
    }
}
