/// The Swift names of libvirt's enumerations.
///
/// The law: drop `vir`, keep libvirt's object in front, `…Flags` becomes `…Options`, and where C's verb misleads the
/// Swift verb takes its place (`virDomainCreateFlags` are options of `start`, `virDomainDestroyFlagsValues` of
/// `forceOff`). A type that no table names gets its name by the law alone, so a newer libvirt never stops the generator.
enum Names {
    static let groups: [TypeGroup] =
        domainGroups + domainWorkGroups + snapshotGroups + networkGroups + storageGroups + hostGroups + supportGroups

    /// Beginnings of type names that Swift spells in another way.
    static let openings: KeyValuePairs = [
        "ConnectDomain": "Domain", "ConnectListAll": "List", "Connect": "Connection", "Interface": "HostInterface",
        "StorageVol": "StorageVolume", "ErrorNumber": "LibvirtError.Code", "ErrorDomain": "LibvirtError.Domain",
    ]

    /// Words inside type names that Swift spells in another way.
    static let spellings: KeyValuePairs = ["Vcpu": "VCPU", "Cpu": "CPU", "Qemu": "QEMU", "Lxc": "LXC"]
}
