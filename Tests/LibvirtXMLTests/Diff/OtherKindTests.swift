import Testing

@testable import LibvirtXML

@Suite("Differences of other kinds") struct OtherKindTests {
    static let equals = [
        (
            "<network><name>n</name><forward/><ip address='10.0.0.1' netmask='255.255.255.0'/></network>",
            "<network connections='1'><name>n</name><uuid>6695eb01-f6a4-8304-79aa-97f2502e193f</uuid><forward mode='nat'><nat><port start='1024' end='65535'/></nat></forward><bridge name='virbr3' stp='on' delay='0'/><mac address='52:54:00:00:00:01'/><ip address='10.0.0.1' prefix='24'/></network>"
        ),
        (
            "<pool type='dir'><name>p</name><target><path>/p</path></target></pool>",
            "<pool type='dir'><name>p</name><capacity unit='bytes'>9</capacity><source></source><target><path>/p</path><permissions><mode>0755</mode></permissions></target></pool>"
        ),
        (
            "<volume><name>v</name><capacity unit='MiB'>1</capacity><target><format type='qcow2'/></target></volume>",
            "<volume type='file'><name>v</name><key>/p/v</key><capacity unit='bytes'>1048576</capacity><allocation>7</allocation><target><path>/p/v</path><format type='qcow2'/><compat>1.1</compat></target></volume>"
        ),
        (
            "<domainsnapshot><description>d</description></domainsnapshot>",
            "<domainsnapshot><name>1</name><description>d</description><state>running</state><domain><name>x</name></domain></domainsnapshot>"
        ),
        (
            "<secret><usage type='ceph'><name>a</name></usage></secret>",
            "<secret ephemeral='no' private='no'><uuid>6695eb01-f6a4-8304-79aa-97f2502e193f</uuid><usage type='ceph'><name>a</name></usage></secret>"
        ),
        (
            "<filter name='f'><rule action='drop' direction='in'/></filter>",
            "<filter name='f' chain='root'><uuid>6695eb01-f6a4-8304-79aa-97f2502e193f</uuid><rule action='drop' direction='in' priority='500'/></filter>"
        ),
    ]

    @Test(arguments: equals) func whatLibvirtFillsInIsNoDifference(first: String, second: String) throws {
        let (before, after) = (try XMLDocument(xml: first), try XMLDocument(xml: second))
        #expect(before.changes(to: after).map(\.description) == [])
        #expect(after.changes(to: before).map(\.description) == [])
    }

    static let differences = [
        (
            "<network><ip address='10.0.0.1' netmask='255.255.255.0'/></network>",
            "<network><ip address='10.0.0.1' netmask='255.255.0.0'/></network>",
            "/network/ip[@address='10.0.0.1']/@prefix: 255.255.255.0 → 255.255.0.0", Change.Effect.nextBoot
        ),
        (
            "<network><ip address='10.0.0.1'><dhcp/></ip></network>",
            "<network><ip address='10.0.0.1'><dhcp><host mac='1' ip='10.0.0.2'/></dhcp></ip></network>",
            "/network/ip[@address='10.0.0.1']/dhcp/host[@mac='1']: nothing → <host mac='1' ip='10.0.0.2'/>", .now
        ),
        (
            "<volume><capacity>1</capacity></volume>", "<volume><capacity unit='KiB'>1</capacity></volume>",
            "/volume/capacity: 1 bytes → 1 KiB", .now
        ),
        (
            "<volume><target><format type='raw'/></target></volume>",
            "<volume><target><format type='qcow2'/></target></volume>", "/volume/target/format/@type: raw → qcow2",
            .recreation
        ),
        (
            "<filter name='f'><rule action='drop'/><rule action='accept'/></filter>",
            "<filter name='f'><rule action='accept'/><rule action='drop'/></filter>",
            "/filter/rule: drop, accept → accept, drop", .now
        ),
    ]

    @Test(arguments: differences)
    func aRealChangeIsReportedOnce(before: String, after: String, change: String, effect: Change.Effect) throws {
        let found = try XMLDocument(xml: before).changes(to: XMLDocument(xml: after))
        #expect(found.map(\.description) == [change])
        #expect(found.first?.effect == effect)
    }
}
