extension DomainDocument {
    /// The format of a disk image.
    public struct ImageFormat: XMLToken {
        /// The word in the document.
        public var rawValue: String
        /// The token for that word, known or not.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// The content as it is.
        public static let raw: Self = "raw"
        /// QEMU's own.
        public static let qcow2: Self = "qcow2"
        /// QEMU's own, as it was first.
        public static let qcow: Self = "qcow"
        /// QEMU's own, for a while.
        public static let qed: Self = "qed"
        /// Encrypted by LUKS.
        public static let luks: Self = "luks"
        /// VMware's.
        public static let vmdk: Self = "vmdk"
        /// VirtualBox's.
        public static let vdi: Self = "vdi"
        /// Microsoft's.
        public static let vpc: Self = "vpc"
        /// Microsoft's, under its other name.
        public static let vhd: Self = "vhd"
        /// Bochs's.
        public static let bochs: Self = "bochs"
        /// A packed file system.
        public static let cloop: Self = "cloop"
        /// That of user-mode Linux.
        public static let cow: Self = "cow"
        /// Apple's.
        public static let dmg: Self = "dmg"
        /// A CD-ROM.
        public static let iso: Self = "iso"
        /// A folder, shown as a file system.
        public static let fat: Self = "fat"
        /// A folder, with its format guessed.
        public static let folder: Self = "dir"
        /// Virtuozzo's.
        public static let ploop: Self = "ploop"
        /// The content as it is, for Xen.
        public static let aio: Self = "aio"
    }

    /// What is spoken on a connection.
    public struct StreamProtocol: XMLToken {
        /// The word in the document.
        public var rawValue: String
        /// The token for that word, known or not.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// Nothing but the content.
        public static let raw: Self = "raw"
        /// Telnet.
        public static let telnet: Self = "telnet"
        /// Telnet, encrypted.
        public static let telnets: Self = "telnets"
        /// The content, encrypted.
        public static let tls: Self = "tls"
    }

    /// Who draws the pointer.
    public struct MouseMode: XMLToken {
        /// The word in the document.
        public var rawValue: String
        /// The token for that word, known or not.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// The guest.
        public static let server: Self = "server"
        /// The viewer.
        public static let client: Self = "client"
    }

    /// What a secret is used for.
    public struct SecretUse: XMLToken {
        /// The word in the document.
        public var rawValue: String
        /// The token for that word, known or not.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// To log in to Ceph.
        public static let ceph: Self = "ceph"
        /// To log in to iSCSI.
        public static let iscsi: Self = "iscsi"
        /// To open what is encrypted.
        public static let passphrase: Self = "passphrase"
    }

    /// What a cache holds.
    public struct CacheContent: XMLToken {
        /// The word in the document.
        public var rawValue: String
        /// The token for that word, known or not.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// Instructions.
        public static let code: Self = "code"
        /// Data.
        public static let data: Self = "data"
        /// Both.
        public static let both: Self = "both"
    }

    /// What is done with memory.
    public struct MemoryOperation: XMLToken {
        /// The word in the document.
        public var rawValue: String
        /// The token for that word, known or not.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// Either.
        public static let access: Self = "access"
        /// It is read.
        public static let read: Self = "read"
        /// It is written.
        public static let write: Self = "write"
    }

    /// How a cache finds what it holds.
    public struct Associativity: XMLToken {
        /// The word in the document.
        public var rawValue: String
        /// The token for that word, known or not.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// It is not said.
        public static let unknown: Self = "none"
        /// In one place.
        public static let direct: Self = "direct"
        /// In any place.
        public static let full: Self = "full"
    }

    /// What happens to writes in a cache.
    public struct WritePolicy: XMLToken {
        /// The word in the document.
        public var rawValue: String
        /// The token for that word, known or not.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// It is not said.
        public static let unknown: Self = "none"
        /// They wait.
        public static let writeBack: Self = "writeback"
        /// They go on.
        public static let writeThrough: Self = "writethrough"
    }

    /// Where the width of addresses comes from.
    public struct AddressMode: XMLToken {
        /// The word in the document.
        public var rawValue: String
        /// The token for that word, known or not.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// The host.
        public static let passthrough: Self = "passthrough"
        /// The definition.
        public static let emulate: Self = "emulate"
    }

    /// What a guest sees a character device as.
    public struct PortTarget: XMLToken {
        /// The word in the document.
        public var rawValue: String
        /// The token for that word, known or not.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// A serial port on the ISA bus.
        public static let isaSerial: Self = "isa-serial"
        /// A serial port on the PCI bus.
        public static let pciSerial: Self = "pci-serial"
        /// A serial port on USB.
        public static let usbSerial: Self = "usb-serial"
        /// The serial port of the machine.
        public static let systemSerial: Self = "system-serial"
        /// The serial port of an IBM POWER machine.
        public static let powerSerial: Self = "spapr-vio-serial"
        /// The firmware's port for debugging.
        public static let isaDebug: Self = "isa-debug"
        /// The first serial port, as a console.
        public static let serial: Self = "serial"
        /// A port of virtio.
        public static let virtio: Self = "virtio"
        /// Xen's.
        public static let xen: Self = "xen"
        /// That of user-mode Linux.
        public static let userMode: Self = "uml"
        /// That of a container.
        public static let lxc: Self = "lxc"
        /// That of a container of OpenVZ.
        public static let openVZ: Self = "openvz"
        /// A mainframe's serial port.
        public static let sclpSerial: Self = "sclp-serial"
        /// A mainframe's console.
        public static let sclp: Self = "sclp"
        /// A mainframe's console by lines.
        public static let sclpLineMode: Self = "sclplm"
        /// An address in the guest that is caught.
        public static let guestForward: Self = "guestfwd"
    }

    /// The part that a character device is made as.
    public struct PortModel: XMLToken {
        /// The word in the document.
        public var rawValue: String
        /// The token for that word, known or not.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// The usual one.
        public static let isaSerial: Self = "isa-serial"
        /// The one on the PCI bus.
        public static let pciSerial: Self = "pci-serial"
        /// The one on USB.
        public static let usbSerial: Self = "usb-serial"
        /// The usual one of RISC-V machines.
        public static let uart16550A: Self = "16550a"
        /// The usual one of Arm machines.
        public static let pl011: Self = "pl011"
        /// That of an IBM POWER machine.
        public static let powerTTY: Self = "spapr-vty"
        /// A mainframe's.
        public static let sclpConsole: Self = "sclpconsole"
        /// A mainframe's, by lines.
        public static let sclpLineMode: Self = "sclplmconsole"
        /// The firmware's for debugging.
        public static let isaDebug: Self = "isa-debugcon"
    }

    /// What an IBM POWER machine does about a leak of its processor.
    public struct Mitigation: XMLToken {
        /// The word in the document.
        public var rawValue: String
        /// The token for that word, known or not.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// Nothing.
        public static let broken: Self = "broken"
        /// It works round it.
        public static let workaround: Self = "workaround"
        /// Its processor does not leak.
        public static let fixed: Self = "fixed"
        /// Its processor hides indirect branches.
        public static let fixedIndirect: Self = "fixed-ibs"
        /// Its processor does without the count cache.
        public static let fixedCount: Self = "fixed-ccd"
        /// There is nothing to fix.
        public static let fixedAbsent: Self = "fixed-na"
    }

    /// What hands a device over to a guest.
    public struct Launcher: XMLToken {
        /// The word in the document.
        public var rawValue: String
        /// The token for that word, known or not.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// The kernel's VFIO.
        public static let vfio: Self = "vfio"
        /// KVM, in a way that is gone.
        public static let kvm: Self = "kvm"
        /// Xen.
        public static let xen: Self = "xen"
    }
}
