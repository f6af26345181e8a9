extension Schema.Kind {
    /// The schema for documents with that outermost element; `nil` where libvirt has none.
    public init?(root: String) {
        let kinds = [
            "domain": "domain", "network": "network", "pool": "storagepool", "volume": "storagevol",
            "domainsnapshot": "domainsnapshot", "domaincheckpoint": "domaincheckpoint",
            "domainbackup": "domainbackup", "secret": "secret", "filter": "nwfilter",
            "filterbinding": "nwfilterbinding", "networkport": "networkport", "interface": "interface",
            "device": "nodedev", "capabilities": "capability", "domainCapabilities": "domaincaps",
            "storagepoolCapabilities": "storagepoolcaps", "cpu": "cpu",
        ]
        guard let kind = kinds[root] else { return nil }
        self.init(rawValue: kind)
    }
}
