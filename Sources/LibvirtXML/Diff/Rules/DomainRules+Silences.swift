extension RuleSet {
    /// What libvirt makes of silence in a guest's general part: `?` it fills something in or leaves it out, `+` it fills
    /// something in and keeps what is asked for, `~` only a running guest shows it, `-` the element is only a wrapper,
    /// else the value that goes without saying.
    static let domainSilences = """
        @id ?
        uuid ?
        vcpu 1
        vcpu/@placement static
        vcpus +
        currentMemory/@dumpCore yes
        memory/@dumpCore yes
        memtune -
        memoryBacking -
        blkiotune -
        cputune -
        numatune -
        resource ~
        resource/partition ~
        metadata -
        sysinfo -
        os -
        os/type/@arch +
        os/firmware -
        os/loader/@type rom pflash
        os/loader/@readonly yes
        os/loader/@secure no
        os/loader/@format raw
        os/loader/@stateless no
        os/nvram +
        os/nvram/@template +
        os/nvram/@templateFormat raw
        os/nvram/@format raw
        os/nvram/@type file
        os/bootmenu -
        os/bootmenu/@enable no
        os/smbios -
        os/smbios/@mode emulate
        features -
        features/*/@state on
        features/hyperv/@mode custom
        features/gic +
        cpu/@match exact
        cpu/@check +
        cpu/@migratable on
        cpu/@mode custom
        cpu/model/@fallback allow forbid
        cpu/feature/@policy require
        cpu/topology/@dies 1
        cpu/topology/@clusters 1
        cpu/numa/cell/@id +
        cpu/numa/cell/@discard no
        clock -
        clock/@offset utc
        clock/@adjustment 0
        clock/@basis utc
        clock/timer/@present yes
        on_poweroff destroy
        on_reboot restart
        on_crash destroy
        on_lockfailure poweroff
        pm -
        devices -
        seclabel/@relabel yes
        seclabel/@type dynamic
        launchSecurity/cbitpos +
        launchSecurity/reducedPhysBits +
        perf -
        keywrap +
        idmap -
        """
}
