/// A definition of 200 lines, as a guest with some disks and networks has them.
enum Definition {
    /// The text; `name` tells copies apart.
    static func text(name: String = "bench") -> String {
        """
        <?xml version="1.0"?>
        <!-- One of many; edited by hand now and then. -->
        <domain type='kvm' xmlns:qemu='http://libvirt.org/schemas/domain/qemu/1.0'>
          <name>\(name)</name>
          <title>Größe &amp; Güte</title>
          <description>The web and what stands behind it.</description>
          <metadata>
            <my:owner xmlns:my="urn:example:owner">somebody</my:owner>
          </metadata>
          <memory unit='KiB'>2097152</memory>
          <vcpu placement='static'>4</vcpu>
          <os>
            <type arch='x86_64' machine='q35'>hvm</type>
            <boot dev='hd'/>
          </os>
          <features>
            <acpi/>
            <apic/>
          </features>
          <cpu mode='host-passthrough'/>
          <clock offset='utc'>
            <timer name='rtc' tickpolicy='catchup'/>
            <timer name='hpet' present='no'/>
          </clock>
          <on_poweroff>destroy</on_poweroff>
          <on_reboot>restart</on_reboot>
          <on_crash>destroy</on_crash>
          <devices>
            <emulator>/usr/bin/qemu-system-x86_64</emulator>

        """ + (0..<12).map(disk).joined() + (0..<12).map(interface).joined() + """
                <serial type='pty'>
                  <target port='0'/>
                </serial>
                <console type='pty'>
                  <target type='serial' port='0'/>
                </console>
                <graphics type='vnc'/>
                <video>
                  <model type='virtio'/>
                </video>
              </devices>
              <qemu:commandline>
                <qemu:arg value='-nodefaults'/>
              </qemu:commandline>
            </domain>

            """
    }

    private static func disk(_ index: Int) -> String {
        """
            <!-- disk \(index) -->
            <disk type='file' device='disk'>
              <driver name='qemu' type='qcow2' cache='none' io='native'/>
              <source file='/images/disk-\(index).qcow2'/>
              <target dev='vd\("abcdefghijkl".map(String.init)[index])' bus='virtio'/>
              <serial>0000-\(index)</serial>
              <alias name='ua-disk-\(index)'/>
            </disk>

        """
    }

    private static func interface(_ index: Int) -> String {
        """
            <interface type='network'>
              <mac address='52:54:00:00:00:\(index + 10)'/>
              <source network='default'/>
              <model type='virtio'/>
            </interface>

        """
    }
}
