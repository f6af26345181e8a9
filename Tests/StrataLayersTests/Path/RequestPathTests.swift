import LibvirtXML
import Testing

@testable import StrataLayers

@Suite("The way of a request on a recorded host") struct RequestPathTests {
    @Test func aDiskOnAVolumeOfAPartitionGoesThroughEachOfThem() throws {
        let disk = """
            <disk type='file' device='disk'><driver name='qemu' type='raw' cache='none' io='native' iothread='2'/>
            <source file='/srv/my images/web.img'/><target dev='sda' bus='scsi'/></disk>
            <controller type='scsi' model='virtio-scsi'/>
            """
        let hops = try path(devices: disk).hops
        #expect(
            hops.map(\.name) == [
                "virtio_scsi", "scsi on virtio-scsi sda", "I/O thread 2", "/srv/my images/web.img",
                "xfs on /srv/my images", "dm-0", "sdy1", "mpt3sas", "EXAMPLE HDD 4T",
            ])
        #expect(hops[2].counter == .init(.thread, "ioThread"))
        #expect(
            hops.allSatisfy { hop in (hop.request + hop.answer).allSatisfy { $0.kind != .copy } || hop.runner == .guest
            })
        #expect(hops[5].details == ["device mapper"])
        #expect(hops[6].details == ["partition"])
        #expect(hops[6].counter == .init(.blockDevice, "sdy1"))
    }

    @Test func anotherMachinesStorageIsWhereTheWayEnds() throws {
        let file = try path(devices: disk("<source file='/mnt/far/a.qcow2'/>")).hops.suffix(2)
        #expect(file.map(\.name) == ["nfs4 on /mnt/far", "server:/export"])
        #expect(file.last?.runner == .elsewhere)
        let server = disk("<source protocol='rbd' name='pool/a'><host name='one.example'/></source>", type: "network")
        let hops = try path(devices: server).hops
        #expect(hops.map(\.kind) == [.guestDriver, .virtualDevice, .thread, .image, .remoteStorage])
        #expect(hops.last?.name == "rbd one.example")
    }

    @Test func withVhostTheVMMIsNotOnTheWayOfAPacket() throws {
        let hops = try path(devices: adapter("virtio"), hasVhost: true).hops
        #expect(hops.map(\.name) == ["virtio_net", "virtio 52:54:00:00:00:07", "vhost", "vnet7", "br7", "ice", "eno7"])
        #expect(hops[2].runner == .hostKernel)
        #expect(hops[2].counter == .init(.thread, "vhost"))
        // The one copy there is, is vhost's.
        #expect(hops[3...].allSatisfy { ($0.request + $0.answer).allSatisfy { $0.kind != .copy } })
    }

    @Test(arguments: [false, nil]) func withoutVhostTheReasonIsThere(hasVhost: Bool?) throws {
        let hops = try path(devices: adapter("virtio"), hasVhost: hasVhost).hops
        #expect(hops[2].name == "main loop")
        #expect(hops[2].unavailable["vhost"] != nil)
        #expect(try path(devices: adapter("e1000"), hasVhost: hasVhost).hops[2].unavailable["vhost"] == nil)
    }

    @Test func aNetworkWithoutAWayOutEndsAtItsBridge() throws {
        let inside = adapter("e1000", source: "type='network'", "network='inside'", tap: "vnet8")
        let hops = try path(devices: inside, networks: ["inside": NetworkWay(bridge: "br8")]).hops
        #expect(hops.suffix(2).map(\.name) == ["br8", "nowhere"])
        let routed = ["inside": NetworkWay(mode: "nat", bridge: "br8")]
        let out = try path(devices: inside, networks: routed).hops
        #expect(out.suffix(4).map(\.name) == ["br8", "NAT", "ice", "eno7"])
    }

    @Test func aGuestThatDoesNotRunIsCountedNowhere() throws {
        let off = try path(devices: disk("<source file='/srv/my images/a.qcow2'/>"), isActive: false)
        #expect(off.hops.allSatisfy { $0.counter == nil && $0.unavailable["measured"] != nil })
        #expect(off.hops.first { $0.kind == .image }?.unavailable["chain"] != nil)
    }

    @Test func onAnotherMachineTheRestIsMissingWithItsReason() throws {
        let document = try document(adapter("e1000"))
        let place = PathPlace(guest: "web", style: .kvm, isActive: true, document: document)
        let path = try #require(RequestPath.paths(place).first)
        #expect(path.hops.last?.kind == .tap)
        #expect(path.unavailable["hops"] != nil)
        #expect(path.hops.allSatisfy { $0.counter?.origin != .networkDevice })
    }
}

extension RequestPathTests {
    private func path(
        devices: String, isActive: Bool = true, hasVhost: Bool? = false, networks: [String: NetworkWay] = [:]
    ) throws -> RequestPath {
        try withRecordedHost("intel-kvm", changing: prepare) { host in
            let place = PathPlace(
                guest: "web", style: .kvm, isActive: isActive, document: try document(devices),
                files: HostFiles(root: host.root), networks: networks, hasVhost: hasVhost)
            return try #require(RequestPath.paths(place).first)
        }
    }

    private func document(_ devices: String) throws -> DomainDocument {
        try DomainDocument(xml: "<domain type='kvm'><name>web</name><devices>\(devices)</devices></domain>")
    }

    private func disk(_ source: String, type: String = "file") -> String {
        """
        <disk type='\(type)' device='disk'><driver name='qemu' type='qcow2'/>\(source)<target dev='vda' bus='virtio'/>
        </disk>
        """
    }

    private func adapter(
        _ model: String, source kind: String = "type='bridge'", _ source: String = "bridge='br7'", tap: String = "vnet7"
    ) -> String {
        """
        <interface \(kind)><mac address='52:54:00:00:00:07'/><source \(source)/><target dev='\(tap)'/>
        <model type='\(model)'/></interface>
        """
    }

    /// A volume on a partition of a disk, and two bridges, one of them with the machine's adapter on it.
    private func prepare(_ host: RecordedHost) throws {
        try host.write(
            """
            27 1 8:1 / / rw - ext4 /dev/sdx1 rw
            28 27 253:0 / /srv/my\\040images rw - xfs /dev/mapper/images rw
            29 27 0:40 / /mnt/far rw - nfs4 server:/export rw

            """, to: "/proc/self/mountinfo")
        try host.link("/sys/dev/block/253:0", to: "../../devices/virtual/block/dm-0")
        try host.write("", to: "/sys/class/block/dm-0/slaves/sdy1")
        try host.write("1", to: "/disks/sdy/sdy1/partition")
        try host.link("/sys/class/block/sdy1", to: "../../../disks/sdy/sdy1")
        try host.write("EXAMPLE HDD 4T", to: "/sys/block/sdy/device/model")
        try host.link("/sys/block/sdy/device/driver", to: "../../../../bus/pci/drivers/mpt3sas")
        for number in [7, 8] {
            try host.link("/sys/class/net/vnet\(number)/master", to: "../br\(number)")
            try host.write("", to: "/sys/class/net/br\(number)/brif/vnet\(number)")
        }
        try host.write("", to: "/sys/class/net/br7/brif/eno7")
        try host.link("/sys/class/net/eno7/device/driver", to: "../../../../bus/pci/drivers/ice")
        try host.write(
            """
            Iface Destination Gateway Flags RefCnt Use Metric Mask MTU Window IRTT
            slow0 00000000 010200C0 0003 0 0 600 00000000 0 0 0
            eno7 00000000 010200C0 0003 0 0 100 00000000 0 0 0
            eno7 000200C0 00000000 0001 0 0 0 00FFFFFF 0 0 0

            """, to: "/proc/net/route")
    }
}
