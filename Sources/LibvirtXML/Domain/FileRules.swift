extension FileRule {
    /// Everywhere that a domain definition names a file, folder or socket of the host.
    ///
    /// Names that libvirt looks up by itself are not here: pools and volumes, networks, interface scripts (which some
    /// drivers seek in a folder of their own), paths inside the guest, `qemu:commandline`.
    static let domain: [FileRule] = boot + storage + characterDevices + otherDevices

    private static let boot = [
        FileRule("bootloader", .firmware, needed: true),
        FileRule("os/kernel", .kernel, needed: true),
        FileRule("os/initrd", .initrd, needed: true),
        FileRule("os/dtb", .deviceTree, needed: true),
        FileRule("os/shim", .kernel, needed: true),
        FileRule("os/loader", .firmware, needed: true),
        FileRule("os/nvram", .nvram),
        FileRule("os/nvram/@template", .firmware, needed: true),
        FileRule("os/nvram/source/@file", .nvram),
        FileRule("os/nvram/source/@dev", .nvram, needed: true),
        FileRule("os/acpi/table", .firmware, needed: true),
        FileRule("sysinfo/entry/@file", .firmware, needed: true),
    ]

    private static let storage = [
        FileRule("devices/disk/backingStore*/source/@file", .disk, needed: true),
        FileRule("devices/disk/backingStore*/source/@dev", .disk, needed: true),
        FileRule("devices/disk/backingStore*/source/@dir", .disk, needed: true),
        FileRule("devices/disk/source/@path", .socket, needed: true),
        FileRule("devices/disk/backingStore*/source/dataStore/source/@file", .disk, needed: true),
        FileRule("devices/disk/backingStore*/source/host/@socket", .socket),
        FileRule("devices/disk/backingStore*/source/config/@file", .configuration, needed: true),
        FileRule("devices/disk/backingStore*/source/reservations/source/@path", .socket),
        FileRule("devices/disk/mirror/@file", .disk),
        FileRule("devices/disk/mirror/source/@file", .disk),
        FileRule("devices/filesystem/source/@dir", .sharedFolder, needed: true),
        FileRule("devices/filesystem/source/@file", .disk, needed: true),
        FileRule("devices/filesystem/source/@dev", .disk, needed: true),
        FileRule("devices/filesystem/source/@socket", .socket),
        FileRule("devices/filesystem/binary/@path", .program, needed: true),
    ]

    private static let characterDevices = [
        FileRule("devices/serial|parallel|console|channel|redirdev|smartcard/source/@path", .output),
        FileRule("devices/serial|parallel|console|channel|redirdev|smartcard/log/@file", .log),
        FileRule("devices/smartcard/database", .configuration, needed: true),
        FileRule("devices/rng/backend", .hostDevice, needed: true),
        FileRule("devices/rng/backend/source/@path", .socket),
        FileRule("devices/tpm/backend/device/@path", .hostDevice, needed: true),
        FileRule("devices/tpm/backend/source/@path", .socket),
    ]

    private static let otherDevices = [
        FileRule("devices/emulator", .program, needed: true),
        FileRule("devices/interface/source/@path", .socket),
        FileRule("devices/interface/backend/@tap", .hostDevice, needed: true),
        FileRule("devices/interface/backend/@vhost", .hostDevice, needed: true),
        FileRule("devices/interface/backend/@logFile", .log),
        FileRule("devices/interface|hostdev/rom/@file", .firmware, needed: true),
        FileRule("devices/graphics/@socket", .socket),
        FileRule("devices/graphics/listen/@socket", .socket),
        FileRule("devices/graphics/gl/@rendernode", .hostDevice, needed: true),
        FileRule("devices/video/model/acceleration/@rendernode", .hostDevice, needed: true),
        FileRule("devices/audio/@path", .output),
        FileRule("devices/input/source/@evdev", .hostDevice, needed: true),
        FileRule("devices/input/source/@dev", .hostDevice, needed: true),
        FileRule("devices/memory/source/path", .disk, needed: true),
        FileRule("devices/pstore/path", .output),
        FileRule("devices/shmem/server/@path", .socket),
    ]
}
