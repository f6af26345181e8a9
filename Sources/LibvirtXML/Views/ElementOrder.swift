/// The order in which libvirt writes the children of an element; it decides only where a new one lands.
///
/// The schema takes any order; people expect the one that they see in every definition.
enum ElementOrder {
    /// The index of the sibling behind which `name` goes, `nil` for the front.
    static func place(of name: String, in parent: String, among siblings: [String]) -> Int? {
        if let twin = siblings.lastIndex(of: name) { return twin }
        guard let order = ranks[parent], let rank = order[name] else { return siblings.indices.last }
        let earlier = siblings.lastIndex { order[$0].map { $0 < rank } ?? false }
        if let earlier { return earlier }
        // Nobody goes in front of it by rule. What has no rank keeps its place at the top only if all are such.
        return siblings.contains { order[$0] != nil } ? nil : siblings.indices.last
    }

    private static let ranks: [String: [String: Int]] = lists.mapValues { list in
        let names = list.split(whereSeparator: \.isWhitespace).map(String.init)
        return Dictionary(names.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
    }

    private static let lists = [
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
    ]
}
