extension RuleSet {
    /// The rules for documents with that outermost element.
    static func rules(for root: String) -> RuleSet {
        switch root {
        case "domain": domain
        case "network": network
        case "pool": storagePool
        case "volume": storageVolume
        case "domainsnapshot", "domaincheckpoint", "domainbackup": moment
        case "secret": secret
        case "filter": nwfilter
        case "interface": interface
        case "device": nodeDevice
        default: other
        }
    }

    /// For kinds without rules of their own, such as what a host can do.
    private static let other = RuleSet()
}
