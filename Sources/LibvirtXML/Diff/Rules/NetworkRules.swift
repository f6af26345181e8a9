extension RuleSet {
    /// What counts in the definition of a virtual network.
    static let network: RuleSet = {
        var rules = RuleSet(
            values: """
                **/ip/@address ip
                ip/@netmask ip
                ip/@gateway ip
                route/@address ip
                route/@gateway ip
                ip/dhcp/range/@start ip
                ip/dhcp/range/@end ip
                ip/dhcp/host/@ip ip
                dns/host/@ip ip
                dns/txt/@value text
                dnsmasq:options/dnsmasq:option/@value text
                metadata/* text
                """,
            silences: """
                @connections ?
                @ipv6 no
                @trustGuestRxFilters no
                uuid ?
                mac ?
                bridge -
                bridge/@name ?
                bridge/@stp on
                bridge/@delay 0
                bridge/@macTableManager kernel
                forward/@mode nat
                forward/@managed no
                forward/interface/@connections ?
                forward/address/@connections ?
                forward/nat -
                forward/nat/port -
                forward/nat/port/@start 1024
                forward/nat/port/@end 65535
                domain/@localOnly no
                dns -
                dns/@enable yes
                dns/forwardPlainNames yes
                ip/@family ipv4
                ip/@localPtr no
                ip/dhcp -
                portgroup/@default no
                port/@isolated no
                vlan/@trunk no
                virtualport/parameters ?
                metadata -
                """,
            lists: """
                ip @address
                route @address+@family @address
                portgroup @name
                dns/host @ip
                dns/srv @service+@protocol+@target
                dns/txt @name
                dns/forwarder ordered
                ip/dhcp/host @mac @name @ip
                ip/dhcp/range @start
                forward/interface ordered
                forward/pf @dev
                vlan/tag @id
                dnsmasq:options/dnsmasq:option ordered
                """,
            effects: """
                name recreation
                uuid recreation
                title cosmetic
                description cosmetic
                metadata cosmetic
                ip/dhcp/host now
                ip/dhcp/range now whole
                dns/host now
                dns/txt now
                dns/srv now
                portgroup now
                forward/interface now whole
                """)
        rules.completions = [
            "forward": { forward, _ in
                // The device is said again where it is the first of several.
                if forward.meaning("@dev") == forward.meaning("interface", "@dev") { forward["@dev"] = nil }
            },
            "ip": { ip, _ in ip.writePrefix() },
            "route": { route, _ in route.writePrefix() },
        ]
        return rules
    }()
}

extension Fact {
    /// A netmask becomes the length of the prefix that it stands for.
    fileprivate mutating func writePrefix() {
        guard let mask = self["@netmask"] else { return }
        let octets = mask.shown.split(separator: ".").map { UInt32($0) ?? 256 }
        guard octets.count == 4, octets.allSatisfy({ $0 < 256 }) else { return }
        let bits = octets.reduce(UInt32(0)) { $0 << 8 | $1 }
        let length = bits.nonzeroBitCount
        guard length + bits.trailingZeroBitCount >= 32 else { return }
        self["@netmask"] = nil
        self["@prefix"] = Value(mask.shown, meaning: String(length))
    }
}
