extension RuleSet {
    /// What counts in the definition of a storage pool.
    static let storagePool = RuleSet(
        values: """
            capacity amount(bytes)
            allocation amount(bytes)
            available amount(bytes)
            target/path text
            source/name text
            target/permissions/label text
            source/host/@name text
            """,
        silences: """
            uuid ?
            capacity ?
            allocation ?
            available ?
            features ?
            source -
            source/@* ?
            source/name ?
            source/format -
            source/format/@type auto unknown lvm2
            source/device/freeExtent ?
            source/host/@port ?
            target -
            target/path ?
            target/permissions ?
            target/timestamps ?
            """,
        lists: """
            source/device @path
            source/host ordered
            source/initiator/iqn @name
            """,
        effects: """
            name recreation
            uuid recreation
            @type recreation
            """)

    /// What counts in the definition of a storage volume.
    static let storageVolume: RuleSet = {
        var rules = RuleSet(
            values: """
                capacity amount(bytes)
                allocation amount(bytes)
                physical amount(bytes)
                target/clusterSize amount(bytes)
                key text
                target/path text
                backingStore/path text
                target/permissions/label text
                """,
            silences: """
                @type ?
                key ?
                source -
                source/* ?
                allocation ?
                physical ?
                capacity/@unit ?
                target -
                target/path ?
                target/format -
                target/format/@type raw
                target/permissions ?
                target/timestamps ?
                target/compat ?
                target/clusterSize ?
                target/features ?
                target/encryption/@format default
                backingStore/format -
                backingStore/format/@type raw
                backingStore/permissions ?
                backingStore/timestamps ?
                """,
            lists: "",
            effects: """
                * recreation
                name recreation
                capacity now
                allocation now
                target/permissions now
                """)
        // What a volume takes up on its disk changes with its use, and was its maker's wish only.
        rules.completions = [
            "": { volume, _ in volume.children.removeAll { $0.key == "allocation" } }
        ]
        return rules
    }()
}
