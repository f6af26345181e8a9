extension ElementOrder {
    /// The children of each element as libvirt writes them.
    static let lists = [
        "domain": """
        name uuid genid title description metadata maxMemory memory currentMemory blkiotune memtune memoryBacking
        vcpu vcpus iothreads iothreadids defaultiothread cputune numatune resource sysinfo bootloader bootloader_args
        os idmap features cpu clock on_poweroff on_reboot on_crash on_lockfailure pm perf devices seclabel keywrap
        launchSecurity qemu:commandline qemu:capabilities qemu:override qemu:deprecation
        """,
        "os": """
        type firmware init initarg initenv initdir inituser initgroup loader nvram kernel initrd cmdline dtb root acpi
        boot bootmenu smbios bios
        """,
        "cpu": "model vendor topology cache maxphysaddr feature numa",
        "clock": "timer",
        "devices": """
        emulator disk controller lease filesystem interface smartcard serial parallel console channel input tpm
        graphics sound audio video hostdev redirdev redirfilter hub watchdog memballoon rng nvram panic shmem memory
        iommu vsock crypto
        """,
        "disk": """
        driver auth source backingStore backenddomain geometry blockio mirror target iotune readonly shareable
        transient serial wwn vendor product encryption boot alias acpi address
        """,
        "interface": """
        mac source virtualport ip route script downscript backenddomain target guest model driver backend filterref
        tune boot rom bandwidth vlan port mtu coalesce link teaming portForward alias acpi address
        """,
        "filesystem": "driver binary source target readonly space_hard_limit space_soft_limit alias acpi address",
        "controller": "driver model target master alias acpi address",
        "serial": "source protocol target log alias acpi address",
        "parallel": "source protocol target log alias acpi address",
        "console": "source protocol target log alias acpi address",
        "channel": "source protocol target log alias acpi address",
        "graphics": "listen channel image jpeg zlib playback streaming mouse clipboard filetransfer gl audio",
        "video": "driver model alias acpi address",
        "rng": "rate backend driver alias acpi address",
        "tpm": "backend alias acpi address",
        "memballoon": "stats alias acpi address driver",
        "hostdev": "driver source teaming boot rom alias acpi address",
        "sysinfo": "bios system baseBoard chassis oemStrings entry",
        "cputune": """
        shares period quota global_period global_quota emulator_period emulator_quota iothread_period iothread_quota
        vcpupin emulatorpin iothreadpin vcpusched iothreadsched emulatorsched cachetune memorytune
        """,
        "memtune": "hard_limit soft_limit min_guarantee swap_hard_limit",
        "memoryBacking": "hugepages nosharepages locked source access allocation discard",
        "numatune": "memory memnode",
        "blkiotune": "weight device",
        "numa": "cell interconnects",
        "cell": "distances cache",
        "features": """
        pae acpi apic hap viridian privnet hyperv kvm xen pvspinlock pmu vmport gic smm ioapic hpt vmcoreinfo htm
        nested-hv msrs ccf-assist cfpc sbbc ibs tcg capabilities
        """,
        "hyperv": """
        relaxed vapic spinlocks vpindex runtime synic stimer reset vendor_id frequencies reenlightenment tlbflush ipi
        evmcs avic
        """,
        "kvm": "hidden hint-dedicated poll-control pv-ipi dirty-ring",
        "launchSecurity": "cbitpos reducedPhysBits policy dhCert session",
        "source": """
        name path device dir adapter auth address host snapshot config reservations initiator encryption identity
        reconnect ssl cookies readahead timeout slices seclabel format vendor product
        """,
        "mirror": "format source backingStore",
        "backingStore": "path format source backingStore permissions timestamps",
        "encryption": "secret cipher ivgen",
        "iotune": """
        total_bytes_sec read_bytes_sec write_bytes_sec total_iops_sec read_iops_sec write_iops_sec total_bytes_sec_max
        read_bytes_sec_max write_bytes_sec_max total_iops_sec_max read_iops_sec_max write_iops_sec_max size_iops_sec
        group_name total_bytes_sec_max_length read_bytes_sec_max_length write_bytes_sec_max_length
        total_iops_sec_max_length read_iops_sec_max_length write_iops_sec_max_length
        """,
        "bandwidth": "inbound outbound",
        "model": "acceleration resolution",
        "target": "path size node label requested block current address model format permissions timestamps compat",
        "backend": "source protocol log device encryption active_pcr_banks",
        "seclabel": "label imagelabel baselabel",
        "network": """
        name uuid title description metadata forward bridge mac mtu domain dns vlan bandwidth port portgroup
        virtualport ip route dnsmasq:options
        """,
        "dns": "forwarder txt host srv",
        "ip": "tftp dhcp",
        "dhcp": "range host bootp",
        "forward": "driver pf nat interface address",
        "pool": """
        name uuid capacity allocation available features source target refresh fs:mount_opts rbd:config_opts
        """,
        "volume": "name key source capacity allocation physical target backingStore",
        "permissions": "mode owner group label",
        "domainsnapshot": "name description state parent creationTime memory disks domain inactiveDomain active cookie",
        "domaincheckpoint": "name description parent creationTime disks domain",
        "domainbackup": "incremental server disks",
    ]
}
