import CLibvirt
import Foundation
import Testing
import TestSupport

@testable import Libvirt

/// What goes wrong where values pass between Swift and C.
@Suite("Hazards: the C boundary") struct BoundaryHazardTests {
    @Test func structsAreLaidOutAsTheHeadersSay() throws {
        // A state of one byte in front of a long: bindings that declared it as an int read nonsense behind it.
        #expect(MemoryLayout<virDomainInfo>.offset(of: \.maxMem) == MemoryLayout<UInt>.alignment)
        #expect(MemoryLayout.size(ofValue: virDomainInfo().state) == 1)
        #expect(MemoryLayout.size(ofValue: virDomainInfo().maxMem) == MemoryLayout<UInt>.size)
        #expect(MemoryLayout.size(ofValue: virDomainInfo().nrVirtCpu) == 2)
        #expect(MemoryLayout.size(ofValue: virTypedParameter().field) == Int(VIR_TYPED_PARAM_FIELD_LENGTH))
    }

    @Test func everyFieldOfAStructComesFromItsPlace() async throws {
        try await withTestHost { host in
            // More KiB than 32 bits hold.
            let web = try await host.createTransient(
                """
                <domain type='test'><name>web</name><memory unit='TiB'>8</memory>
                <currentMemory unit='TiB'>7</currentMemory><vcpu>3</vcpu><os><type>hvm</type></os></domain>
                """)
            let info = try await web.info()
            #expect(info.state == .running)
            #expect(info.maximumMemory == .bytes(8 << 40))
            #expect(info.memory == .bytes(7 << 40))
            #expect(info.virtualCPUs == 3)
        }
    }

    @Test func callsRunWhereTheyMayBlock() async throws {
        try await withTestHost(domains: [.running("web")]) { host in
            let handle = try await host.domain(named: "web").handle
            for lane in [BlockingExecutor.Lane.short, .long] {
                let isRight = try await handle.call(lane: lane) { _ in WorkerThreads.isCurrentThreadOne }
                #expect(isRight)
            }
            #expect(!WorkerThreads.isCurrentThreadOne)
        }
    }

    /// Text with an interior NUL, as every family of calls takes it.
    private static let torn: [@Sendable (Connection) async throws -> Void] = [
        { _ = try await $0.define("<domain/>\0") }, { _ = try await $0.createTransient("<domain/>\0") },
        { _ = try await $0.domain(named: "a\0b") }, { _ = try await $0.restore(from: "/a\0b") },
        { _ = try await $0.savedImageXML(at: "/a\0b") }, { _ = try await $0.domainCapabilities(type: "a\0b") },
        { _ = try await $0.cpuModelNames(architecture: "a\0b") }, { _ = try await $0.compareCPU("<cpu/>\0") },
        { _ = try await $0.network(named: "a\0b") }, { _ = try await $0.defineNetwork("<network/>\0") },
        { _ = try await $0.storagePool(named: "a\0b") }, { _ = try await $0.storageVolume(path: "a\0b") },
        { _ = try await $0.hostInterface(named: "a\0b") }, { _ = try await $0.nodeDevice(named: "a\0b") },
        { _ = try await $0.secret(for: .volume, "a\0b") }, { _ = try await $0.nwFilter(named: "a\0b") },
        { _ = try await $0.nwFilterBinding(portDevice: "a\0b") },
        { try await $0.domain(named: "web").setTitle("a\0b") },
        { try await $0.domain(named: "web").attachDevice("<disk/>\0") },
        { _ = try await $0.domain(named: "web").createSnapshot("<domainsnapshot/>\0") },
        { try await $0.domain(named: "web").setNUMAParameters([.domainNUMANodeSet: .string("a\0b")]) },
        { try await $0.domain(named: "web").setNUMAParameters(["a\0b": .string("a")]) },
        { try await $0.domain(named: "web").migrate(toURI: "tcp://a\0b") },
        { _ = try await $0.domain(named: "web").openConsole("a\0b") },
    ]

    @Test(arguments: torn.indices) func aNULInsideIsAnErrorNotAnEnd(index: Int) async throws {
        try await withTestHost(domains: [.running("web")]) { host in
            let error = await #expect(throws: LibvirtError.self) { try await Self.torn[index](host) }
            #expect(error?.code == .invalidArgument)
            #expect(error?.message.contains("NUL") == true)
        }
    }

    @Test func errorsThatAreNotUTF8AreRepairedNotDropped() {
        var bytes: [CChar] = [0x61, -1, 0x62, 0]
        let text = bytes.withUnsafeMutableBufferPointer { String(borrowing: $0.baseAddress) }
        #expect(text == "a\u{FFFD}b")
        #expect(String(borrowing: nil) == "")
    }
}
