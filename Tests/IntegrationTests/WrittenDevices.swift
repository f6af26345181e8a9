/// Devices as people write them; libvirt 9.0 takes each of them in a guest of its own, whatever the host has.
enum WrittenDevices {
    static let all = """
        <disk type='file' device='disk'><source file='/a'/><target dev='sda' bus='usb'/></disk>
        <disk type='file' device='disk'><source file='/a'/><target dev='sda' bus='sata'/></disk>
        <disk type='file' device='disk'><source file='/a'/><target dev='sda' bus='scsi'/></disk>
        <disk type='block' device='disk'><source dev='/dev/x'/><target dev='vda' bus='virtio'/></disk>
        <disk type='volume' device='disk'><source pool='p' volume='v'/><target dev='vda'/></disk>
        <disk type='network' device='disk'><source protocol='rbd' name='p/i'><host name='a' port='6789'/><host name='b'/></source><auth username='u'><secret type='ceph' usage='x'/></auth><target dev='vda'/></disk>
        <disk type='network'><source protocol='iscsi' name='iqn.x/1'><host name='a'/></source><target dev='vda'/></disk>
        <disk type='network'><source protocol='nbd'><host transport='unix' socket='/s'/></source><target dev='vda'/></disk>
        <disk type='network' device='cdrom'><source protocol='https' name='x.iso'><host name='h'/></source><target dev='sda' bus='sata'/></disk>
        <disk><driver name='qemu' type='qcow2' cache='none' io='native' discard='unmap' iothread='1'/><source file='/a'/><target dev='vda'/><serial>001</serial><boot order='1'/></disk>
        <disk><source file='/a'/><backingStore type='file'><format type='qcow2'/><source file='/b'/><backingStore/></backingStore><target dev='vda'/></disk>
        <disk snapshot='external'><source file='/a'/><target dev='vda'/><shareable/></disk>
        <disk><source file='/a'/><target dev='vda'/><readonly/></disk>
        <disk><source file='/a'/><target dev='vda'/><transient/></disk>
        <disk><source file='/a'><encryption format='luks'><secret type='passphrase' uuid='6695eb01-f6a4-8304-79aa-97f2502e193f'/></encryption></source><target dev='vda'/></disk>
        <disk type='nvme'><source type='pci' managed='yes' namespace='1'><address domain='0' bus='1' slot='0' function='0'/></source><target dev='vda'/></disk>
        <interface type='user'/>
        <interface type='user'><model type='virtio'/><driver name='qemu' queues='2'/></interface>
        <interface type='bridge'><source bridge='br0'/><virtualport type='openvswitch'/></interface>
        <interface type='bridge'><source bridge='br0'/><vlan trunk='yes'><tag id='1'/><tag id='2' nativeMode='untagged'/></vlan><virtualport type='openvswitch'><parameters interfaceid='09b11c53-8b5c-4eeb-8f00-d84eaa0aaa4f'/></virtualport></interface>
        <interface type='direct' trustGuestRxFilters='yes'><source dev='e0' mode='bridge'/></interface>
        <interface type='direct'><source dev='e0'/></interface>
        <interface type='ethernet'/>
        <interface type='ethernet'><script path='/x'/><target dev='t0' managed='no'/></interface>
        <interface type='udp'><source address='127.0.0.1' port='1'><local address='127.0.0.1' port='2'/></source></interface>
        <interface type='mcast'><source address='230.0.0.1' port='5558'/></interface>
        <interface type='server'><source address='127.0.0.1' port='5558'/></interface>
        <interface type='hostdev'><source><address type='pci' domain='0' bus='1' slot='0' function='1'/></source></interface>
        <interface type='vhostuser'><source type='unix' path='/s' mode='client'/><model type='virtio'/></interface>
        <interface type='internal'><source name='x'/></interface>
        <interface type='network'><source network='default'/><filterref filter='clean-traffic'><parameter name='IP' value='10.0.0.1'/></filterref><link state='down'/><boot order='1'/><mtu size='9000'/></interface>
        <interface type='network'><source network='default'/><mac address='52:54:00:11:22:33'/><rom enabled='no'/><coalesce><rx><frames max='7'/></rx></coalesce></interface>
        <interface type='vdpa'><source dev='/dev/vhost-vdpa-0'/></interface>
        <serial type='pty'/><serial type='pty'/>
        <serial type='dev'><source path='/dev/ttyS0'/></serial>
        <serial type='stdio'/>
        <serial type='udp'><source mode='connect' host='h' service='1'/><source mode='bind' host='g' service='2'/></serial>
        <serial type='tcp'><source host='h' service='1' tls='yes'/><protocol type='telnet'/></serial>
        <serial type='pty'><target type='usb-serial'/></serial>
        <serial type='pty'><target type='pci-serial'/></serial>
        <serial type='file'><source path='/x' append='on'/><log file='/l'/></serial>
        <serial type='nmdm'><source master='/a' slave='/b'/></serial>
        <console type='pty'><target type='virtio'/></console>
        <console type='pty'><target type='serial'/></console><console type='file'><source path='/x'/><target type='virtio'/></console>
        <console/>
        <parallel type='pty'/>
        <channel type='unix'><target type='virtio' name='org.qemu.guest_agent.0'/></channel>
        <channel type='unix'><source mode='bind' path='/my/sock'/><target type='virtio' name='org.qemu.guest_agent.0'/></channel>
        <channel type='pty'><target type='virtio'/></channel>
        <channel type='pty'><target type='guestfwd' address='10.0.2.1' port='4600'/></channel>
        <channel type='qemu-vdagent'><source><clipboard copypaste='yes'/></source><target type='virtio'/></channel>
        <graphics type='vnc'/>
        <graphics type='vnc' autoport='yes'/>
        <graphics type='vnc' port='-1'/>
        <graphics type='vnc' port='5900' keymap='de' passwd='x' sharePolicy='ignore'/>
        <graphics type='vnc'><listen type='socket'/></graphics>
        <graphics type='vnc'><listen type='socket' socket='/s'/></graphics>
        <graphics type='vnc' socket='/s'/>
        <graphics type='vnc'><listen type='network' network='default'/></graphics>
        <graphics type='vnc'><listen type='address'/></graphics>
        <graphics type='vnc'><listen type='none'/></graphics>
        <graphics type='vnc' listen='0.0.0.0'/>
        <graphics type='vnc' port='5901' websocket='5701'/>
        <graphics type='spice'/>
        <graphics type='spice' autoport='yes' defaultMode='secure'/>
        <graphics type='spice'><listen type='none'/><gl enable='yes' rendernode='/dev/dri/renderD128'/></graphics>
        <graphics type='spice' port='5930'/>
        <graphics type='spice'><listen type='address'/></graphics>
        <graphics type='sdl'/>
        <graphics type='sdl' display=':0' fullscreen='yes'/>
        <graphics type='egl-headless'/>
        <graphics type='dbus'/>
        <video/>
        <video><model type='vga'/></video>
        <video><model type='qxl'/></video>
        <video><model type='virtio' heads='2'><acceleration accel3d='yes'/></model></video>
        <video><model type='none'/></video>
        <video><model type='bochs'/></video>
        <video><model type='ramfb'/></video>
        <video><model type='cirrus' vram='8192'/></video>
        <video><model type='vmvga'/></video>
        <video><model type='qxl' primary='yes'/></video><video><model type='qxl'/></video>
        <sound model='ich6'/>
        <sound model='ich9'><codec type='micro'/></sound>
        <sound model='ac97'/><audio id='1' type='pulseaudio' serverName='/x'/>
        <sound model='usb'/>
        <audio id='1' type='none'/>
        <input type='tablet'/>
        <input type='tablet' bus='usb'/>
        <input type='tablet' bus='virtio'/>
        <input type='mouse'/>
        <input type='mouse' bus='usb'/>
        <input type='keyboard'/>
        <input type='keyboard' bus='usb'/>
        <input type='passthrough' bus='virtio'><source evdev='/dev/input/event1'/></input>
        <input type='evdev'><source dev='/dev/input/event1'/></input>
        <hub type='usb'/>
        <hostdev mode='subsystem' type='pci' managed='yes'><source><address domain='0' bus='6' slot='2' function='0'/></source></hostdev>
        <hostdev mode='subsystem' type='usb'><source><address bus='1' device='2'/></source></hostdev>
        <hostdev mode='subsystem' type='scsi'><source><adapter name='scsi_host0'/><address bus='0' target='0' unit='0'/></source></hostdev>
        <hostdev mode='subsystem' type='mdev' model='vfio-pci'><source><address uuid='c2177883-f1bb-47f0-914d-32a22e3a8804'/></source></hostdev>
        <hostdev mode='subsystem' type='scsi_host'><source protocol='vhost' wwpn='naa.5123456789abcde0'/></hostdev>
        <redirdev bus='usb' type='tcp'><source mode='connect' host='h' service='4'/></redirdev>
        <filesystem type='mount'><source dir='/a'/><target dir='b'/></filesystem>
        <filesystem type='mount' accessmode='mapped' fmode='644'><source dir='/a'/><target dir='b'/><readonly/></filesystem>
        <filesystem><driver type='handle'/><source dir='/a'/><target dir='b'/></filesystem>
        <memballoon model='virtio'/>
        <memballoon model='none'/>
        <memballoon model='virtio' autodeflate='on'><stats period='10'/></memballoon>
        <rng model='virtio'><backend model='random'/></rng>
        <rng model='virtio'><rate bytes='1'/><backend model='egd' type='udp'><source mode='connect' host='h' service='1'/></backend></rng>
        <rng model='virtio'><backend model='builtin'/></rng>
        <tpm model='tpm-tis'><backend type='passthrough'/></tpm>
        <tpm><backend type='passthrough'><device path='/dev/tpm0'/></backend></tpm>
        <tpm model='tpm-crb'><backend type='emulator' version='2.0'/></tpm>
        <tpm model='tpm-crb'><backend type='emulator' version='2.0' persistent_state='yes'><active_pcr_banks><sha256/></active_pcr_banks></backend></tpm>
        <watchdog model='i6300esb'/>
        <watchdog model='ib700' action='poweroff'/>
        <panic/>
        <panic model='isa'><address type='isa' iobase='0x505'/></panic>
        <panic model='hyperv'/>
        <vsock model='virtio'><cid auto='yes'/></vsock>
        <vsock><cid auto='no' address='3'/></vsock>
        <smartcard mode='host'/>
        <smartcard mode='passthrough' type='tcp'><source mode='bind' host='127.0.0.1' service='2001'/><protocol type='raw'/></smartcard>
        <controller type='usb'/>
        <controller type='usb' model='ich9-ehci1'/>
        <controller type='usb' model='qemu-xhci' ports='8'/>
        <controller type='usb' model='none'/>
        <controller type='scsi'/>
        <controller type='scsi' model='virtio-scsi'><driver queues='3' iothread='1'/></controller>
        <controller type='scsi' index='2'/>
        <controller type='virtio-serial' ports='16' vectors='4'/>
        <controller type='sata'/>
        <controller type='fdc'/>
        <controller type='ccid'/>
        <shmem name='s'><model type='ivshmem-plain'/><size unit='M'>4</size></shmem>
        <shmem name='s'><model type='ivshmem-doorbell'/><server path='/x'/></shmem>
        <lease><lockspace>a</lockspace><key>b</key><target path='/l' offset='1'/></lease>
        <emulator>/usr/bin/qemu-system-x86_64</emulator>
        <serial type='pty'/><console type='pty'><target type='virtio'/></console>
        <serial type='spiceport'><source channel='org.x'/></serial><graphics type='spice' autoport='yes'/>
        <channel type='spicevmc'><target type='virtio'/></channel><redirdev bus='usb' type='spicevmc'/><graphics type='spice' autoport='yes'/><audio id='1' type='spice'/>
        <disk><source file='/a'/><target dev='sdb' bus='scsi'/><vendor>V</vendor><product>P</product><wwn>0123456789abcdef</wwn></disk>
        <disk type='dir' device='floppy'><driver type='fat'/><source dir='/d'/><target dev='fda'/><readonly/></disk>
        """
        .split(separator: "\n").map(String.init)
}
