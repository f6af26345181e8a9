extension RuleSet {
    /// What counts in snapshots, checkpoints and backups: they are made once and then only described anew.
    static let moment = RuleSet(
        values: """
            disks/disk/source/@file text
            """,
        silences: """
            name ?
            creationTime ?
            state ?
            parent ?
            domain ?
            inactiveDomain ?
            cookie ?
            active ?
            memory ?
            disks ?
            @mode push
            disks/disk/@type file
            disks/disk/@snapshot ?
            disks/disk/@checkpoint ?
            disks/disk/@bitmap ?
            disks/disk/@size ?
            disks/disk/@index ?
            disks/disk/@backup yes
            disks/disk/@backupmode ?
            disks/disk/@state ?
            disks/disk/driver ?
            disks/disk/source ?
            disks/disk/scratch ?
            disks/disk/target/@index ?
            server/@transport tcp
            """,
        lists: """
            disks/disk @name
            """,
        effects: """
            * recreation
            description cosmetic
            """)

    /// What counts in a secret.
    static let secret = RuleSet(
        values: """
            usage/* text
            """,
        silences: """
            @ephemeral no
            @private no
            uuid ?
            """,
        effects: """
            uuid recreation
            usage recreation
            description cosmetic
            """)

    /// What counts in a network filter: rules of one priority are tried in their order.
    static let nwfilter = RuleSet(
        values: """
            rule/*/@comment text
            """,
        silences: """
            uuid ?
            @chain root
            @priority ?
            rule/@priority 500
            rule/@statematch yes
            rule/*/@match yes
            """,
        lists: """
            filterref ordered
            filterref/parameter @name+@value
            rule ordered
            rule/* ordered
            """,
        effects: """
            * now
            name recreation
            uuid recreation
            """)

    /// What counts in a host's network interface.
    static let interface = RuleSet(
        silences: """
            start/@mode none
            mac ?
            link ?
            bridge/@stp on
            bridge/@delay 0
            """,
        lists: """
            protocol @family
            protocol/ip @address
            bridge/interface @name
            bond/interface @name
            """,
        effects: "name recreation")

    /// What counts in a device of the host.
    static let nodeDevice = RuleSet(
        values: """
            path text
            devnode text
            """,
        silences: """
            path ?
            devnode ?
            parent ?
            driver ?
            """,
        lists: """
            devnode @type
            capability @type
            capability/capability @type
            """,
        effects: "* recreation")
}
