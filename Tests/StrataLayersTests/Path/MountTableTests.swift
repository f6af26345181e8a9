import Testing

@testable import StrataLayers

@Suite("Where files are mounted") struct MountTableTests {
    private let table = MountTable(
        """
        27 1 254:0 / / rw,relatime - ext4 /dev/vda1 rw
        30 27 8:1 / /srv rw shared:1 master:2 - xfs /dev/sda1 rw
        31 30 0:40 / /srv/my\\040images rw - nfs4 server:/export rw
        32 27 8:2 / /srv rw - btrfs /dev/sdb rw
        broken line
        """)

    @Test(arguments: [
        ("/var/lib/a.img", "ext4"), ("/srv/a.img", "btrfs"), ("/srvx/a.img", "ext4"),
        ("/srv/my images/a.img", "nfs4"),
    ])
    func theLongestFolderCountsAndOfTheSameTheLast(path: String, type: String) {
        #expect(table.mounts.count == 4)
        #expect(table.mount(of: path)?.type == type)
    }

    @Test func nothingMountedIsNothing() {
        #expect(MountTable("").mount(of: "/a") == nil)
    }
}
