import FoundationEssentials
@testable import Libvirt
import Testing

@Suite("What the guest's agent tells") struct GuestInfoTests {
    private let info = GuestInfo([
        "user.count": .unsigned(1), "user.0.name": .string("ada"), "user.0.login-time": .unsignedLong(1_500_000),
        "os.id": .string("debian"), "os.pretty-name": .string("Debian 12"), "os.kernel-release": .string("6.1"),
        "timezone.name": .string("CET"), "timezone.offset": .int(-3600), "hostname": .string("web"),
        "fs.count": .unsigned(1), "fs.0.mountpoint": .string("/"), "fs.0.fstype": .string("ext4"),
        "fs.0.total-bytes": .unsignedLong(1 << 30), "fs.0.disk.count": .unsigned(2),
        "fs.0.disk.1.alias": .string("vdb"),
        "disk.count": .unsigned(1), "disk.0.name": .string("/dev/vda1"), "disk.0.partition": .boolean(true),
        "disk.0.dependency.count": .unsigned(1), "disk.0.dependency.0.name": .string("/dev/vda"),
        "if.count": .unsigned(1), "if.0.name": .string("eth0"), "if.0.addr.count": .unsigned(1),
        "if.0.addr.0.type": .string("ipv6"), "if.0.addr.0.addr": .string("fe80::1"),
        "if.0.addr.0.prefix": .unsigned(64),
        "load.1m": .double(0.5), "disk.0.smart": .string("good"), "user.x.name": .string("odd"),
    ])

    @Test func usersAndSystemAreTyped() {
        #expect(info.users.map(\.name) == ["ada"])
        #expect(info.users.first?.loginTime == Date(timeIntervalSince1970: 1500))
        #expect(info.system.id == "debian")
        #expect(info.system.prettyName == "Debian 12")
        #expect(info.system.kernelRelease == "6.1")
        #expect(info.system.variant == nil)
        #expect(info.timeZone == "CET")
        #expect(info.timeZoneOffset == .seconds(-3600))
        #expect(info.hostname == "web")
    }

    @Test func fileSystemsAndDisksAreTyped() {
        #expect(info.fileSystems.count == 1)
        #expect(info.fileSystems.first?.total == .gibibytes(1))
        #expect(info.fileSystems.first?.used == nil)
        #expect(info.fileSystems.first?.disks.map(\.alias) == [nil, "vdb"])
        #expect(info.disks.first?.isPartition == true)
        #expect(info.disks.first?.dependencies == ["/dev/vda"])
    }

    @Test func interfacesAreTyped() {
        let address = GuestInterface.Address(type: .ipv6, address: "fe80::1", prefix: 64)
        #expect(info.interfaces == [GuestInterface(name: "eth0", addresses: [address])])
    }

    @Test func whatIsUnknownIsKeptUnderItsName() {
        #expect(
            info.others == [
                "load.1m": .double(0.5), "disk.0.smart": .string("good"), "user.x.name": .string("odd"),
            ])
    }
}
