extension RuleSet {
    /// When a change can take effect; what is not here waits for the next boot.
    ///
    /// `whole` speaks of things that come and go; a condition is one of the device.
    static let domainEffects = """
        uuid recreation
        name recreation
        title cosmetic
        description cosmetic
        metadata cosmetic
        currentMemory now
        vcpu/@current now
        vcpus/vcpu/@enabled now
        cputune now
        memtune now
        blkiotune now
        numatune/memory/@nodeset now
        iothreadids/iothread now whole
        iothreads now
        perf now
        on_poweroff now
        on_reboot now
        on_crash now
        devices/disk now whole target/@bus=virtio|scsi|usb
        devices/disk/source now @device=cdrom|floppy
        devices/disk/@type now @device=cdrom|floppy
        devices/disk/driver/@type now @device=cdrom|floppy
        devices/disk/source/@startupPolicy nextBoot
        devices/disk/iotune now
        devices/interface now whole
        devices/interface/source now
        devices/interface/link now
        devices/interface/bandwidth now
        devices/interface/filterref now
        devices/interface/vlan now
        devices/interface/coalesce now
        devices/interface/mtu nextBoot
        devices/hostdev now whole @type=usb|pci|mdev|scsi|scsi_host
        devices/redirdev now whole
        devices/chr now whole
        devices/channel now whole
        devices/rng now whole
        devices/memory now whole
        devices/memory/target/requested now
        devices/shmem now whole
        devices/vsock now whole
        devices/watchdog now whole @model=i6300esb
        devices/input now whole @bus=usb|virtio
        devices/controller now whole @type=scsi|virtio-serial
        devices/lease now whole
        devices/graphics/@passwd now
        devices/graphics/@passwdValidTo now
        devices/graphics/@connected now
        devices/memballoon/stats/@period now
        """
}
