extension RuleSet {
    /// The rules for documents by their outermost element.
    static let kinds: [String: @Sendable () -> RuleSet] = [
        "domain": { domain },
        "network": { network },
        "pool": { storagePool },
        "volume": { storageVolume },
        "domainsnapshot": { moment },
        "domaincheckpoint": { moment },
        "domainbackup": { moment },
        "secret": { secret },
        "filter": { nwfilter },
        "interface": { interface },
        "device": { nodeDevice },
    ]
}
