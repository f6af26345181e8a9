extension RuleSet {
    /// What counts in the definition of a guest.
    static let domain: RuleSet = {
        var rules = RuleSet(
            values: domainValues, silences: domainSilences + "\n" + deviceSilences, lists: domainLists,
            effects: domainEffects)
        rules.completions = domainCompletions
        rules.reconciliations = domainReconciliations
        rules.automatic = automaticDevices
        return rules
    }()

    /// How values are read; what is not here is a word, a number or a switch.
    private static let domainValues = """
        memory amount(KiB)
        currentMemory amount(KiB)
        maxMemory amount(KiB)
        memtune/* amount(KiB)
        memoryBacking/hugepages/page/@size amount(KiB)
        cpu/numa/cell/@memory amount(KiB)
        cputune/cachetune/cache/@size amount(KiB)
        cpu/numa/cell/cache/cache/size/@value amount(KiB)
        features/smm/tseg amount(MiB)
        features/tcg/tb-cache amount(KiB)
        features/hpt/maxpagesize amount(KiB)
        devices/memory/source/pagesize amount(KiB)
        devices/memory/target/* amount(KiB)
        devices/memory/target/node word
        devices/memory/target/label/size amount(KiB)
        devices/memory/source/path text
        devices/memory/source/alignsize amount(KiB)
        devices/memory/source/pmem word
        devices/controller/pcihole64 amount(KiB)
        devices/shmem/size amount(bytes)
        devices/filesystem/space_hard_limit amount(bytes)
        devices/filesystem/space_soft_limit amount(bytes)
        devices/disk/source/slices/slice/@size amount(bytes)
        vcpu/@cpuset set
        cputune/cachetune/@vcpus set
        cputune/memorytune/@vcpus set
        genid uuid
        os/* text
        os/bios/@rebootTimeout word
        devices/emulator text
        devices/*/serial text
        devices/*/vendor text
        devices/*/product text
        devices/*/wwn text
        devices/*/backend text
        **/entry text
        **/address/@uuid text
        **/listen/@address ip
        devices/graphics/@listen ip
        **/ip/@address ip
        qemu:commandline/qemu:arg/@value text
        metadata/* text
        """

    /// How the children of one name are matched, and where their order means something.
    private static let domainLists = """
        os/boot ordered
        os/initarg ordered
        os/initenv @name
        os/acpi/table @type
        os/firmware/feature @name
        sysinfo/*/entry @name
        sysinfo/oemStrings/entry ordered
        sysinfo @type
        cpu/feature @name
        cpu/cache @level
        cpu/numa/cell @id
        cpu/numa/cell/distances/sibling @id
        cputune/vcpupin @vcpu
        cputune/iothreadpin @iothread
        cputune/vcpusched @vcpus
        cputune/iothreadsched @iothreads
        cputune/cachetune @vcpus
        cputune/memorytune @vcpus
        cputune/*/cache @id+@level+@type
        cputune/*/node @id
        numatune/memnode @cellid
        blkiotune/device path
        iothreadids/iothread @id
        vcpus/vcpu @id
        clock/timer @name
        perf/event @name
        features/hyperv/spinlocks @state
        features/ibs @value
        memoryBacking/hugepages/page @nodeset @size
        seclabel @model @type
        **/seclabel @model
        devices/disk target/@dev
        devices/controller @type+@index
        devices/interface mac/@address ordered
        devices/lease key+lockspace
        devices/serial target/@port ordered
        devices/parallel target/@port ordered
        devices/console target/@type+target/@port ordered
        devices/channel target/@name target/@address+target/@port
        devices/filesystem target/@dir
        devices/graphics @type
        devices/audio @id
        devices/input source/@dev
        devices/hostdev source/address/@domain+source/address/@bus+source/address/@slot+source/address/@function
        devices/hostdev/source/address @type
        devices/memory address/@slot ordered
        devices/shmem @name
        devices/tpm @model
        devices/watchdog @model
        devices/panic @model
        devices/*/seclabel @model
        devices/interface/ip @address
        devices/interface/route @address
        devices/interface/filterref/parameter @name+@value
        devices/disk/source/host ordered
        devices/disk/source/*/host ordered
        devices/graphics/channel @name
        devices/graphics/listen ordered
        devices/video ordered
        devices/sound ordered
        devices/redirdev ordered
        devices/redirfilter/usbdev ordered
        qemu:commandline/qemu:arg ordered
        qemu:commandline/qemu:env @name
        qemu:capabilities/qemu:add @capability
        qemu:capabilities/qemu:del @capability
        qemu:override/qemu:device @alias
        lxc:namespace/* @type
        """
}
