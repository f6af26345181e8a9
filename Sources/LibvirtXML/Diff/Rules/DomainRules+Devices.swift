extension RuleSet {
    /// What libvirt makes of silence in devices.
    static let deviceSilences = """
        devices/emulator +
        devices/*/address +
        devices/*/address/@domain 0
        devices/*/address/@multifunction +
        devices/*/target -
        devices/*/driver -
        devices/*/backend -
        devices/*/source/@mode bind connect
        devices/*/driver/@iommu off
        devices/*/driver/@ats off
        devices/*/driver/@packed off
        devices/*/driver/@page_per_vq off

        devices/disk/@type file
        devices/disk/@device disk
        devices/disk/@rawio no
        devices/disk/driver/@name qemu
        devices/disk/driver/@type raw
        devices/disk/source/@index ?
        devices/disk/source/@startupPolicy mandatory
        devices/disk/source/privateData ?
        devices/disk/source/reservations/source ~
        devices/disk/source/host/@transport tcp
        devices/disk/backingStore ~
        **/backingStore/backingStore ~
        **/backingStore/@index ?
        **/backingStore/@type file
        **/backingStore/source/@index ?
        devices/disk/mirror ?
        **/encryption/@engine qemu
        devices/disk/target/@tray closed
        devices/disk/target/@removable off
        devices/disk/iotune -
        devices/disk/iotune/* 0

        devices/controller/@index +
        devices/controller/@model piix3-uhci qemu-xhci nec-xhci pci-ohci lsilogic
        devices/controller/master +
        devices/controller/model +
        devices/controller/target -
        devices/controller/target/@chassis +
        devices/controller/target/@chassisNr +
        devices/controller/target/@port +
        devices/controller/target/@busNr +
        devices/controller/target/@index +
        devices/controller/target/@hotplug on

        devices/interface/mac +
        devices/interface/mac/@type ?
        devices/interface/mac/@check ?
        devices/interface/model -
        devices/interface/target/@managed yes
        devices/interface/source/@portid ?
        devices/interface/source/@bridge ?
        devices/interface/source/@mode vepa
        devices/interface/source/address +
        devices/interface/link -
        devices/interface/link/@state up
        devices/interface/virtualport/parameters -
        devices/interface/virtualport/parameters/@interfaceid +
        devices/interface/virtualport/parameters/@instanceid +
        devices/interface/vlan -
        devices/interface/port -
        devices/interface/backend -
        devices/interface/backend/@type default
        devices/interface/@managed no
        devices/interface/@trustGuestRxFilters no
        devices/interface/rom/@enabled yes

        devices/*/source/@tls +
        devices/*/protocol -
        devices/*/protocol/@type raw
        devices/*/log/@append off
        devices/serial/target/@port +
        devices/serial/target/@type isa-serial system-serial spapr-vio-serial sclp-serial
        devices/serial/target/model -
        devices/serial/target/model/@name isa-serial usb-serial pci-serial pl011 spapr-vty sclpconsole 16550a
        devices/serial/@type pty
        devices/parallel/target/@port +
        devices/parallel/@type pty
        devices/console/@tty ?
        devices/console/@type pty
        devices/console/target/@port +
        devices/console/target/@type +
        devices/channel/target/@name com.redhat.spice.0
        devices/channel/@type unix

        devices/input/@model +
        devices/graphics/listen -
        devices/graphics/listen/@type address none
        devices/graphics/listen/@address 127.0.0.1
        devices/graphics/@fullscreen no
        devices/graphics/@defaultMode any
        devices/graphics/gl/@enable no
        devices/graphics/gl/@rendernode +
        devices/video/model -
        devices/video/model/@type cirrus vga
        devices/video/model/@ram +
        devices/video/model/@vram +
        devices/video/model/@vram64 +
        devices/video/model/@vgamem +
        devices/video/model/@heads 1
        devices/video/model/@primary +
        devices/video/model/acceleration/@accel3d no
        devices/video/model/acceleration/@accel2d no
        devices/video/driver/@name qemu
        devices/sound/audio -
        devices/sound/audio/@id 1
        devices/sound/@multichannel no

        devices/filesystem/@type mount
        devices/filesystem/@accessmode passthrough
        devices/filesystem/@multidevs default
        devices/filesystem/@model virtio
        devices/filesystem/driver/@type path
        devices/filesystem/driver/@wrpolicy immediate
        devices/filesystem/driver/@format raw
        devices/filesystem/binary -
        devices/filesystem/binary/@path ~
        devices/hostdev/@mode subsystem
        devices/hostdev/@managed no
        devices/hostdev/driver/@name vfio
        devices/hostdev/source/address +
        devices/hostdev/source/address/@type pci usb
        devices/hostdev/source/address/@domain 0
        devices/hostdev/source/address/@function 0
        devices/hostdev/source/@startupPolicy mandatory
        devices/hostdev/source/@writeFiltering yes
        devices/hostdev/@display off
        devices/hostdev/@ramfb off
        devices/redirdev/@bus usb
        devices/redirdev/@type spicevmc
        devices/rng/backend/@model random
        devices/rng/backend /dev/random
        devices/rng/rate/@period 1000
        devices/tpm/@model tpm-tis tpm-crb tpm-spapr
        devices/panic/@model isa pseries s390
        devices/tpm/backend/@version +
        devices/tpm/backend/@persistent_state no
        devices/tpm/backend/device -
        devices/tpm/backend/device/@path /dev/tpm0
        devices/watchdog/@action reset
        devices/memballoon/@autodeflate off
        devices/memballoon/@freePageReporting off
        devices/memballoon/stats -
        devices/memballoon/stats/@period 0
        devices/vsock/@model virtio
        devices/vsock/cid -
        devices/vsock/cid/@auto no
        devices/shmem/model +
        devices/shmem/msi -
        devices/shmem/msi/@ioeventfd on
        devices/shmem/@role peer master
        devices/memory/@discard no
        devices/memory/@uuid +
        devices/memory/target/node 0
        devices/memory/target/current ?
        devices/memory/target/address +
        devices/smartcard/database +
        devices/smartcard/protocol +
        devices/nvram ?
        devices/crypto/backend/@queues 1
        """
}
