import Foundation
import Strata
import Testing
import TestSupport

extension RealGuests {
    /// The ways of requests, held against what this host has.
    @Suite("Paths") struct PathTests {
        @Test func everyHopOfADiskOnAChainIsThere() async throws {
            try await withChained("path-disk") { guest, folder in
                let path = try await measured(guest, "vda")
                #expect(path.style == .paravirtual)
                let top = folder.appending(path: "top.qcow2").path, base = folder.appending(path: "base.qcow2").path
                let mount = try await tool("/usr/bin/findmnt", "-n", "-o", "FSTYPE,TARGET,SOURCE", "-T", top)
                    .split(separator: " ").map(String.init)
                try #require(mount.count == 3)

                let upper = path.hops.prefix { $0.kind != .filesystem }
                #expect(upper.map(\.kind) == [.guestDriver, .virtualDevice, .thread, .image, .image])
                #expect(upper.map(\.name) == ["virtio_blk", "virtio vda", "main loop", top, base])
                #expect(upper.map(\.runner) == [.guest, .vmm, .vmm, .vmm, .vmm])
                #expect(path.hops[3].details.prefix(2) == ["format qcow2", "top of a chain of 2"])
                #expect(path.hops[4].details.prefix(2) == ["format qcow2", "backing image 1 of 1, read only"])

                let filesystem = path.hops[5]
                #expect(filesystem.name == "\(mount[0]) on \(mount[1])")
                #expect(filesystem.details == ["from \(mount[2])"])
                // Its cache is the host's: the definition does not say "none".
                #expect(filesystem.request.map(\.kind) == [.contextSwitch, .copy])
                try await expectDisk(Array(path.hops.dropFirst(6)), below: mount[2])

                #expect(path.seconds.map { $0 > 0 } == true)
                for hop in path.hops { #expect((hop.measured != nil) == (hop.counter != nil), "\(hop.name)") }
                #expect(path.hops[1].unavailable["measured.exits"]?.contains("only KVM") == true)
            }
        }

        @Test func everyHopOfAnEmulatedAdapterIsThere() async throws {
            try await withChained("path-net") { guest, _ in
                let domain = try DomainDocument(xml: try await guest.xml())
                let adapter = try #require(domain.interfaces.first)
                let tap = try #require(adapter.hostDevice), address = try #require(adapter.mac)
                let path = try await measured(guest, address)
                #expect(path.device == tap)
                #expect(path.style == .emulated)

                let bridge = try link("/sys/class/net/\(tap)/master")
                let inner = path.hops.prefix(6)
                #expect(inner.map(\.kind) == [.guestDriver, .virtualDevice, .thread, .tap, .bridge, .route])
                #expect(inner.map(\.name) == ["e1000", "e1000 \(address)", "main loop", tap, bridge, "NAT"])
                #expect(inner.map(\.runner) == [.guest, .vmm, .vmm, .hostKernel, .hostKernel, .hostKernel])
                #expect(path.hops[2].request.map(\.kind) == [.copy, .contextSwitch])
                #expect(path.hops[4].details.first == "network default")
                for hop in path.hops { #expect((hop.measured != nil) == (hop.counter != nil), "\(hop.name)") }

                guard let outside = try defaultDevice() else {
                    #expect(path.hops.count == 6)
                    return
                }
                #expect(path.hops[5].details.first == "out by \(outside)")
                #expect(path.hops[6].kind == .hostDriver)
                #expect(path.hops[6].counter == .init(.networkDevice, outside))
                if let driver = try? link("/sys/class/net/\(outside)/device/driver") {
                    #expect(path.hops[6].name == driver)
                    #expect(path.hops.last?.kind == .hardware)
                    #expect(path.hops.last?.name == outside)
                }
            }
        }

        @Test func aGuestThatDoesNotRunHasItsWayWithoutNumbers() async throws {
            try await withChained("path-off", isStarted: false) { guest, _ in
                let path = try await measured(guest, "vda")
                #expect(path.seconds == nil)
                #expect(path.hops.allSatisfy { $0.measured == nil })
                #expect(path.hops[1].unavailable["measured"] == "the guest does not run")
            }
        }

        @Test func theCommandDrawsAndNamesTheDevicesThereAre() async throws {
            try await withChained("path-command") { guest, _ in
                let drawn = try await Tool.strata.run(
                    "path", guest.name, "vda", "--interval", "200ms", "--width", "60", "-q", "-c", RealGuests.uri)
                #expect(drawn.status == 0, "\(drawn.errors)")
                #expect(drawn.output.split(separator: "\n").allSatisfy { $0.count <= 60 })
                #expect(drawn.output.contains("filesystem"))
                let picture = try await Tool.strata.run(
                    "path", guest.name, "--interval", "200ms", "--format", "svg", "-q", "-c", RealGuests.uri)
                #expect(picture.output.hasPrefix("<svg ") && picture.output.hasSuffix("</svg>\n"))
                let wrong = try await Tool.strata.run("path", guest.name, "vdz", "-q", "-c", RealGuests.uri)
                #expect(wrong.status == 64)
                #expect(wrong.errors.contains("it has no disk or adapter 'vdz'"))
                #expect(wrong.errors.contains("one of: hda, vda, vnet"))
            }
        }
    }
}

extension RealGuests.PathTests {
    /// A guest with a virtio disk of two images and an e1000 adapter on libvirt's usual network.
    private func withChained(
        _ name: String, isStarted: Bool = true, body: (Domain, URL) async throws -> Void
    ) async throws {
        try await withTemporaryFolder { folder in
            let path = { (file: String) in folder.appending(path: file).path }
            _ = try await tool("/usr/bin/qemu-img", "create", "-q", "-f", "qcow2", path("disk.qcow2"), "16M")
            _ = try await tool("/usr/bin/qemu-img", "create", "-q", "-f", "qcow2", path("base.qcow2"), "16M")
            _ = try await tool(
                "/usr/bin/qemu-img", "create", "-q", "-f", "qcow2", "-b", path("base.qcow2"), "-F", "qcow2",
                path("top.qcow2"))
            let devices = """
                <disk type='file' device='disk'><driver name='qemu' type='qcow2'/>
                <source file='\(path("top.qcow2"))'/><target dev='vda' bus='virtio'/></disk>
                <interface type='network'><source network='default'/><model type='e1000'/></interface>
                """
            try await RealGuests.withGuests(name) { host in
                let definition = IdleGuest.definition(name, disk: path("disk.qcow2"), devices: devices)
                let guest = try await host.define(definition)
                if isStarted { try await guest.start() }
                try await body(guest, folder)
            }
        }
    }

    private func measured(_ guest: Domain, _ device: String) async throws -> RequestPath {
        let host = try await ReadOnlyConnection.open(RealGuests.uri)
        let all = try await RequestPath.read(host, guest: guest.name)
        let chosen = all.filter { $0.isNamed(device) }
        let paths = try await RequestPath.measure(chosen, host, over: .milliseconds(300))
        await host.close()
        try #require(paths.count == 1, "\(all.map(\.device))")
        return paths[0]
    }

    /// The layers of the kernel, the driver and the disk, as `lsblk` has them.
    private func expectDisk(_ hops: [RequestPath.Hop], below source: String) async throws {
        let names = try await tool("/usr/bin/lsblk", "-n", "-s", "-l", "-o", "NAME", source)
            .split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
        let disk = try #require(names.last)
        #expect(hops.count == names.count + 1)
        #expect(hops.dropLast(2).map(\.name) == names.dropLast())
        let driver = try #require(hops.dropLast().last)
        #expect(driver.kind == .hostDriver)
        #expect(driver.counter == .init(.blockDevice, disk))
        if let linked = try? link("/sys/block/\(disk)/device/driver") { #expect(driver.name == linked) }
        #expect(hops.last?.kind == .hardware)
    }

    private func link(_ path: String) throws -> String {
        let target = try FileManager.default.destinationOfSymbolicLink(atPath: path)
        return URL(fileURLWithPath: target).lastPathComponent
    }

    private func defaultDevice() throws -> String? {
        let table = try String(contentsOfFile: "/proc/net/route", encoding: .utf8)
        let routes = table.split(separator: "\n").map { $0.split(separator: "\t") }
        return routes.first { $0.count > 7 && $0[1] == "00000000" }.map { String($0[0]) }
    }

    private func tool(_ path: String, _ arguments: String...) async throws -> String {
        try await IdleGuest.run(path, arguments).trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
